/** Facts about sessions; the scenarios are data: minutes since the start, and the sessions that follow. */
import { readFileSync } from 'node:fs'
import { eventId, visitorId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { DAY, instant, MINUTE } from '@leadtrail/shared/time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventBody, LogEvent, Origin } from './event.ts'
import { inSession, type Session, sessionsOf } from './session.ts'

type Told = {
  readonly id: string
  /** Minutes since the start. */
  readonly m: number
  readonly type: string
  readonly url?: string
  readonly referrer?: string
  readonly origin?: Origin
  readonly device?: string | null
  readonly bot?: boolean
}
type Scenario = {
  readonly name: string
  readonly events: readonly Told[]
  readonly sessions: readonly (Readonly<Record<string, unknown>> & { readonly events: readonly string[] })[]
}

const golden = new URL('../../test/golden/sessions.jsonl', import.meta.url)
const scenarios = readFileSync(golden, 'utf8')
  .trim()
  .split('\n')
  .map((line): Scenario => JSON.parse(line))

const site: Parameters<typeof sessionsOf>[1] = {
  domains: ['example.com'],
  rules: {
    values: { customerValue: minor(0), sqlToCustomer: 0, mqlToSql: 0 },
    touchpoints: [],
    scoring: { version: 1, high: { fit: 0, interest: 0 }, fit: [], interest: [] },
    referralExclusions: ['paypal.com'],
  },
}
const start = 1_770_000_000_000

function anEvent({ id, m, type, url, referrer, origin = 'browser', device = 'Desktop', bot = false }: Told): LogEvent {
  const at = instant(Math.round(start + m * MINUTE))
  const address = url?.startsWith('/') ? `https://www.example.com${url}` : url
  const body = { type, url: address, referrer } as EventBody
  return { id: eventId(id), visitor: visitorId('v1'), at, receivedAt: instant(at + 500), origin, bot, device, body }
}

const told = ({ events, source, pages, device, bot }: Session) => ({
  ...source,
  pages,
  device,
  bot,
  events: events.map(({ id }) => id),
})

describe('sessionsOf()', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, { events, sessions }) => {
    const found = sessionsOf(events.map(anEvent), site)
    expect(found.map(told)).toMatchObject(sessions)
    expect(found).toHaveLength(sessions.length)
  })

  it('names and dates a session by its first and last event', () => {
    const [session] = sessionsOf(
      [anEvent({ id: 'a', m: 0, type: 'page', url: '/' }), anEvent({ id: 'b', m: 7, type: 'click' })],
      site,
    )
    expect(session).toMatchObject({ id: 's_a', visitor: 'v1', startedAt: start, endedAt: start + 7 * MINUTE })
  })

  it('is empty for no events', () => {
    expect(sessionsOf([], site)).toEqual([])
  })

  it('leaves the events it was given as they were', () => {
    const events = [
      anEvent({ id: 'b', m: 9, type: 'page', url: '/' }),
      anEvent({ id: 'a', m: 0, type: 'page', url: '/' }),
    ]
    sessionsOf(events, site)
    expect(events.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

const anyUrl = fc.constantFrom(
  '/',
  '/b',
  '/?utm_source=a',
  '/?utm_source=b',
  '/?gclid=1',
  '/?gclid=2',
  '/?gclid=1&fbclid=2',
  '/#/r?utm_source=a',
  undefined,
)
const anyReferrer = fc.constantFrom(
  undefined,
  'https://www.google.com/',
  'https://l.facebook.com/',
  'https://www.example.com/',
  'https://paypal.com/',
  '%',
)
const anyType = fc.constantFrom(
  'page',
  'page',
  'page',
  'engagement',
  'click',
  'form',
  'consent',
  'booking',
  'call',
  'outcome',
  'decision',
)
const anyMinute = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 3000 }))
const history = fc
  .array(fc.record({ m: anyMinute, type: anyType, url: anyUrl, referrer: anyReferrer, bot: fc.boolean() }), {
    maxLength: 40,
  })
  .map((events) =>
    events.map(({ url, referrer, ...rest }, place) =>
      anEvent({ ...rest, ...(url ? { url } : {}), ...(referrer ? { referrer } : {}), id: `e${place}` }),
    ),
  )

describe('the laws of sessions', () => {
  it('the order of arrival and repetition change nothing', () => {
    const twice = history.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
    )
    fc.assert(
      fc.property(twice, ([events, shuffled]) => {
        const late = shuffled.map((event, place) => ({ ...event, receivedAt: instant(event.receivedAt + (place % 3)) }))
        const plain = (sessions: readonly Session[]) => sessions.map((session) => ({ ...session, ...told(session) }))
        expect(plain(sessionsOf(shuffled, site))).toEqual(plain(sessionsOf(events, site)))
        expect(plain(sessionsOf(late, site))).toEqual(plain(sessionsOf(events, site)))
      }),
    )
  })

  it('every event of a visit is in exactly one session, only engagement may be in none', () => {
    fc.assert(
      fc.property(history, (events) => {
        const ids = sessionsOf(events, site).flatMap((session) => session.events.map(({ id }) => id))
        expect(new Set(ids).size).toBe(ids.length)
        const wanted = events
          .filter((event) => inSession(event) && event.body.type !== 'engagement')
          .map(({ id }) => id)
        expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
        const visits = new Set(events.filter(inSession).map(({ id }) => id))
        expect(ids.filter((id) => !visits.has(id))).toEqual([])
      }),
    )
  })

  it('sessions follow one another, are never interrupted and never longer than a day', () => {
    fc.assert(
      fc.property(history, (events) => {
        let before = 0
        for (const session of sessionsOf(events, site)) {
          expect(session.startedAt).toBeGreaterThanOrEqual(before)
          expect(session.endedAt - session.startedAt).toBeLessThan(DAY)
          const times = session.events.map(({ at }) => at)
          expect(times.every((at, place) => place === 0 || at - (times[place - 1] ?? 0) < 30 * MINUTE)).toBe(true)
          expect([session.startedAt, session.endedAt]).toEqual([times[0], times.at(-1)])
          before = session.endedAt
        }
      }),
    )
  })

  it('a click id counts once per visitor', () => {
    fc.assert(
      fc.property(history, (events) => {
        const counted = sessionsOf(events, site).flatMap(({ source }) => source.clickId ?? [])
        expect(new Set(counted).size).toBe(counted.length)
      }),
    )
  })
})

describe('inSession()', () => {
  it('is for what the visitor did, not for what people decided', () => {
    const types = ['page', 'engagement', 'click', 'form', 'identify', 'custom', 'consent', 'booking']
    for (const type of types) {
      expect(inSession(anEvent({ id: 'a', m: 0, type }))).toBe(true)
      expect(inSession(anEvent({ id: 'a', m: 0, type, origin: 'server' }))).toBe(true)
      expect(inSession(anEvent({ id: 'a', m: 0, type, origin: 'person' }))).toBe(false)
    }
    for (const type of ['call', 'email', 'webinar', 'outcome', 'decision', 'handover'])
      expect(inSession(anEvent({ id: 'a', m: 0, type, origin: 'server' }))).toBe(false)
  })
})
