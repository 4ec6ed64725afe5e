/**
 * Every event passes here: it gets its id, time and address, and then goes out, waits or is forgotten, as consent says.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import type { ConsentMode } from '@leadtrail/shared/settings'
import { keptAddress } from './campaign.ts'
import { type Choice, allowed } from './consent.ts'
import type { Queue } from './queue.ts'
import { randomId } from './random-id.ts'
import { wellFormed } from './text.ts'
import type { Visitor } from './visitor.ts'

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
/** An event as it is noticed; where no time or address is given, they are those of now. */
export type Draft = Without<BrowserEvent, 'id' | 'at' | 'url'> & {
  readonly at?: number
  readonly url?: string | undefined
}
export type RecordEvent = (draft: Draft) => void
type Ask = (id: string | undefined) => void

export type Recorder = {
  readonly record: RecordEvent
  /** The collector has told the site's mode. */
  readonly know: (mode: ConsentMode) => void
  readonly choose: (choice: Choice) => void
  /** Forgets who this is; what follows is somebody else's. */
  readonly reset: () => void
  /** Tells the visitor's id, or that he has none, as soon as he may be counted. */
  readonly tell: (ask: Ask) => void
}

export function recorder(
  visitor: Visitor,
  queue: Queue,
  configured: ConsentMode | undefined,
  signal: boolean,
): Recorder {
  let mode = configured
  let choice = visitor.choice()
  let held: BrowserEvent[] = []
  const asks: Ask[] = []

  const state = () => allowed(mode, choice, signal)

  const admit = (event: BrowserEvent) => {
    const now = state()
    if (now === 'granted') queue.add(event, visitor.id())
    else if (now === 'cookieless') queue.add(event)
    // Sent without agreeing to be followed: what he wrote, and nothing of how he came.
    else if (event.type === 'form') queue.add({ ...event, url: event.url && event.url.replace(/\?.*/, '') })
    // The landing waits for a yes, also after a first no: banners like to say "denied" before they ask.
    else if (!now || (event.type === 'page' && !held[0])) held.push(event)
  }

  const answer = () => {
    const now = state()
    if (now && now !== 'denied') asks.splice(0).forEach((ask) => ask(now === 'granted' ? visitor.id() : undefined))
  }

  /** Something has become known: the device is brought in line with it, and what waited is judged again. */
  const apply = () => {
    const now = state()
    const waiting = held
    held = []
    if (now === 'granted') {
      if (choice) visitor.id('.1')
      queue.resume()
    } else if (now) {
      visitor.forget()
      queue.forget()
      // Where nothing is kept without a yes, a no need not be kept either.
      if (choice && mode !== 'required') visitor.refuse()
    }
    waiting.forEach(admit)
    answer()
  }

  const record: RecordEvent = (draft) => {
    const event = { url: keptAddress(location.href), at: Date.now(), ...draft, id: randomId() }
    admit(JSON.parse(JSON.stringify(event, (_, value) => (typeof value === 'string' ? wellFormed(value) : value))))
  }

  apply()
  return {
    record,
    know(told) {
      mode = told
      apply()
    },
    choose(chosen) {
      if (chosen === choice) return
      choice = chosen
      apply()
      if (chosen === 'granted') record({ type: 'consent', state: chosen })
    },
    reset() {
      if (state() !== 'granted') return
      queue.flush()
      visitor.forget()
      apply()
    },
    tell(ask) {
      asks.push(ask)
      answer()
    },
  }
}
