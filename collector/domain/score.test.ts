/** Scores: what the first model makes of a journey, and the laws that hold for any model. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventId, visitorId } from '@leadtrail/shared/ids'
import type { Receipt } from '@leadtrail/shared/reports'
import type { ScoreCondition, ScoreRule, Scoring } from '@leadtrail/shared/settings'
import { DAY, instant } from '@leadtrail/shared/time'
import { defaultRules } from './default-rules.ts'
import type { EventBody, LogEvent, Origin } from './event.ts'
import { type Cell, type ScoreInput, cellOf, scoreOf } from './score.ts'
import { sessionsOf } from './session.ts'
import { touchpointOf } from './touchpoint.ts'

type Told = {
  readonly day: number
  readonly type: string
  readonly origin?: Origin
  readonly url?: string
  readonly kind?: string
}
type Case = {
  readonly name: string
  readonly day: number
  readonly events: readonly Told[]
  readonly expect: { fit: number; interest: number; cell: Cell; lines: Readonly<Record<string, number>> }
}

const golden = new URL('../../test/golden/scores.jsonl', import.meta.url)
const cases = readFileSync(golden, 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))

const site = { domains: ['example.com'], rules: defaultRules() }
const start = Date.parse('2026-03-01T10:00:00Z')
const onDay = (day: number) => instant(start + day * DAY)

function anEvent({ day, origin = 'browser', url, ...body }: Told, place: number): LogEvent {
  const at = onDay(day)
  const id = eventId(`event-${String(place).padStart(3, '0')}`)
  const said = { ...body, ...(url === undefined ? {} : { url: `https://example.com${url}` }) } as EventBody
  return {
    id,
    visitor: visitorId('visitor-0123456789'),
    at,
    receivedAt: at,
    origin,
    bot: false,
    device: null,
    body: said,
  }
}

function inputOf(events: readonly LogEvent[]): ScoreInput {
  const touchpoints = events.flatMap((event) => touchpointOf(event, undefined, site) ?? [])
  return { events, sessions: sessionsOf(events, site), touchpoints }
}

const scored = (told: readonly Told[], day: number, scoring = site.rules.scoring) =>
  scoreOf(scoring, inputOf(told.map(anEvent)), onDay(day))

const amountsOf = (receipts: readonly Receipt[]) =>
  Object.fromEntries(
    receipts.flatMap(({ lines }) => lines).flatMap(({ rule, amount }) => (amount === null ? [] : [[rule, amount]])),
  )

/** A model of one interest rule with wide bounds. */
function modelOf(rule: Omit<ScoreRule, 'id' | 'label'>): Scoring {
  const group = { name: 'Only', cap: { least: -100, most: 100 }, rules: [{ id: 'only', label: 'Only', ...rule }] }
  return { version: 7, high: { fit: 50, interest: 50 }, fit: [], interest: [group] }
}

const pageEvents = (...days: readonly number[]): Told[] => days.map((day) => ({ day, type: 'page', url: '/pricing' }))
const onPricing: ScoreCondition = { on: 'page', path: ['/pricing'] }

const anyTold = fc.array(
  fc.record({ day: fc.nat(80), told: fc.constantFrom(...cases.flatMap(({ events }) => events)) }),
  { maxLength: 30 },
) // prettier-ignore
const anyEvents = anyTold.map((all) => all.map(({ day, told }, place) => anEvent({ ...told, day }, place)))
const anyModel = fc
  .record({
    points: fc.integer({ min: -100, max: 100 }),
    halfLifeDays: fc.integer({ min: 1, max: 90 }),
    most: fc.nat(100),
  })
  .map(({ points, halfLifeDays, most }): Scoring => {
    const change = (rule: ScoreRule): ScoreRule => ({ ...rule, points, halfLifeDays, atMost: { times: 3, days: 10 } })
    const groups = [...site.rules.scoring.fit, ...site.rules.scoring.interest]
    const changed = groups.map((group) => ({ ...group, cap: { least: -most, most }, rules: group.rules.map(change) }))
    return { ...site.rules.scoring, fit: changed, interest: changed }
  })

