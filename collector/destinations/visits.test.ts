/** The journey in the mail: few lines, the right day, the pages that matter. */
import { describe, expect, it } from 'vitest'
import { aPageView, aSession, aTouchpoint } from '../../test/builders/handover.ts'
import { visitsOf } from './visits.ts'

const day = (date: number): string => `2026-03-${String(date).padStart(2, '0')}T23:30:00.000Z`
const journey = (count: number) => ({
  visitors: [],
  sessions: Array.from({ length: count }, (_, place) => aSession({ startedAt: day(place + 1) })),
  other: [],
})

describe('visitsOf()', () => {
  it.each([
    [0, 0],
    [8, 8],
    [9, 8],
    [30, 8],
  ])('tells %i visits in %i lines', (count, lines) => {
    expect(visitsOf(journey(count), 'UTC')).toHaveLength(lines)
  })

  it('keeps the beginning and the end of a long journey and says how many are between', () => {
    const lines = visitsOf(journey(30), 'UTC').map(({ when, channel }) => when.slice(0, 6).trim() || channel)
    expect(lines).toEqual(['1 Mar', '2 Mar', '3 Mar', '… 23 more …', '27 Mar', '28 Mar', '29 Mar', '30 Mar'])
  })

  it('dates a visit in the time zone of the site', () => {
    expect(visitsOf(journey(1), 'Europe/Copenhagen')[0]?.when).toBe('2 Mar 2026, 00:30')
    expect(visitsOf(journey(1), 'America/New_York')[0]?.when).toBe('1 Mar 2026, 18:30')
  })

  it('names the landing page and the touchpoints before other pages, in the order of the visit', () => {
    const events = ['/', '/a', '/b', '/c', '/d', '/a', '/pricing'].map((path) => aPageView(path, day(1)))
    const touchpoints = [aTouchpoint({ event: 'page-/pricing', label: 'Pricing page' })]
    const sessions = [aSession({ events, touchpoints })]
    expect(visitsOf({ visitors: [], sessions, other: [] }, 'UTC')[0]).toMatchObject({
      pages: '/, /a, /b, /pricing and 2 more',
      touchpoints: ['Pricing page'],
    })
  })

  it('puts a call between the visits where it happened, and leaves out what was no touchpoint', () => {
    const call = { ...aPageView('/', day(2)), type: 'call', url: null, detail: 'Answered, 3 min' }
    const other = [
      { ...call, touchpoint: aTouchpoint({ label: 'Phone call' }) },
      { ...call, type: 'decision', detail: 'qualified', touchpoint: null },
    ]
    const { sessions } = journey(1)
    const lines = visitsOf({ visitors: [], sessions: [...sessions, aSession({ startedAt: day(3) })], other }, 'UTC')
    expect(lines.map(({ when }) => when)).toEqual(['1 Mar 2026, 23:30', '2 Mar 2026, 23:30', '3 Mar 2026, 23:30'])
    expect(lines[1]).toMatchObject({ pages: 'Answered, 3 min', touchpoints: ['Phone call'] })
  })
})
