/**
 * What has not arrived yet. Events leave in batches, at once when they are leads; a batch that is not answered stays, in
 * memory and (leads, with consent) on the device, and goes again. Ids are kept, so that a resend does no harm.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { config } from './config.ts'
import { later, safely, tried } from './guard.ts'
import { post } from './send.ts'
import { store } from './storage.ts'

/** `name`: under which it lies on the device; empty: nowhere. */
type Batch = { visitor: string | undefined; texts: string; name: string; flying?: boolean }

/** No character takes more than three bytes: at most 48 KB, unless a single event is larger. */
const mostCharacters = 16_000
const mostBatches = 50
const patience = 500
const longestWait = 300_000
const longestKept = 7 * 24 * 60 * 60 * 1000

const nothing = { visitor: undefined, texts: '', name: '' }
/** The one that is being filled. */
let filling: Batch = nothing
let unanswered: Batch[] = []
let failures = 0
let timer = 0
let resumed = false

function soon(ms: number): void {
  clearTimeout(timer)
  timer = later(ms, flush)
}

function send(batch: Batch, leaving: unknown): void {
  const { visitor, texts, name } = batch
  const automated = navigator.webdriver || undefined
  const envelope = JSON.stringify({ v: 1, site: config.site, visitor, sent: Date.now(), automated })
  const body = envelope.slice(0, -1) + ',"events":[' + texts + ']}'
  const done = () => (unanswered = unanswered.filter((each) => each !== batch))
  // Nobody will be there to hear an answer. What lies on the device goes again from the next page.
  if (leaving === true && tried(() => navigator.sendBeacon(config.host + '/e', body))) return void done()
  batch.flying = true
  void post(config.host + '/e', body, texts.length <= mostCharacters, !!visitor).then((wait) =>
    // Chromium fails what is in flight when it leaves the page, and yet delivers it: a dying page never gets to the timer.
    later(0, () => {
      batch.flying = false
      if (wait) return soon(Math.max(wait, Math.min(longestWait, patience * 2 ** ++failures)) * (1 + Math.random()))
      failures = 0
      store(name, '')
      done()
    }),
  )
}

/** Sends what waits. `leaving` is true when the page is hidden or goes away, perhaps for ever. */
export function flush(leaving?: unknown): void {
  clearTimeout(timer)
  timer = 0
  if (filling.texts) {
    const { visitor, texts, name } = filling
    unanswered = unanswered.slice(1 - mostBatches).concat(filling)
    if (name && names().length < mostBatches) store(name, JSON.stringify([visitor, texts, Date.now()]))
    filling = nothing
  }
  unanswered.forEach((batch) => batch.flying || send(batch, leaving))
}

/** `visitor` absent: the event goes without one, and nothing of it is kept on the device. */
export function enqueue(event: BrowserEvent, visitor?: string): void {
  const text = JSON.stringify(event)
  const lead = /^(form|click|identify|booking)/.test(event.type)
  if (visitor !== filling.visitor || filling.texts.length + text.length > mostCharacters) flush()
  const { texts, name } = filling
  filling = {
    visitor,
    texts: texts + (texts && ',') + text,
    name: name || (visitor && lead ? config.key + ':' + event.id : ''),
  }
  // The page of a lead is perhaps about to go away.
  if (lead) flush()
  else if (!timer) soon(patience)
}

const names = () => Object.keys(localStorage).filter((name) => name.startsWith(config.key + ':'))

/** Takes up, once, what an earlier page left on the device and is young enough to count. */
export const resume = safely(() => {
  if (resumed) return
  resumed = true
  unanswered = names()
    .map((name) => {
      const [visitor, texts, at] = JSON.parse(localStorage.getItem(name) || '')
      return { visitor, texts: at > Date.now() - longestKept ? texts : '', name }
    })
    .concat(unanswered)
  if (unanswered[0]) soon(patience)
})

/** Drops what belongs to a visitor, here and on the device. */
export function forgetEntries(): void {
  unanswered = unanswered.filter(({ visitor }) => !visitor)
  if (filling.visitor) filling = nothing
  tried(() => names().forEach((name) => store(name, '')))
}
