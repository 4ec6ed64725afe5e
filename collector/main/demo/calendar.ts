/** The demo company's calendar: how busy each day is, at which hours people come, and when sales is at work. */
import { DAY, HOUR, type Instant, MINUTE, dayOf, endOf, instant, isoOf, startOf } from '@leadtrail/shared/time'
import { type Random, between, chance, randomOf, weighted } from './random.ts'

/** Where the company is; its days begin and end there, whatever the site is set to. */
export const ZONE = 'Europe/Copenhagen'

export type Day = {
  /** `2026-03-14` */
  readonly iso: string
  readonly startsAt: Instant
  /** 1 to 12. */
  readonly month: number
  readonly year: string
  /** Visits by the average of a year; weekends, holidays and seasons included. */
  readonly busyness: number
  /** Days since the last newsletter went out; 99 when it is long ago. */
  readonly sinceLetter: number
}

/** From Monday to Sunday. */
const weekdays = [1.2, 1.37, 1.36, 1.29, 1.04, 0.37, 0.4]
/** From January to December: drilling seasons, summer holidays, Christmas. */
const months = [0.88, 0.99, 1.12, 1.13, 1.12, 1.02, 0.62, 0.97, 1.18, 1.17, 1.08, 0.72]
const holidays = new Set(['01-01', '05-01', '06-05', '12-24', '12-25', '12-26', '12-31'])

const numberOf = (iso: string): number => Date.parse(iso) / DAY
const isoDay = (number: number): string => isoOf(instant(number * DAY)).slice(0, 10)
/** 1970-01-01 was a Thursday; Monday is 0. */
const weekdayOf = (number: number): number => (number + 3) % 7
const isWorkday = (iso: string): boolean => weekdayOf(numberOf(iso)) < 5 && !holidays.has(iso.slice(5))

/** So many days, the last one included, oldest first. */
export function daysUntil(last: string, count: number): Day[] {
  const end = numberOf(last)
  return Array.from({ length: count }, (_, place) => dayAt(end - count + 1 + place))
}

/** The day before that on which the instant falls. */
export const dayBefore = (at: Instant): string => isoDay(numberOf(dayOf(at, ZONE)) - 1)

/** The instant after the last one of the day. */
export const endOfDay = (iso: string): Instant => endOf(iso, ZONE)

function dayAt(number: number): Day {
  const iso = isoDay(number)
  const month = Number(iso.slice(5, 7))
  // Slow growth that levels out, so that a year is about as large whenever it is filled.
  const growth = 1 + 0.2 * Math.tanh((number - numberOf('2026-07-01')) / 400)
  const weather = 0.86 + 0.28 * randomOf('weather', iso)()
  const season = (weekdays[weekdayOf(number)] ?? 1) * (months[month - 1] ?? 1) * (holidays.has(iso.slice(5)) ? 0.3 : 1)
  return {
    iso,
    startsAt: startOf(iso, ZONE),
    month,
    year: iso.slice(0, 4),
    busyness: season * growth * weather,
    sinceLetter: sinceLetter(number),
  }
}

/** Six letters a year: on the second Tuesday of every other month. */
function sinceLetter(number: number): number {
  for (let since = 0; since < 7; since += 1) {
    const date = isoDay(number - since)
    const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))]
    if (weekdayOf(number - since) === 1 && month % 2 === 1 && day > 7 && day <= 14) return since
  }
  return 99
}

/** A moment of the day: people at work come in working hours, others in the evening too. */
export function momentOf(random: Random, { startsAt }: Pick<Day, 'startsAt'>, atWork: boolean): Instant {
  const hour = weighted<() => number>(random, [
    [atWork ? 48 : 20, () => 7.3 + 2.6 * (random() + random())],
    [atWork ? 38 : 18, () => 12.3 + 2.4 * (random() + random())],
    [atWork ? 11 : 46, () => 16.5 + 6 * random()],
    [atWork ? 3 : 16, () => 23.4 * random()],
  ])
  return instant(startsAt + Math.floor(hour() * HOUR) + between(random, 0, 999))
}

/** A moment some days later; who is at work comes back on a workday. */
export function daysLater(random: Random, at: Instant, days: number, atWork: boolean): Instant {
  let number = numberOf(dayOf(instant(at + Math.round(days * DAY)), ZONE))
  while (atWork && !isWorkday(isoDay(number))) number += 1
  const later = momentOf(random, { startsAt: startOf(isoDay(number), ZONE) }, atWork)
  // On the same day: at least an hour later, so that it is a visit of its own.
  return later < at + HOUR ? instant(at + HOUR + between(random, 5 * MINUTE, 90 * MINUTE)) : later
}

/** The first moment from then on at which somebody in sales is at the desk. */
export function atTheDesk(random: Random, at: number): Instant {
  const iso = dayOf(at, ZONE)
  const hour = (at - startOf(iso, ZONE)) / HOUR
  if (isWorkday(iso) && hour >= 7.5 && hour < 17) return instant(Math.round(at))
  let number = numberOf(iso) + (hour < 7.5 ? 0 : 1)
  while (!isWorkday(isoDay(number))) number += 1
  const opening = startOf(isoDay(number), ZONE) + 7.5 * HOUR
  return instant(opening + between(random, 2 * MINUTE, chance(random, 0.7) ? 75 * MINUTE : 5 * HOUR))
}

/** The day so many days after the instant's. */
export const isoDayAfter = (at: Instant, days: number): string => isoDay(numberOf(dayOf(at, ZONE)) + days)
