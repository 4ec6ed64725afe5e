/** Leads as they are kept, listed by what is asked of them, newest first, with what a list shows beside each. */
import type { SiteId } from '@leadtrail/shared/ids'
import { type Minor, minor } from '@leadtrail/shared/money'
import type { LeadRow, LeadView, SessionRow } from '../domain/rows.ts'
import type { LeadQuery } from '../ports/store.ts'
import { contacts, contactsWith } from './contacts.ts'
import { type Engine, type Statement, sql, when } from './engine.ts'
import { grouped } from './grouped.ts'
import { sessions } from './sessions.ts'
import { table } from './table.ts'
import { touchpointsOf } from './touchpoints.ts'

export const leads = table<LeadRow>({
  name: 'leads',
  columns: {
    id: 'lead_id',
    visitor: 'visitor_id',
    journey: 'journey',
    contact: 'contact_id',
    openedAt: 'opened_at',
    closedAt: 'closed_at',
    activeAt: 'active_at',
    stage: 'stage',
    reason: 'reason',
    value: 'value',
    revenue: 'revenue',
    fit: 'fit',
    interest: 'interest',
    cell: 'cell',
    sessions: 'sessions',
    firstSession: 'first_session',
    convertingSession: 'converting_session',
    lastSession: 'last_session',
    mqlAt: 'mql_at',
    sqlAt: 'sql_at',
    customerAt: 'customer_at',
  },
})

/** A page of leads, and how many there are on all pages with what they are worth together. */
export async function leadPage(
  db: Engine,
  site: SiteId,
  query: LeadQuery,
): Promise<{ readonly views: readonly LeadView[]; readonly total: number; readonly value: Minor }> {
  const asked = conditionOf(site, query)
  const [counted] = await db.all<{ total: number; value: number }>(
    sql`select count(*) as total, coalesce(sum(value), 0) as value from leads ${asked}`,
  )
  const { after, limit } = query
  const page = await leads.where(
    db,
    sql`${asked}
      ${when(after !== undefined, () => sql`and (opened_at, lead_id) < (${after?.openedAt}, ${after?.id})`)}
      order by opened_at desc, lead_id desc
      limit ${limit}`,
  )
  return { views: await viewsOf(db, site, page), total: counted?.total ?? 0, value: minor(counted?.value ?? 0) }
}

function conditionOf(site: SiteId, { from, until, stage, qualified, text, channel }: LeadQuery): Statement {
  return sql`where site_id = ${site}
    ${when(from !== undefined, () => sql`and opened_at >= ${from}`)}
    ${when(until !== undefined, () => sql`and opened_at < ${until}`)}
    ${when(stage !== undefined, () => sql`and stage = ${stage}`)}
    ${when(qualified === true, () => sql`and stage <> 'irrelevant' and mql_at is not null`)}
    ${when(qualified === false, () => sql`and (stage = 'irrelevant' or mql_at is null)`)}
    ${when(Boolean(text?.trim()), () => sql`and contact_id in (${contactsWith(site, text ?? '')})`)}
    ${when(
      channel !== undefined,
      () => sql`and exists (select 1 from sessions where sessions.site_id = leads.site_id
      and sessions.session_id = leads.first_session and sessions.channel = ${channel})`,
    )}`
}

async function viewsOf(db: Engine, site: SiteId, page: readonly LeadRow[]): Promise<readonly LeadView[]> {
  if (page.length === 0) return []
  const known = await contacts.byKeys(db, site, present(page.map(({ contact }) => contact)))
  const named = present(
    page.flatMap(({ firstSession, convertingSession, lastSession }) => [firstSession, convertingSession, lastSession]),
  )
  const visited = await sessions.byKeys(db, site, named)
  const earned = grouped(
    await touchpointsOf(
      db,
      site,
      page.map(({ id }) => id),
    ),
    ({ lead }) => lead,
  )
  const contactOf = new Map(known.map((contact) => [contact.id, contact]))
  const sessionOf = new Map<string | null, SessionRow>(visited.map((session) => [session.id, session]))
  return page.map((lead) => ({
    lead,
    contact: lead.contact === null ? undefined : contactOf.get(lead.contact),
    touchpoints: earned.get(lead.id) ?? [],
    first: sessionOf.get(lead.firstSession),
    converting: sessionOf.get(lead.convertingSession),
    last: sessionOf.get(lead.lastSession),
  }))
}

const present = <Id extends string>(ids: readonly (Id | null)[]): readonly Id[] => [
  ...new Set(ids.filter((id) => id !== null)),
]
