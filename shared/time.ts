/** Time: instants in ms UTC, and days as people in a time zone see them. */
declare const brand: unique symbol
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** 9999-12-31T23:59:59.999Z, the last instant that ISO 8601 writes with four digits. */
const LATEST = 253_402_300_799_999

/** @throws when the number is no instant between the years 1970 and 9999. */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms) || ms < 0 || ms > LATEST) throw new Error(`not an instant: ${ms}`)
  return ms as Instant
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    const parts = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const
    format = new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: zone, hourCycle: 'h23' })
    formats.set(zone, format)
  }
  return format
}

/** Whether the platform knows the IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone.length > 0 && Boolean(formatOf(zone))
  } catch {
    return false
  }
}

/** The wall clock of the zone at the instant, as ms of a clock that has no zone. */
function wallOf(at: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return (daysFrom(year, month, day) * 24 + hour) * HOUR + minute * MINUTE + second * SECOND
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible date algorithms"). */
function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The calendar day, `2026-03-14`, on which the instant falls in the zone. */
export function dayOf(at: number, zone: string): string {
  return formatOf(zone).format(at).slice(0, 10)
}

/**
 * The instant at which a calendar day begins in the zone: the first of two midnights where clocks go back over midnight,
 * and the first instant after the gap where they go forward over it.
 */
export function startOf(day: string, zone: string): Instant {
  return beginningOf(wallDay(day), zone)
}

/** The instant at which the day after a calendar day begins in the zone. */
export function endOf(day: string, zone: string): Instant {
  return beginningOf(wallDay(day) + DAY, zone)
}

/** Midnight of the day on a clock without a zone. */
function wallDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return daysFrom(year, month, date) * DAY
}

function beginningOf(midnight: number, zone: string): Instant {
  // The zone's distance to UTC a day before and a day after: between them lies the change, if there is one.
  const offsets = [midnight - DAY, midnight + DAY].map((at) => wallOf(at, zone) - at)
  const early = midnight - Math.max(...offsets)
  const late = midnight - Math.min(...offsets)
  for (const at of [early, late]) if (wallOf(at, zone) === midnight) return clamped(at)
  return clamped(firstAfter(midnight, early, late, zone))
}

/** The first instant in a range at which the zone's clock has passed the midnight it leaves out; changes fall on whole seconds. */
function firstAfter(midnight: number, early: number, late: number, zone: string): number {
  let [before, after] = [early - SECOND, late]
  while (after - before > SECOND) {
    const middle = before + Math.ceil((after - before) / 2 / SECOND) * SECOND
    if (wallOf(middle, zone) < midnight) before = middle
    else after = middle
  }
  return after
}

const clamped = (at: number): Instant => instant(Math.min(LATEST, Math.max(0, at)))

/** Whether the text is an ISO calendar day that exists. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && dayOf(startOf(day, 'UTC'), 'UTC') === day
}

/** ISO 8601 in UTC with milliseconds, as the API writes instants. */
export const isoOf = (at: Instant): string => new Date(at).toISOString()
