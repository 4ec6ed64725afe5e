/**
 * The two scores of a lead, fit (who they are) and interest (what they did), and the receipts they are the sums of:
 * score, group with a cap, rule with points (domain rule 7). What is unknown counts neither for nor against.
 */
import type { EventId } from '@leadtrail/shared/ids'
import type { Receipt, ReceiptLine } from '@leadtrail/shared/reports'
import type { ScoreCondition, ScoreGroup, ScoreRule, Scoring } from '@leadtrail/shared/settings'
import { DAY, type Instant } from '@leadtrail/shared/time'
import { type LogEvent, byTime, isType } from './event.ts'
import { isFreeMail } from './free-mail.ts'
import { isRole } from './identifier.ts'
import { matchesPath } from './pattern.ts'
import type { Session } from './session.ts'
import type { Touchpoint } from './touchpoint.ts'
import { type Fact, type Facts, factsOf } from './trait.ts'
import { hasWord } from './word.ts'

/** What a score is made of, in any order. The person is read from the events, as they were known at the time asked for. */
export type ScoreInput = {
  readonly sessions: readonly Session[]
  readonly events: readonly LogEvent[]
  readonly touchpoints: readonly Touchpoint[]
}

export type Cell = 'high-high' | 'high-low' | 'low-high' | 'low-low'

export type Score = {
  readonly fit: number
  readonly interest: number
  /** fit-interest. */
  readonly cell: Cell
  /** Of fit, then of interest; the amounts of a receipt's lines sum to its score. */
  readonly receipts: readonly [Receipt, Receipt]
}

/** One time that a rule was met. */
type Firing = { readonly at: Instant; readonly events: readonly EventId[] }
type Evidence = {
  readonly at: Instant
  readonly facts: Facts
  readonly events: readonly LogEvent[]
  readonly sessions: readonly Session[]
  readonly touchpoints: readonly Touchpoint[]
}

/** What the matrix names for each cell. */
const matrix: Readonly<Record<Cell, string>> = {
  'high-high': 'senior sales',
  'high-low': 'product expert or webinar',
  'low-high': 'marketing keeps nurturing',
  'low-low': 'nothing to do',
}

/** The scores at an instant: of nothing that happened later, and the same in whatever order the events come. */
export function scoreOf(scoring: Scoring, input: ScoreInput, at: Instant): Score {
  const evidence = evidenceOf(input, at)
  const fit = linesOf(scoring.fit, evidence)
  const interest = linesOf(scoring.interest, evidence)
  const scores = { fit: sumOf(fit), interest: sumOf(interest) }
  const cell = cellOf(scoring, scores)
  const version = `scoring ${scoring.version}`
  const formula = 'the sum of the points; each group is kept within its bounds, the whole within 0 to 100'
  return {
    ...scores,
    cell,
    receipts: [
      { figure: 'fit', formula, version, result: scores.fit, lines: [...fit, ...completeness(scoring.fit, evidence)] },
      {
        figure: 'interest',
        formula,
        version,
        result: scores.interest,
        lines: [...interest, explain('matrix', matrixText(scoring, scores, cell))],
      },
    ],
  }
}

/** The cell of the matrix; from its threshold on a score is high. */
export function cellOf({ high }: Pick<Scoring, 'high'>, { fit, interest }: Pick<Score, 'fit' | 'interest'>): Cell {
  return `${fit >= high.fit ? 'high' : 'low'}-${interest >= high.interest ? 'high' : 'low'}`
}

function matrixText({ high }: Scoring, { fit, interest }: Pick<Score, 'fit' | 'interest'>, cell: Cell): string {
  return `Fit ${fit} (high from ${high.fit}), interest ${interest} (high from ${high.interest}): ${matrix[cell]}`
}

function evidenceOf({ events, sessions, touchpoints }: ScoreInput, at: Instant): Evidence {
  const known = events.filter((event) => event.at <= at).toSorted(byTime)
  return {
    at,
    facts: factsOf(known),
    events: known,
    sessions: sessions
      .filter(({ startedAt }) => startedAt <= at)
      .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
    touchpoints: touchpoints
      .filter((touchpoint) => touchpoint.at <= at)
      .toSorted((a, b) => a.at - b.at || (a.event < b.event ? -1 : 1)),
  }
}

function linesOf(groups: readonly ScoreGroup[], evidence: Evidence): ReceiptLine[] {
  const lines = groups.flatMap((group) => groupLines(group, evidence))
  const sum = sumOf(lines)
  const kept = clamp(sum, 0, 100)
  return kept === sum ? lines : [...lines, line('clamp', `Kept within 0 to 100; unclamped ${sum}`, kept - sum)]
}

function groupLines({ name, cap, rules }: ScoreGroup, evidence: Evidence): ReceiptLine[] {
  const lines = rules.flatMap((rule) => ruleLine(rule, evidence))
  const sum = sumOf(lines)
  const kept = clamp(sum, cap.least, cap.most)
  if (lines.length === 0 || kept === sum) return lines
  return [...lines, line(`cap: ${name}`, `${name} counts ${cap.least} to ${cap.most}, not ${sum}`, kept - sum)]
}

