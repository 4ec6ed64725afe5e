/** Time: instants in ms UTC, and days as people in a time zone see them. */
declare const brand: unique symbol;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [brand]: "Instant" };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @throws when the number is no instant between the years 1970 and 9999. */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms) || ms < 0 || ms > 253_402_300_799_999)
    throw new Error(`not an instant: ${ms}`);
  return ms as Instant;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const parts = {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    } as const;
    format = new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: zone, hourCycle: "h23" });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the platform knows the IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone.length > 0 && Boolean(formatOf(zone));
  } catch {
    return false;
  }
}

/** The wall clock of the zone at the instant, as ms of a clock that has no zone. */
function wallOf(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return (daysFrom(year, month, day) * 24 + hour) * HOUR + minute * MINUTE + second * SECOND;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible date algorithms"). */
function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The calendar day, `2026-03-14`, on which the instant falls in the zone. */
export function dayOf(at: number, zone: string): string {
  return formatOf(zone).format(at).slice(0, 10);
}

/** The instant at which a calendar day begins in the zone. A day without a midnight begins at its first instant. */
export function startOf(day: string, zone: string): Instant {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const wanted = daysFrom(year, month, date) * DAY;
  let at = wanted;
  for (let round = 0; round < 3; round += 1) at += wanted - wallOf(at, zone);
  return instant(Math.max(0, at));
}

/** The instant at which the day after a calendar day begins in the zone. */
export function endOf(day: string, zone: string): Instant {
  const nextDay = dayOf(startOf(day, zone) + 36 * HOUR, zone);
  return startOf(nextDay, zone);
}

/** Whether the text is an ISO calendar day that exists. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && dayOf(startOf(day, "UTC"), "UTC") === day;
}

/** ISO 8601 in UTC with milliseconds, as the API writes instants. */
export const isoOf = (at: Instant): string => new Date(at).toISOString()
