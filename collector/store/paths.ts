/** Paths: the leads that reached a milestone in a period, with the sessions that led there. Attribution reads them. */
import type { SiteId } from '@leadtrail/shared/ids'
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
  const period = sql`leads.site_id = ${site} and ${at} >= ${from} and ${at} < ${until}`
  const reached = await leads.where(db, sql`where ${period} order by ${at}, lead_id`)
  // A journey is a contact's, or the visitor's own: the index by contact leaves out those many that are the visitor's own.
  const [cells = []] = await db.lists([
    sql`
    select leads.lead_id, ${sessions.columns}
    from leads
    join sessions on sessions.site_id = leads.site_id and sessions.journey = leads.journey
      and sessions.journey <> sessions.visitor_id
    where ${period} and sessions.started_at <= ${at}
    union all
    select leads.lead_id, ${sessions.columns}
    from leads
    join sessions on sessions.site_id = leads.site_id and sessions.visitor_id = leads.journey
      and sessions.journey = sessions.visitor_id
    where ${period} and sessions.started_at <= ${at}`,
  ])
  const travelled = grouped(cells, ([lead]) => lead)
  return reached.map((lead) => ({
    lead,
    sessions: (travelled.get(lead.id) ?? []).map((row) => sessions.rowOf(row, 1)).toSorted(byStart),
  }))
}

const byStart = (a: SessionRow, b: SessionRow): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
