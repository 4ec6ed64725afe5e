/** Periods: days as a site's people count them, turned into instants. */
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type Instant, endOf, isDay, startOf } from '@leadtrail/shared/time'

/** From the first instant of `from` to the last of `to`, in the site's zone. `until` is exclusive. */
export function periodOf(
  days: { from?: string | undefined; to?: string | undefined },
  zone: string,
): Outcome<{ from: Instant | undefined; until: Instant | undefined }> {
  for (const path of ['from', 'to'] as const) {
    const day = days[path]
    if (day !== undefined && !isDay(day))
      return failed({
        why: 'invalid',
        detail: `${path} is not a day.`,
        errors: [{ path, message: 'is not a day such as 2026-03-14' }],
      })
  }
  const { from, to } = days
  return done({
    from: from === undefined ? undefined : startOf(from, zone),
    until: to === undefined ? undefined : endOf(to, zone),
  })
}
