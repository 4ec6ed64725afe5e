/**
 * What has not arrived yet. Events leave in batches, at once when they are leads; what is not answered stays, in memory
 * and (leads, with consent) on the device, and goes again. Ids are kept, so that a resend does no harm.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { later } from './guard.ts'
import { beacon, post } from './send.ts'
import type { Entry, Stash } from './stash.ts'
import { wellFormed } from './text.ts'

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

type Batch = { readonly body: string; readonly entries: readonly Entry[] }

const mostBytes = 48_000
/** Beacons and keepalive requests share 64 KiB in flight; what is more goes without. */
const quota = 60_000
const mostEvents = 100
const mostPending = 400
const patience = 500
const longestWait = 300_000

export function queueTo(host: string, site: string, stash: Stash): Queue {
  const address = host + '/e'
  const flying = new Set<Entry>()
  let pending: Entry[] = []
  let failures = 0
  let load = 0
  let timer = 0
  let resumed = false

  const soon = (ms: number) => {
    // What can wait never puts off what is due.
    if (timer && ms === patience) return
    clearTimeout(timer)
    timer = later(ms, flush)
  }
  const remove = (entries: readonly Entry[]) => (pending = pending.filter((entry) => !entries.includes(entry)))

  const fly = ({ body, entries }: Batch) => {
    entries.forEach((entry) => flying.add(entry))
    load += body.length
    const landed = (answered: boolean) => {
      entries.forEach((entry) => flying.delete(entry))
      load -= body.length
      if (!answered) return soon(Math.min(longestWait, 500 * 2 ** ++failures) * (1 + Math.random()))
      failures = 0
      remove(entries)
      stash.change(undefined, entries)
    }
    // Chromium fails what is in flight when it leaves the page, and yet delivers it: a dying page never gets to the timer.
    void post(address, body, load < quota).then((answered) => later(0, () => landed(answered)))
  }
  const batches = () =>
    batchesOf(
      site,
      pending.filter((entry) => !flying.has(entry)),
    )
  const flush = () => {
    clearTimeout(timer)
    timer = 0
    batches().forEach(fly)
  }

  return {
    add(event, visitor) {
      const entry = { event, visitor }
      const lead = /^(form|click|identify|custom)$/.test(event.type)
      pending = pending.slice(-mostPending).concat(entry)
      if (lead && visitor) stash.change(entry, [])
      // The page of a native form is about to go away.
      if (event.type === 'form') flush()
      else soon(lead ? 0 : patience)
    },
    flush,
    leave: () =>
      batches().forEach((batch) => {
        if (beacon(address, batch.body)) remove(batch.entries)
        else fly(batch)
      }),
    resume() {
      if (resumed) return
      resumed = true
      pending = stash.load().concat(pending)
      if (pending[0]) soon(patience)
    },
    forget() {
      pending = pending.filter(({ visitor }) => !visitor)
      stash.clear()
    },
  }
}

/** Bodies of at most 48 KB, one visitor each. An event that is larger goes alone. */
function batchesOf(site: string, entries: readonly Entry[]): Batch[] {
  const batches: Batch[] = []
  let group: Entry[] = []
  let texts = ''
  entries.forEach((entry, place) => {
    const text = JSON.stringify(entry.event, (_, value) => (typeof value === 'string' ? wellFormed(value) : value))
    texts += (texts && ',') + text
    group.push(entry)
    const next = entries[place + 1]
    const full = new Blob([texts, JSON.stringify(next)]).size > mostBytes || group.length === mostEvents
    if (next && next.visitor === entry.visitor && !full) return
    const envelope = {
      v: 1,
      site,
      visitor: entry.visitor,
      sent: Date.now(),
      automated: navigator.webdriver || undefined,
    }
    batches.push({ body: JSON.stringify(envelope).slice(0, -1) + ',"events":[' + texts + ']}', entries: group })
    group = []
    texts = ''
  })
  return batches
}
