/**
 * A plot: what one story of the demo year is told with. Its events are written as a browser sends them and become log
 * events by the collector's own rules; their ids follow from the story's name, so that telling it again repeats them.
 */
import type { BrowserEvent } from '@leadtrail/shared/event'
import { type EventId, type SiteId, type VisitorId, eventId, visitorId } from '@leadtrail/shared/ids'
import { type Instant, SECOND, instant } from '@leadtrail/shared/time'
import { fromBrowser } from '../../domain/arrival.ts'
import type { EventBody, LogEvent } from '../../domain/event.ts'
import type { Agent } from '../../ports/world.ts'
import type { Day } from './calendar.ts'
import { type Random, between, randomOf } from './random.ts'

/** One browser on one device. */
export type Browser = { readonly visitor: VisitorId; readonly agent: Agent }

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
type Said = Without<BrowserEvent, 'id' | 'at'>

export type Setting = {
  readonly seed: number
  readonly site: SiteId
  /** Where the site is, without a slash at the end. */
  readonly base: string
}

export type Plot = Setting & {
  readonly name: string
  readonly random: Random
  readonly day: Day
  /** The nth browser of the story. */
  readonly browser: (letter: 'a' | 'b', agent: Agent) => Browser
  /** Writes down what happened in a browser. */
  readonly say: (browser: Browser, at: number, event: Said) => EventId
  /** Writes down what a person or a server of the company stated, on a timeline. */
  readonly state: (origin: 'person' | 'server', visitor: VisitorId, at: Instant, body: EventBody) => void
  readonly events: readonly LogEvent[]
}

/** Seed, day and place among the day's stories of a kind name the story. */
export function plotOf(setting: Setting, day: Day, kind: string, place: number): Plot {
  const name = `demo${setting.seed}-${day.iso.replaceAll('-', '')}-${kind}${place}`
  const random = randomOf(name)
  const events: LogEvent[] = []
  const nextId = () => eventId(`${name}-${events.length}`)
  return {
    ...setting,
    name,
    random,
    day,
    browser: (letter, agent) => ({ visitor: visitorId(`${name}-${letter}`), agent }),
    say: ({ visitor, agent }, at, event) => {
      const id = nextId()
      // The device's clock is right; the way to the collector takes a moment.
      const receivedAt = instant(at + between(random, 40, 2 * SECOND))
      events.push(fromBrowser({ ...event, id, at }, { ...agent, visitor, receivedAt, sent: receivedAt }))
      return id
    },
    state: (origin, visitor, at, body) => {
      events.push({ id: nextId(), visitor, at, receivedAt: at, origin, bot: false, device: null, body })
    },
    events,
  }
}