describe('scoreOf() with the model a site starts with', () => {
  it.each(cases)('$name', ({ day, events, expect: { lines, ...scores } }) => {
    const { receipts, ...score } = scored(events, day)
    expect(amountsOf(receipts)).toEqual(lines)
    expect(score).toEqual(scores)
  })

  it('says how much of the person is known and what the matrix makes of it', () => {
    const { receipts } = scored([{ day: 0, type: 'click', kind: 'tel' }], 0)
    const explanations = receipts.map(({ lines }) =>
      lines.filter(({ amount }) => amount === null).map(({ text }) => text),
    )
    expect(explanations).toEqual([
      ['0 of 5 traits are known; unknown: email, company, name, phone, title'],
      ['Fit 0 (high from 50), interest 50 (high from 50): marketing keeps nurturing'],
    ])
  })

  it('names the events and the version behind its points', () => {
    const [, { version, lines }] = scored(pageEvents(0, 0), 0).receipts
    expect(version).toBe('scoring 1')
    expect(lines[0]).toEqual({ rule: 'pricing', text: 'Saw pricing', amount: 15, events: ['event-001'] })
  })
})

describe('scoreOf()', () => {
  it('is the sum of its receipt, within 0 to 100, for any model', () => {
    fc.assert(
      fc.property(anyEvents, anyModel, fc.nat(90), (events, model, day) => {
        const { fit, interest, receipts } = scoreOf(model, inputOf(events), onDay(day))
        for (const [place, result] of [fit, interest].entries()) {
          const receipt = receipts[place]
          expect(receipt?.result).toBe(result)
          expect(receipt?.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(result)
          expect(Number.isInteger(result) && result >= 0 && result <= 100).toBe(true)
        }
      }),
    )
  })

  it('does not depend on the order of the events', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, anyModel, ([events, others], model) => {
        expect(scoreOf(model, inputOf(others), onDay(80))).toEqual(scoreOf(model, inputOf(events), onDay(80)))
      }),
    )
  })

  it('knows nothing of what happens later', () => {
    fc.assert(
      fc.property(anyEvents, anyModel, fc.nat(80), (events, model, day) => {
        const before = events.filter(({ at }) => at <= onDay(day))
        expect(scoreOf(model, inputOf(events), onDay(day))).toEqual(scoreOf(model, inputOf(before), onDay(day)))
      }),
    )
  })

  it.each<[string, Partial<ScoreRule>, readonly number[], number]>([
    ['once unless told otherwise', {}, [0, 1, 2], 10],
    ['as of the latest time', { halfLifeDays: 10 }, [0, 10], 10],
    ['so many times', { atMost: { times: 2 } }, [0, 1, 2], 20],
    ['so many times within so many days', { atMost: { times: 1, days: 5 } }, [0, 1, 5, 6, 10], 30],
    ['half for each half-life that has passed', { halfLifeDays: 5, atMost: { times: 3 } }, [0, 5, 10], 18],
    ['halves of points away from 0', { points: -5, halfLifeDays: 10 }, [0], -3],
    ['nothing at last, and never less than nothing', { points: -1, halfLifeDays: 1 }, [0], 0],
  ])('counts a rule %s', (_, rule, days, points) => {
    const model = modelOf({ points: 10, when: onPricing, ...rule })
    const [, { lines }] = scored(pageEvents(...days), 10, model).receipts
    expect(lines[0]?.amount).toBe(points)
  })

  it('shows how age has worn the points down', () => {
    const [, { lines }] = scored(
      pageEvents(0, 10),
      10,
      modelOf({ points: 10, when: onPricing, halfLifeDays: 10, atMost: { times: 9 } }),
    ).receipts
    expect(lines[0]?.text).toBe('Only, 2 times, 15 of 20 points left by age')
  })
})

describe('cellOf()', () => {
  it.each([
    [50, 50, 'high-high'],
    [50, 49, 'high-low'],
    [49, 50, 'low-high'],
    [49, 49, 'low-low'],
  ])('fit %i and interest %i is %s', (fit, interest, cell) => {
    expect(cellOf({ high: { fit: 50, interest: 50 } }, { fit, interest })).toBe(cell)
  })
})
