/** Sets the tag to work on its page: one on a page, however often it is loaded. */
import { commands } from './api.ts'
import { type Config, configure } from './config.ts'
import { later, listen, onLeave, safely, tried } from './guard.ts'
import { watchPages } from './page.ts'
import { type Load, watchForParts } from './parts.ts'
import { flush, setLeaving } from './queue.ts'
import { apply, arrive, startRecording } from './record.ts'
import { watch } from './watch.ts'

type Call = ArrayLike<unknown>
/** The function on the page; until the tag is there, `q` collects what is said. */
export type Door = { (...call: unknown[]): void; q?: { push(call: Call): void }; on?: boolean }

/** The page's `lt`, made where there is none. (An element with the id `lt` has that name too.) */
export function theDoor(): Door {
  const page = window as unknown as { lt?: Door }
  const { lt } = page
  if (typeof lt === 'function') return lt
  const door: Door = (...call) => ((door.q = door.q || []) as Call[]).push(call)
  page.lt = door
  return door
}

/** Starts when the page is first seen, unless another tag has: on this page, or on the one around this frame. */
export function start(given: Config, load: Load): void {
  const door = theDoor()
  if (door.on || tried(() => (parent as unknown as { lt?: Door }).lt?.on)) return
  door.on = true
  configure(given)
  // Not in a prerendered page or a tab in the background.
  if (document.visibilityState === 'visible') begin(door, load)
  else
    document.addEventListener(
      'visibilitychange',
      safely(() => begin(door, load)),
      { once: true },
    )
}

/** Looks at once, before a router rewrites the address or somebody leaves; cookies and the rest can wait for their turn. */
function begin(door: Door, load: Load): void {
  let begun = false
  const remember = () => {
    if (begun) return
    begun = true
    startRecording()
    const said = (door.q || []) as Call[]
    const isConsent = (call: Call) => call[0] === 'consent'
    // A word on consent counts for the first view already; the rest stands behind it.
    said.filter(isConsent).forEach(run)
    apply()
    door.q = { push: run }
    said.filter((call) => !isConsent(call)).forEach(run)
    watchForParts(load)
    listen(window, 'online', flush)
  }
  onLeave(() => setLeaving(true))
  watchPages()
  watch(window)
  // Last: what the others notice as the page goes away goes with it.
  onLeave(() => {
    remember()
    arrive()
    flush()
    setLeaving(false)
  })
  later(0, remember)
}

/** Carries out what the page says. */
const run = safely((call: Call) => commands[String(call[0])]?.(call[1], call[2]))
