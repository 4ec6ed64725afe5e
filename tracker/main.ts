/**
 * The tag. It watches what a visitor does and says, and hands it to the collector; it changes nothing on the page, keeps
 * nothing on the device that consent does not allow, and never throws.
 */
import { type Commands, commandsOf } from './api.ts'
import { type Config, configOf, modeOf } from './config.ts'
import { refusesTracking } from './consent.ts'
import { watchForms } from './forms.ts'
import { later, listen, onLeave, safely } from './guard.ts'
import { ownHost, watchLinks } from './links.ts'
import { type Pages, watchPages, whenSeen } from './page.ts'
import { queueTo } from './queue.ts'
import { type RecordEvent, type Recorder, recorder } from './record.ts'
import { stashOf } from './stash.ts'
import { visitorOf } from './visitor.ts'

type Call = ArrayLike<unknown>
/** The function on the page; until the tag is there, `q` collects what is said. */
type Door = { (...call: unknown[]): void; q?: { push(call: Call): void } | Call[]; on?: boolean }

function start(config: Config, door: Door): void {
  const { host, site, key, domains, consent, forms } = config
  const queue = queueTo(host + '/e', site, stashOf(key + ':'))
  const memory = recorder(visitorOf(key), queue, consent, refusesTracking(navigator))
  let pages: Pages
  // A view that waits for its router stands before what is done on it.
  const record: RecordEvent = (draft) => {
    pages.settle()
    memory.record(draft)
  }

  const open = openDoor(
    commandsOf(memory, record, () => pages.view()),
    door,
  )
  pages = watchPages(memory.record)
  open()
  watchLinks(record, (to) => ownHost(location.hostname, domains, to))
  if (forms) safely(watchForms)(record, host + '/')
  // Last: what the others notice as the page goes away goes with it.
  onLeave(queue.leave)
  listen(window, 'online', queue.flush)
  if (!consent) askForMode(config, memory)
}

/**
 * Carries out what the page has said so far: a word on consent at once, the rest when the answered function is called.
 * From then on every call is carried out as it comes.
 */
function openDoor(commands: Commands, door: Door): () => void {
  const run = safely((call: Call) => {
    const command = commands[String(call[0])]
    if (command) command(call[1], call[2])
  })
  const said = (door.q || []) as Call[]
  const carryOut = (consent: boolean) => said.forEach((call) => (call[0] === 'consent') === consent && run(call))
  carryOut(true)
  return () => {
    door.q = { push: run }
    carryOut(false)
  }
}

/** Asks the collector for the site's consent mode until it knows. */
function askForMode(config: Config, memory: Recorder, wait = 2000): void {
  const again = () => void later(wait, () => askForMode(config, memory, wait * 2))
  fetch(config.host + '/s/' + encodeURIComponent(config.site), { credentials: 'omit' })
    .then((answer) => answer.json())
    .then(({ consent, domains }) => {
      const mode = modeOf(consent)
      if (!mode) return again()
      config.domains.push(...(domains || []))
      memory.know(mode)
    })
    .catch(again)
}

safely(() => {
  const page = window as unknown as { lt?: unknown }
  // An element with the id `lt` has that name too.
  if (typeof page.lt !== 'function') {
    const fresh: Door = (...call) => fresh.q && fresh.q.push(call)
    fresh.q = []
    page.lt = fresh
  }
  const door = page.lt as Door
  const config = configOf((document.currentScript || document.querySelector('script[data-site]')) as HTMLScriptElement)
  if (!config || door.on) return
  door.on = true
  whenSeen(() => start(config, door))
})()
