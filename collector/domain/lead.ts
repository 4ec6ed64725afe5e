/**
 * A lead: one buying journey, opened by its first touchpoint that opens one, closed by customer, lost or
 * irrelevant. At most one is open per journey; decisions name it by a touchpoint that it holds.
 */
import { type LeadId, type SessionId, type VisitorId, leadIdOf, openingOf } from '@leadtrail/shared/ids'
import type { DecisionKind, Revenue } from '@leadtrail/shared/event'
import type { Stage } from '@leadtrail/shared/reports'
import type { Instant } from '@leadtrail/shared/time'
import { type LogEvent, type Site, byTime, isType } from './event.ts'
import type { Journey } from './journey.ts'
import { type Score, scoreOf } from './score.ts'
import { type Touchpoint, touchpointOf } from './touchpoint.ts'
import { type Minor, minor } from '@leadtrail/shared/money'
import { leadValue } from './lead-value.ts'

/** What somebody, or a CRM, decided about a lead. */
export type Verdict = {
  readonly event: LogEvent
  readonly at: Instant
  readonly decision: DecisionKind
  /** A touchpoint of the lead; undefined means the journey's latest lead. */
  readonly about: string | undefined
  readonly reason: string | undefined
  readonly revenue: Minor | undefined
  readonly by: string
}

export type Lead = {
  readonly id: LeadId
  readonly visitor: VisitorId
  readonly openedAt: Instant
  readonly closedAt: Instant | undefined
  readonly activeAt: Instant
  readonly stage: Stage
  readonly reason: string | undefined
  /** Minor units, after the verdict. */
  readonly value: Minor
  readonly revenue: Minor | undefined
  readonly score: Score
  readonly touchpoints: readonly Touchpoint[]
  /** The decisions that stand, oldest first; the last one says where the lead is. */
  readonly verdicts: readonly Verdict[]
  /** Sessions of the journey that had started when the lead was last active. */
  readonly sessions: number
  readonly first: SessionId | undefined
  readonly converting: SessionId | undefined
  readonly last: SessionId | undefined
  readonly mqlAt: Instant | undefined
  readonly sqlAt: Instant | undefined
  readonly customerAt: Instant | undefined
}

/** A lead while the timeline is walked. */
type Draft = { readonly touchpoints: Touchpoint[]; readonly verdicts: Verdict[] }

const closing: ReadonlySet<DecisionKind> = new Set(['irrelevant', 'won', 'lost'])

/** The leads of a journey, oldest first. `verdicts` are those of the whole cluster. */
export function leadsOf(journey: Journey, verdicts: readonly Verdict[], site: Pick<Site, 'rules'>): Lead[] {
  const touchpoints = touchpointsOf(journey, site)
  if (!touchpoints.some(({ opens }) => opens)) return []
  const own = new Set<string>(touchpoints.map(({ event }) => event))
  const here = new Set(journey.events.map(({ id }) => id))
  const concerned = verdicts.filter(({ about, event }) => (about ? own.has(about) : here.has(event.id)))
  return draftsOf(touchpoints, concerned).map((draft) => leadOf(draft, journey, site))
}

function touchpointsOf(journey: Journey, site: Pick<Site, 'rules'>): Touchpoint[] {
  const sessionOf = new Map(
    journey.sessions.flatMap(({ id, events }) => events.map((event) => [event.id, id] as const)),
  )
  return journey.events.flatMap((event) => touchpointOf(event, sessionOf.get(event.id), site) ?? [])
}

/** Walks touchpoints and verdicts in time order; a verdict comes after what happened at the same instant. */
function draftsOf(touchpoints: readonly Touchpoint[], verdicts: readonly Verdict[]): Draft[] {
  const drafts: Draft[] = []
  let signals: Touchpoint[] = []
  const steps = [...touchpoints.map((touchpoint) => ({ at: touchpoint.at, touchpoint, verdict: undefined })),
    ...verdicts.map((verdict) => ({ at: verdict.at, touchpoint: undefined, verdict }))].toSorted((a, b) => a.at - b.at || Number(Boolean(a.verdict)) - Number(Boolean(b.verdict))) // prettier-ignore
  for (const { touchpoint, verdict } of steps) {
    const open = drafts.findLast((draft) => !closedBy(draft))
    if (verdict) judge(drafts, verdict)
    else if (open) open.touchpoints.push(touchpoint)
    else if (touchpoint.opens) {
      drafts.push({ touchpoints: [...signals, touchpoint], verdicts: [] })
      signals = []
    } else signals.push(touchpoint)
  }
  return drafts
}

