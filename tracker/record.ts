/**
 * Every event passes here: it gets its id, time and address, and then goes out, waits or is forgotten, as consent says.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import type { ConsentMode } from '@leadtrail/shared/settings'
import { keptAddress } from './campaign.ts'
import { type Choice, allowed } from './consent.ts'
import type { Queue } from './queue.ts'
import { randomId } from './random-id.ts'
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
  /** Tells the visitor's id once it is known whether there is one. */
  readonly tell: (ask: Ask) => void
  /** The page goes away: what must not be lost is handed to the queue. */
  readonly leave: () => void
}

const mostWaiting = 100

export function recorder(
  visitor: Visitor,
  queue: Queue,
  configured: ConsentMode | undefined,
  signal: boolean,
): Recorder {
  let mode = configured
  let choice = visitor.choice()
  let held: BrowserEvent[] = []
  let asks: Ask[] = []

  const state = () => allowed(mode, choice, signal)

  /** A form that somebody sent without agreeing to be followed: what he wrote, and nothing of how he came. */
  const alone = (event: BrowserEvent) => queue.add({ ...event, url: (event.url || '').split('?')[0] } as BrowserEvent)

  const admit = (event: BrowserEvent) => {
    const now = state()
    if (now === 'granted') queue.add(event, visitor.id())
    else if (now === 'cookieless') queue.add(event)
    // The landing waits for a yes, also after a first no: banners like to say "denied" before they ask.
    else if (now === 'unknown' ? held.length < mostWaiting : event.type === 'page' && !held[0]) held.push(event)
    else if (event.type === 'form') alone(event)
  }

  /** Something has become known: the device is brought in line with it, and what waited is judged again. */
  const apply = () => {
    const waiting = held
    held = []
    if (state() === 'granted') {
      if (choice) visitor.agree()
      queue.resume()
    } else if (mode || choice) {
      visitor.forget()
      queue.forget()
      // Where nothing is kept without a yes, a no need not be kept either.
      if (choice && mode !== 'required') visitor.refuse()
    }
    waiting.forEach(admit)
    answer()
  }

  const answer = () => {
    const now = state()
    if (now === 'unknown' || now === 'waiting') return
    const asked = asks
    asks = []
    asked.forEach((ask) => ask(now === 'granted' ? visitor.id() : undefined))
  }

  const record: RecordEvent = (draft) =>
    admit({ url: keptAddress(location.href), at: Date.now(), ...draft, id: randomId() } as BrowserEvent)

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
      if (choice) visitor.agree()
    },
    tell(ask) {
      asks.push(ask)
      answer()
    },
    leave() {
      if (state() !== 'unknown') return
      const waiting = held
      held = []
      waiting.forEach((event) => (event.type === 'form' ? alone(event) : held.push(event)))
    },
  }
}
