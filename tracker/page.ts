/**
 * Page views: the first one, those of a router that changes the path, and a page that comes back from the back-forward
 * cache. A change of only query or hash is no view, and neither is a page that nobody has seen.
 */
import { keptAddress, withoutPeople } from './campaign.ts'
import { later, listen, onLeave } from './guard.ts'
import type { RecordEvent } from './record.ts'
import { line } from './text.ts'

export type Pages = {
  /** Records the view now, unless it has just been recorded. */
  readonly view: () => void
  /** Records a view that was waiting for the router to finish, so that what follows stands behind it. */
  readonly settle: () => void
}

/** How long a router gets to settle on an address and a title. */
const settling = 200

/** Runs the work when the page is first seen: not in a prerendered page or a tab in the background before that. */
export function whenSeen(work: () => void): void {
  let seen = false
  const look = () => {
    if (seen || document.visibilityState !== 'visible') return
    seen = true
    work()
  }
  look()
  listen(document, 'visibilitychange', look)
}

export function watchPages(record: RecordEvent): Pages {
  let path = ''
  let address: string | undefined
  let viewedAt = 0
  let movedAt = 0
  let timer = 0

  const count = (at: number, referrer?: string) => {
    path = location.pathname
    address = keptAddress(location.href)
    viewedAt = at
    record({ type: 'page', at, url: address, referrer, title: line(withoutPeople(document.title), 300) })
  }
  const settle = () => {
    clearTimeout(timer)
    if (timer && location.pathname !== path) count(movedAt, address)
    timer = 0
  }
  const moved = () => {
    if (timer || location.pathname === path) return
    movedAt = Date.now()
    timer = later(settling, settle)
  }

  count(Date.now(), keptAddress(document.referrer))
  onLeave(settle)
  listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && count(Date.now()))
  watchAddress(moved)
  return {
    settle,
    view() {
      settle()
      if (Date.now() - viewedAt > 1000) count(Date.now(), address)
    },
  }
}

/** Hears of every change of the address within the document. */
function watchAddress(moved: () => void): void {
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) return listen(navigation, 'currententrychange', moved)
  listen(window, 'popstate', moved)
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = function (this: History, ...args) {
      original.apply(this, args)
      later(0, moved)
    }
  }
}
