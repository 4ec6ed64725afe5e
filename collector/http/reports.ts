/** Reports over a period. */
import { attributionSchema } from '@leadtrail/shared/reports'
import { DAY, dayOf, startOf } from '@leadtrail/shared/time'
import type { Reports } from '../flow/report.ts'
import type { Clock } from '../ports/world.ts'
import { attributionQuery } from './query.ts'
import { type Route, route } from './route.ts'

type ReportsDeps = { readonly reports: Pick<Reports, 'attribution'>; readonly clock: Clock }
type Days = { readonly from?: string | undefined; readonly to?: string | undefined }

export function reports({ reports, clock }: ReportsDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/reports/attribution',
      summary:
        'Which channels, campaigns or pages earned the leads of a period (the last 90 days unless it says otherwise)',
      access: 'site',
      query: attributionQuery,
      answer: attributionSchema,
      handle: ({ site, query }) =>
        reports.attribution(site.id, { ...query, ...periodOf(query, dayOf(clock.now(), site.timeZone)) }),
    }),
  ]
}

/** An open end is today, or the first day where that is later; an open beginning lies 90 days before the end. */
function periodOf({ from, to }: Days, today: string): { from: string; to: string } {
  const last = to ?? (from && from > today ? from : today)
  return { from: from ?? dayOf(Math.max(0, startOf(last, 'UTC') - 89 * DAY), 'UTC'), to: last }
}
