/**
 * What has not arrived yet. Events leave in batches, at once when they are leads; what is not answered stays, in memory
 * and (leads, with consent) on the device, and goes again. Ids are kept, so that a resend does no harm.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { later, safely } from './guard.ts'
import { beacon, post } from './send.ts'
import type { Entry, Stash } from './stash.ts'

export type Queue = {
  /** `visitor` absent: the event goes without one, and nothing of it is kept on the device. */
  readonly add: (event: BrowserEvent, visitor?: string) => void
  readonly flush: () => void
  /** The page is hidden or goes away, perhaps for ever: sends without waiting for an answer. */
  readonly leave: () => void
  /** Takes up, once, what an earlier page left on the device. */
  readonly resume: () => void
  /** Drops what belongs to a visitor, here and on the device. */
  readonly forget: () => void
}

/** At most 48 KB: no character takes more than three bytes. */
const mostCharacters = 16_000
const mostWaiting = 400
const patience = 500
const longestWait = 300_000

export function queueTo(address: string, site: string, stash: Stash): Queue {
  /** What is not on its way. */
  let waiting: Entry[] = []
  let failures = 0
  let load = 0
  let timer = 0
  let resumed = false
  let era = 0

  const soon = (ms: number) => {
    // What can wait never puts off what is due.
    if (timer && ms === patience) return
    clearTimeout(timer)
    timer = later(ms, flush)
  }

  const fly = (entries: Entry[], body: string) => {
    const begun = era
    const landed = (answered: boolean) => {
      load -= body.length
      if (answered) {
        failures = 0
        return entries.forEach(stash.drop)
      }
      waiting = entries.filter(({ visitor }) => !visitor || begun === era).concat(waiting)
      soon(Math.min(longestWait, 500 * 2 ** ++failures) * (1 + Math.random()))
    }
    load += body.length
    // Beacons and keepalive requests share 64 KiB in flight; what is more goes without. And Chromium fails what is in
    // flight when it leaves the page, and yet delivers it: a dying page never gets to the timer.
    void post(address, body, load < mostCharacters * 1.2).then((answered) => later(0, () => landed(answered)))
  }

  /** Hands out what waits, in batches of one visitor each. An event that is too large for a batch goes alone. */
  const dispatch = (send: (entries: Entry[], body: string) => void) => {
    let group: Entry[] = []
    let texts = ''
    const close = () => {
      const [first] = group
      if (!first) return
      const automated = navigator.webdriver || undefined
      const envelope = JSON.stringify({ v: 1, site, visitor: first.visitor, sent: Date.now(), automated })
      send(group, envelope.slice(0, -1) + ',"events":[' + texts + ']}')
      group = []
      texts = ''
    }
    waiting.splice(0).forEach((entry) => {
      const text = JSON.stringify(entry.event)
      if (group[0] && (group[0].visitor !== entry.visitor || texts.length + text.length > mostCharacters)) close()
      group.push(entry)
      texts += (texts && ',') + text
    })
    close()
  }
  const flush = () => {
    clearTimeout(timer)
    timer = 0
    dispatch(fly)
  }

  return {
    add(event, visitor) {
      const entry = { event, visitor }
      const lead = /^(form|click|identify|custom)/.test(event.type)
      waiting = waiting.slice(-mostWaiting).concat(entry)
      if (lead && visitor) safely(stash.keep)(entry)
      // The page of a native form is about to go away.
      if (event.type === 'form') flush()
      else soon(lead ? 0 : patience)
    },
    flush,
    leave: () => dispatch((entries, body) => beacon(address, body) || fly(entries, body)),
    resume: safely(() => {
      if (resumed) return
      resumed = true
      waiting = stash.load().concat(waiting)
      if (waiting[0]) soon(patience)
    }),
    forget() {
      era++
      waiting = waiting.filter(({ visitor }) => !visitor)
      safely(stash.clear)()
    },
  }
}
