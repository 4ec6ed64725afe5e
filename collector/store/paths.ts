/** Paths: the leads that reached a milestone in a period, with the sessions that led there. Attribution reads them. */
import type { LeadId, SiteId } from '@leadtrail/shared/ids'
import type { Milestone } from '@leadtrail/shared/reports'
import type { Instant } from '@leadtrail/shared/time'
import type { SessionRow } from '../domain/rows.ts'
import type { LeadPath } from '../ports/store.ts'
import { type Engine, type Statement, sql } from './engine.ts'
import { grouped } from './grouped.ts'
import { leads } from './leads.ts'
import { sessions } from './sessions.ts'

const reachedAt: Readonly<Record<Milestone, Statement>> = {
  lead: sql`leads.opened_at`,
  mql: sql`leads.mql_at`,
  sql: sql`leads.sql_at`,
  customer: sql`leads.customer_at`,
}

/** Leads by the time of the milestone, sessions by their start, both oldest first. */
export async function pathsOf(
  db: Engine,
  site: SiteId,
  milestone: Milestone,
  from: Instant,
  until: Instant,
): Promise<readonly LeadPath[]> {
  const at = reachedAt[milestone]
  const period = sql`where leads.site_id = ${site} and ${at} >= ${from} and ${at} < ${until}`
  const reached = await leads.where(db, sql`${period} order by ${at}, lead_id`)
  const travelled = await db.all<SessionRow & { readonly lead: LeadId }>(sql`
    select leads.lead_id as lead, ${sessions.columnsOf('sessions')}
    from leads join sessions on sessions.site_id = leads.site_id
      and sessions.journey = leads.journey
      and sessions.started_at <= ${at}
    ${period}
    order by sessions.started_at, sessions.session_id`)
  const byLead = grouped(travelled, ({ lead }) => lead)
  return reached.map((lead) => ({
    lead,
    sessions: (byLead.get(lead.id) ?? []).map(({ lead: _lead, ...row }) => sessions.rowOf(row)),
  }))
}
