/**
 * What has not arrived yet. Events leave in batches, at once when they are leads; a batch that is not answered stays, in
 * memory and (leads, with consent) on the device, and goes again. Ids are kept, so that a resend does no harm.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { config } from './config.ts'
import { later, safely, tried } from './guard.ts'
import { store } from './storage.ts'
import { reassert } from './visitor.ts'

/**
 * Events as JSON, apart by commas. `name`: under which they lie on the device, `<key>:<visitor>:<time>:<event>`; empty: they
 * do not. `again`: an earlier page has sent them.
 */
type Batch = {
  readonly visitor: string | undefined
  readonly texts: string
  readonly name: string
  readonly lead?: boolean
  readonly again?: boolean
  flying?: boolean
}

/** No character takes more than three bytes: at most 48 KB, unless a single event is larger. */
const mostCharacters = 16_000
const mostBatches = 400
const mostKept = 200_000
const patience = 500
const shortestWait = 1
const longestWait = 300_000
const longestAnswer = 30_000
const longestKept = 7 * 24 * 60 * 60 * 1000

const nothing = { visitor: undefined, texts: '', name: '' }
/** The one that is being filled. */
let filling: Batch = nothing
let unanswered: Batch[] = []
/** Characters on their way. */
let load = 0
let failures = 0
let timer = 0
let resumed = false
/** The page is hidden or goes away, perhaps for ever: nobody will be there to hear an answer. */
let leaving = false

export function setLeaving(is: boolean): void {
  leaving = is
}

function soon(ms: number): void {
  clearTimeout(timer)
  timer = later(ms, flush)
}

/** A captive portal's 200 is no answer. A collector on the site's own domain sees the visitor's cookie, and sets it again. */
async function send(batch: Batch): Promise<void> {
  const { visitor, texts, name, lead } = batch
  const automated = navigator.webdriver || undefined
  const envelope = JSON.stringify({ v: 1, site: config.site, visitor, sent: Date.now(), automated })
  // Plain text, so that no browser asks first (no preflight).
  const body = envelope.slice(0, -1) + ',"events":[' + texts + ']}'
  const done = () => (unanswered = unanswered.filter((each) => each !== batch))
  // A page that is closed at once may lose what it has just sent, either way: a lead goes both.
  if (leaving && (lead || navigator.onLine) && tried(() => navigator.sendBeacon(config.host + '/e', body)) && !lead)
    return void done()
  if (batch.flying) return
  batch.flying = true
  const before = failures
  load += texts.length
  let wait = shortestWait
  try {
    const answer = await fetch(config.host + '/e', {
      method: 'POST',
      body,
      // Beacons and keepalive requests share 64 KiB in flight; what is more goes without.
      keepalive: load <= mostCharacters,
      credentials: visitor ? 'include' : 'omit',
      // A request that hangs would hold what it carries for ever. (Not in Safari before 16.)
      signal: AbortSignal.timeout?.(longestAnswer),
    })
    const { status } = answer
    wait = +(answer.headers.get('retry-after') || 0) * 1000 || wait
    // Answered for good: the collector keeps the batch, or never will.
    if (status === 202 ? 'accepted' in (await answer.json()) : /^4(?!08|29)/.test(status + '')) wait = 0
  } catch {
    // No answer: it goes again.
  }
  // Chromium fails what is in flight when it leaves the page, and yet delivers it: a dying page never gets to the timer.
  later(0, () => {
    batch.flying = false
    load -= texts.length
    if (visitor) reassert()
    if (wait) {
      // Batches that fail together are one failure.
      failures = before + 1
      return soon(Math.min(longestWait, Math.max(wait, patience * 2 ** failures)) * (1 + Math.random()))
    }
    failures = 0
    store(name, '')
    done()
  })
}

/** Sends what waits. */
export function flush(): void {
  clearTimeout(timer)
  timer = 0
  const { texts, name } = filling
  if (texts) {
    unanswered = unanswered.slice(1 - mostBatches).concat(filling)
    filling = nothing
    // The site needs its storage, too.
    tried(() => name && kept().join('').length + texts.length < mostKept && store(name, texts))
  }
  // What earlier pages left need not squeeze through the door of one that is left.
  unanswered.forEach(
    (batch) => (leaving ? batch.again || (batch.flying && !batch.lead) : batch.flying) || void send(batch),
  )
}

/** `visitor` absent: the event goes without one, and nothing of it is kept on the device. */
export function enqueue(event: BrowserEvent, visitor?: string): void {
  const text = JSON.stringify(event)
  const lead = /^(form|click|identify|booking)/.test(event.type)
  if (visitor !== filling.visitor || filling.texts.length + text.length > mostCharacters) flush()
  const { texts, name } = filling
  filling = {
    visitor,
    lead,
    texts: texts + (texts && ',') + text,
    name: name || (visitor && lead ? [config.key, visitor, event.at, event.id].join(':') : ''),
  }
  // The page of a lead is perhaps about to go away.
  if (lead) flush()
  else if (!timer) soon(patience)
}

const names = () => Object.keys(localStorage).filter((name) => name.startsWith(config.key + ':'))
const kept = () => names().map((name) => localStorage.getItem(name))

/** Takes up, once, what an earlier page left on the device and is young enough to count. */
export const resume = safely(() => {
  if (resumed) return
  resumed = true
  names().forEach((name) => {
    const [, visitor, at] = name.split(':')
    const texts = localStorage.getItem(name)
    if (texts && Number(at) > Date.now() - longestKept) unanswered.push({ visitor, texts, name, again: true })
    else store(name, '')
  })
  if (unanswered[0]) soon(patience)
})

/** Drops what belongs to a visitor, here and on the device. */
export function forgetEntries(): void {
  unanswered = unanswered.filter(({ visitor }) => !visitor)
  if (filling.visitor) filling = nothing
  tried(() => names().forEach((name) => store(name, '')))
}
