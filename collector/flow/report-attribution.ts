/** The attribution report: which sessions of qualified leads earned how much, by the model that was asked for. */
import { type Outcome, done } from '@leadtrail/shared/failure'
import type { Attribution, Credit, Dimension, Milestone, ModelName, Unit } from '@leadtrail/shared/reports'
import { DAY, type Instant, instant } from '@leadtrail/shared/time'
import { attribute, describeModel } from '../domain/attribution.ts'
import type { Site } from '../domain/event.ts'
import type { LeadRow, SessionRow } from '../domain/rows.ts'
import type { Archive, LeadPath } from '../ports/store.ts'
import { periodOf } from './period.ts'

export type AttributionQuery = {
  /** ISO days in the site's time zone; both ends count. */
  readonly from: string
  readonly to: string
  readonly model: ModelName
  readonly by: Dimension
  readonly milestone: Milestone
  readonly unit: Unit
  readonly direct: 'keep' | 'drop'
  readonly qualified: boolean
  /** Days before the milestone in which a session may still earn credit. */
  readonly lookback: number
}

/** Credit of leads is counted in millionths, so that it is split like money: exactly. */
const MILLIONTH = 1_000_000

/** Fails with invalid when a day is none. */
export async function attributionReport(
  archive: Pick<Archive, 'paths'>,
  site: Site,
  query: AttributionQuery,
): Promise<Outcome<Attribution>> {
  const period = periodOf(query, site.timeZone)
  if (!period.ok) return period
  const { from = instant(0), until = instant(0) } = period.value
  const found = await archive.paths(site.id, query.milestone, from, until)
  const relevant = found.filter(({ lead }) => lead.stage !== 'irrelevant')
  const counted = query.qualified ? relevant.filter(({ lead }) => lead.mqlAt !== null) : relevant
  const paths = counted.map((path) => pathOf(path, query))
  const { rows, total } = attribute({ paths, model: query.model, direct: query.direct })
  const creditOf = (credit: number): Credit =>
    query.unit === 'count' ? credit / MILLIONTH : { amount: credit, currency: site.currency }
  return done({
    definition: { ...query, timeZone: site.timeZone, text: textOf(query, site) },
    total: { leads: total.leads, credit: creditOf(total.credit) },
    rows: rows.map(({ key, leads, credit }) => ({ key, leads, credit: creditOf(credit) })),
    excluded: {
      irrelevant: found.length - relevant.length,
      notQualified: relevant.length - counted.length,
      noJourney: counted.length - total.leads,
      sessionsOutsideLookback: paths.reduce((sum, { outside }) => sum + outside, 0),
    },
  })
}

/** The sessions inside the look-back, as steps towards the milestone. */
function pathOf({ lead, sessions }: LeadPath, { milestone, lookback, unit, by }: AttributionQuery) {
  const reached = reachedAt(lead, milestone)
  const before = sessions.filter(({ startedAt }) => startedAt <= reached)
  const inside = before.filter(({ startedAt }) => startedAt >= reached - lookback * DAY)
  const steps = inside.map((session) => ({
    key: keyOf(session, by),
    direct: session.channel === 'Direct',
    at: session.startedAt,
  }))
  return { lead: lead.id, amount: amountOf(lead, unit), steps, outside: before.length - inside.length }
}

function reachedAt(lead: LeadRow, milestone: Milestone): Instant {
  const at = { lead: lead.openedAt, mql: lead.mqlAt, sql: lead.sqlAt, customer: lead.customerAt }[milestone]
  return at ?? lead.openedAt
}

function amountOf(lead: LeadRow, unit: Unit): number {
  if (unit === 'count') return MILLIONTH
  return unit === 'value' ? lead.value : (lead.revenue ?? 0)
}

/** What the session says in the dimension; "(none)" where it says nothing. */
const keyOf = (session: SessionRow, by: Dimension): string => session[by] ?? '(none)'

const milestoneWords = {
  lead: 'became leads',
  mql: 'became MQL',
  sql: 'became SQL',
  customer: 'became customers',
} as const
const unitWords = { count: 'their number', value: 'their expected value', revenue: 'their revenue' } as const

function textOf(query: AttributionQuery, { timeZone }: Site): string {
  const { model, milestone, unit, qualified, direct, lookback, from, to } = query
  const who = qualified ? 'Qualified leads' : 'Leads'
  return [
    `${who} that ${milestoneWords[milestone]} from ${from} to ${to} (days in ${timeZone}), by ${unitWords[unit]}; irrelevant ones count nowhere.`,
    describeModel(model),
    `Sessions up to ${lookback} days before it count.`,
    ...(direct === 'drop' ? ['Direct sessions are left out unless there is no other.'] : []),
  ].join(' ')
}