/** A reopening takes back the last decision that stands; any other decision stands until then. */
function judge(drafts: Draft[], verdict: Verdict): void {
  const draft = drafts.findLast(
    ({ touchpoints }) => !verdict.about || touchpoints.some(({ event }) => event === verdict.about),
  )
  if (!draft) return
  if (verdict.decision === 'reopen') draft.verdicts.pop()
  else draft.verdicts.push(verdict)
  joinOpen(drafts)
}

/** One is open at most: what had opened another belongs to the earlier one. What was decided stays a lead of its own. */
function joinOpen(drafts: Draft[]): void {
  const [earliest, ...others] = drafts.filter((draft) => !closedBy(draft))
  if (!earliest) return
  for (const other of others) {
    for (const touchpoint of other.touchpoints) earliest.touchpoints.push(touchpoint)
    for (const verdict of other.verdicts) earliest.verdicts.push(verdict)
    drafts.splice(drafts.indexOf(other), 1)
  }
  if (others.length === 0) return
  earliest.touchpoints.sort((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1))
  earliest.verdicts.sort((a, b) => byTime(a.event, b.event))
}

/** The decision that closed it; undefined while it is open. */
function closedBy({ verdicts }: Draft): Verdict | undefined {
  const last = verdicts.at(-1)
  return last && closing.has(last.decision) ? last : undefined
}

function leadOf(draft: Draft, journey: Journey, site: Pick<Site, 'rules'>): Lead {
  const opening = draft.touchpoints.find(({ opens }) => opens)
  if (!opening) throw new Error('a lead has a touchpoint that opened it')
  const closed = closedBy(draft)
  const closedAt = closed?.at
  const until = closedAt ?? journey.events.at(-1)?.at ?? opening.at
  const sessions = journey.sessions.filter(({ startedAt }) => startedAt <= until)
  const ends = sessions.map(({ endedAt }) => endedAt)
  const activeAt = [...ends, ...draft.touchpoints.map(({ at }) => at)].reduce(later, opening.at)
  const { value, revenue } = leadValue(draft.touchpoints, closed)
  const stage = stageOf(draft)
  const score = scoreOf(site.rules.scoring, { ...journey, touchpoints: draft.touchpoints }, activeAt)
  return {
    id: leadIdOf(opening.event),
    visitor: journey.visitor,
    openedAt: opening.at,
    closedAt,
    activeAt,
    stage,
    reason: closed?.decision === 'won' ? undefined : closed?.reason,
    value,
    revenue,
    score,
    touchpoints: draft.touchpoints,
    verdicts: draft.verdicts,
    sessions: sessions.length,
    first: sessions[0]?.id,
    converting: opening.session,
    last: sessions.at(-1)?.id,
    ...firstEntriesOf(draft, opening.at),
  }
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** What each decision makes of a lead. */
const stageAfter = {
  qualify: 'sql',
  opportunity: 'opportunity',
  won: 'customer',
  lost: 'lost',
  irrelevant: 'irrelevant',
} as const

/** The last decision that stands says it; without one the furthest stage among the touchpoints. */
function stageOf({ verdicts, touchpoints }: Draft): Stage {
  const last = verdicts.at(-1)
  if (last && last.decision !== 'reopen') return stageAfter[last.decision]
  return touchpoints.some(({ stage }) => stage === 'sql') ? 'sql' : 'mql'
}

function firstEntriesOf(
  { verdicts, touchpoints }: Draft,
  openedAt: Instant,
): Pick<Lead, 'mqlAt' | 'sqlAt' | 'customerAt'> {
  const decided = (decisions: readonly DecisionKind[]) =>
    verdicts.filter(({ decision }) => decisions.includes(decision)).map(({ at }) => at)
  const touched = touchpoints.filter(({ stage }) => stage === 'sql').map(({ at }) => later(at, openedAt))
  const [sqlAt] = [...touched, ...decided(['qualify', 'opportunity', 'won'])].toSorted((a, b) => a - b)
  return { mqlAt: openedAt, sqlAt, customerAt: verdicts.at(-1)?.decision === 'won' ? decided(['won'])[0] : undefined }
}

/** In the site's currency: receiving has refused any other. */
const amountIn = (revenue: Revenue | undefined): Minor | undefined =>
  revenue === undefined ? undefined : minor(typeof revenue === 'number' ? revenue : revenue.amount)

/** The verdicts among a cluster's events, oldest first. */
export function verdictsOf(events: readonly LogEvent[]): Verdict[] {
  return events.flatMap((event): Verdict[] => {
    if (!isType(event, 'decision') && !isType(event, 'outcome')) return []
    const { decision, reason, revenue, lead } = event.body
    const by = isType(event, 'decision') ? event.body.by : 'import'
    const about = lead === undefined ? undefined : (openingOf(lead) ?? lead)
    return [{ event, at: event.at, decision, about, reason, revenue: amountIn(revenue), by }]
  })
}
