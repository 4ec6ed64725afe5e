/** The demo year, day by day: everybody whose story begins on a day, with all that they do until the year ends. */
import type { Instant } from '@leadtrail/shared/time'
import type { LogEvent } from '../../domain/event.ts'
import type { Quarantined } from '../../ports/store.ts'
import { type Day, daysUntil, endOfDay } from './calendar.ts'
import { enquire } from './enquiries.ts'
import { crawl, nonsenseOn, resent } from './noise.ts'
import { passBy } from './passers-by.ts'
import { type Plot, type Setting, plotOf } from './plot.ts'
import { randomOf, roughly } from './random.ts'

export const DAYS = 365

export type Year = Setting & {
  /** The last day, `2026-03-14`. */
  readonly until: string
  /** About so many visits. */
  readonly visits: number
}

/** What the collector is sent of the stories that begin on one day. */
export type DaySent = { readonly events: readonly LogEvent[]; readonly quarantined: readonly Quarantined[] }

/** Stories a visit: people come back, and programs come as well. */
const kinds = [
  { kind: 'v', perVisit: 0.7, tell: passBy },
  { kind: 'b', perVisit: 0.05, tell: crawl },
  { kind: 'l', perVisit: 0.0102, tell: enquire },
] as const satisfies readonly { kind: string; perVisit: number; tell: (plot: Plot) => void }[]

/**
 * Each story follows from the seed, its day and its number alone. So the year that ends a day later holds the same
 * stories, told one day further, and filling it again adds only what is new.
 */
export function* yearOf({ until, visits, ...setting }: Year): Generator<DaySent> {
  const end = endOfDay(until)
  for (const day of daysUntil(until, DAYS)) {
    const events = kinds.flatMap(({ kind, perVisit, tell }) => {
      const random = randomOf('stories', setting.seed, day.iso, kind)
      const count = roughly(random, (visits / DAYS) * perVisit * day.busyness)
      return Array.from({ length: count }, (_, place) => told(setting, day, kind, place, tell, end)).flat()
    })
    const twice = resent(randomOf('resends', setting.seed, day.iso), events)
    yield { events: [...events, ...twice], quarantined: nonsenseOn(setting, day) }
  }
}

function told(
  setting: Setting,
  day: Day,
  kind: string,
  place: number,
  tell: (plot: Plot) => void,
  end: Instant,
): readonly LogEvent[] {
  const plot = plotOf(setting, day, kind, place)
  tell(plot)
  return plot.events.filter(({ receivedAt }) => receivedAt < end)
}