function ruleLine(rule: ScoreRule, evidence: Evidence): ReceiptLine[] {
  const counted = atMost(rule, firingsOf(rule.when, evidence))
  if (counted.length === 0) return []
  const full = rule.points * counted.length
  const amount = rounded(counted.reduce((sum, { at }) => sum + pointsAfter(rule, evidence.at - at), 0))
  const times = counted.length > 1 ? `, ${counted.length} times` : ''
  const aged = amount === full ? '' : `, ${amount} of ${full} points left by age`
  const events = [...new Set(counted.toReversed().flatMap((firing) => firing.events))]
  return [line(rule.id, `${rule.label}${times}${aged}`, amount, events)]
}

/** Half after one half-life, a quarter after two; for ever whole without one. */
function pointsAfter({ points, halfLifeDays }: ScoreRule, age: number): number {
  return halfLifeDays === undefined ? points : points * 2 ** (-age / (halfLifeDays * DAY))
}

/** The firings that count, newest first: so many in all, or within any so many days where the rule states days. */
function atMost({ atMost: limit = { times: 1 } }: ScoreRule, firings: readonly Firing[]): Firing[] {
  const counted: Firing[] = []
  for (const firing of firings.toReversed()) {
    const earliestOfFull = counted[counted.length - limit.times]
    const free = limit.days !== undefined && earliestOfFull && earliestOfFull.at - firing.at >= limit.days * DAY
    if (!earliestOfFull || free) counted.push(firing)
  }
  return counted
}

/** The times that a condition was met, oldest first. */
function firingsOf(condition: ScoreCondition, { facts, events, sessions, touchpoints }: Evidence): Firing[] {
  switch (condition.on) {
    case 'trait':
      return firingOf(facts(condition.trait), (value) => hasWord(value, condition.any))
    case 'known':
      return firingOf(facts(condition.trait), () => true)
    case 'email':
      return firingOf(facts('email'), (email) => isKind(email, condition.is))
    case 'answer':
      return events.filter((event) => answersWith(event, condition.any)).map(({ at, id }) => ({ at, events: [id] }))
    case 'page':
      return events
        .filter((event) => isType(event, 'page') && matchesPath(condition.path, event.body.url))
        .map(({ at, id }) => ({ at, events: [id] }))
    case 'visits':
      return visited(sessions, condition.atLeast)
    case 'touchpoint':
      return touchpoints
        .filter(({ type }) => condition.types.includes(type))
        .map(({ at, event }) => ({ at, events: [event] }))
  }
}

function firingOf(fact: Fact | undefined, holds: (value: string) => boolean): Firing[] {
  return fact && holds(fact.value) ? [{ at: fact.at, events: [fact.event] }] : []
}

function isKind(email: string, kind: 'company' | 'free' | 'role'): boolean {
  if (kind === 'role') return isRole(email)
  return isFreeMail(email) === (kind === 'free')
}

function answersWith(event: LogEvent, words: readonly string[]): boolean {
  return isType(event, 'form') && event.body.fields.some(({ value }) => hasWord(value, words))
}

/** Met once, as of the latest visit; its evidence is how each visit began. */
function visited(sessions: readonly Session[], atLeast: number): Firing[] {
  const latest = sessions.at(-1)
  if (!latest || sessions.length < atLeast) return []
  return [{ at: latest.startedAt, events: sessions.flatMap(({ events }) => events[0]?.id ?? []) }]
}

/** How much of what the model reads of a person is known: an explanation, never points. */
function completeness(groups: readonly ScoreGroup[], { facts }: Evidence): ReceiptLine[] {
  const traits = new Set(groups.flatMap(({ rules }) => rules.flatMap(({ when }) => traitOf(when))))
  if (traits.size === 0) return []
  const missing = [...traits].filter((trait) => !facts(trait))
  const unknown = missing.length > 0 ? `; unknown: ${missing.join(', ')}` : ''
  return [explain('completeness', `${traits.size - missing.length} of ${traits.size} traits are known${unknown}`)]
}

function traitOf(condition: ScoreCondition): string[] {
  if (condition.on === 'trait' || condition.on === 'known') return [condition.trait]
  return condition.on === 'email' ? ['email'] : []
}

const line = (rule: string, text: string, amount: number, events: readonly EventId[] = []): ReceiptLine => ({
  rule,
  text,
  amount,
  events: [...events],
})
const explain = (rule: string, text: string): ReceiptLine => ({ rule, text, amount: null, events: [] })
const sumOf = (lines: readonly ReceiptLine[]): number => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
const clamp = (sum: number, least: number, most: number): number => Math.min(most, Math.max(least, sum))
/** To a whole point, halves away from 0; never -0. */
const rounded = (points: number): number => Math.sign(points) * Math.round(Math.abs(points)) || 0
