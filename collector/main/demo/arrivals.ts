/** Arrivals: how one visit begins, as its landing page's address and referrer tell. */
import { type Channel, channels } from '@leadtrail/shared/reports'
import type { Day } from './calendar.ts'
import type { PageName } from './pages.ts'
import { type Random, letters, weighted } from './random.ts'
import { type Way, mix, quality, returns, ways } from './ways.ts'

export type Arrival = {
  readonly landing: PageName
  /** `?utm_source=…`, or empty. */
  readonly query: string
  readonly referrer: string | undefined
}

/** The channel of a first visit on the day: a letter that has just gone out brings its readers. */
export function firstChannel(random: Random, { sinceLetter }: Day): Channel {
  const letter = [14, 6, 2.5, 1.6, 1.2][sinceLetter] ?? 0.5
  return weighted(
    random,
    channels.map((channel) => [mix[channel] * (channel === 'Email' ? letter : 1), channel]),
  )
}

/** The channel that begins the journey of an enquiry. */
export function enquiryChannel(random: Random): Channel {
  return weighted(
    random,
    channels.map((channel) => [quality[channel].enquiries, channel]),
  )
}

/** By one of the channel's ways that are open on the day; where a campaign rests, the channel's others. */
export function arrivalBy(random: Random, channel: Channel, day: Day): Arrival {
  const open = ways[channel].filter(({ months }) => !months || months.includes(day.month))
  return arrivalOn(random, open, day)
}

/** Back again: what looks for the company by its name or follows its visitors is for those who know it. */
export function returnOn(random: Random, day: Day): Arrival {
  const all = ways[weighted(random, returns)]
  const known = all.filter((way) => way.known)
  return arrivalOn(random, known.length > 0 ? known : all.filter(({ months }) => !months), day)
}

function arrivalOn(random: Random, open: readonly Way[], { year }: Day): Arrival {
  const way = weighted(
    random,
    open.map((each) => [each.weight, each]),
  )
  return { landing: weighted(random, way.landing), query: queryOf(random, way, year), referrer: way.referrer }
}

function queryOf(random: Random, { tags, clickId }: Way, year: string): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(tags ?? {})) parameters.set(`utm_${name}`, value.replace('YEAR', year))
  if (clickId) parameters.set(clickId, idOf[clickId](random))
  return parameters.size > 0 ? `?${parameters.toString()}` : ''
}

/** Click ids as long as the platforms' own. */
const idOf: Readonly<Record<NonNullable<Way['clickId']>, (random: Random) => string>> = {
  gclid: (random) => `Cj0KCQ${letters(random, 40)}`,
  gbraid: (random) => `0AAAAA${letters(random, 28)}`,
  msclkid: (random) => letters(random, 32).toLowerCase(),
  dclid: (random) => `CM${letters(random, 24)}`,
  fbclid: (random) => `IwZXh0bg${letters(random, 40)}`,
  li_fat_id: (random) => letters(random, 32).toLowerCase(),
}
