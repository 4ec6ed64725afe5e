/** The demo year: the same words make the same year, and it holds what every page of the dashboard wants to show. */
import { browserEventSchema } from '@leadtrail/shared/event'
import { siteId } from '@leadtrail/shared/ids'
import { channels } from '@leadtrail/shared/reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { aSite } from '../../../test/builders/log.ts'
import type { LogEvent } from '../../domain/event.ts'
import type { Lead } from '../../domain/lead.ts'
import { project } from '../../domain/project.ts'
import type { Session } from '../../domain/session.ts'
import { endOfDay } from './calendar.ts'
import { type DaySent, type Year, yearOf } from './year.ts'

const site = aSite({ domains: ['localhost'] })
const aYear = (changes: Partial<Year> = {}): Year => ({
  seed: 1, site: siteId('site_demo'), base: 'http://localhost:8787', until: '2026-06-30', visits: 400, ...changes,
}) // prettier-ignore
const daysOf = (changes?: Partial<Year>): DaySent[] => [...yearOf(aYear(changes))]
const eventsOf = (days: readonly DaySent[]): LogEvent[] => days.flatMap(({ events }) => events)
const byId = (events: readonly LogEvent[]) => new Map(events.map((event) => [event.id, event]))

describe('yearOf()', () => {
  it('tells the same year for the same seed', () => {
    expect(daysOf()).toEqual(daysOf())
  })

  it('tells another year for another seed', () => {
    const ids = byId(eventsOf(daysOf()))
    expect(eventsOf(daysOf({ seed: 2 })).some(({ id }) => ids.has(id))).toBe(false)
  })

  it('tells the same stories a day later, one day further', () => {
    const end = endOfDay('2026-06-30')
    const before = byId(eventsOf(daysOf().slice(1)))
    const after = byId(eventsOf(daysOf({ until: '2026-07-01' })))
    for (const event of before.values()) expect(after.get(event.id)).toEqual(event)
    const added = [...after.values()].filter(({ id }) => !before.has(id))
    expect(added.length).toBeGreaterThan(0)
    for (const { receivedAt } of added) expect(receivedAt).toBeGreaterThanOrEqual(end)
  })

  it('holds the stories of a smaller year in a larger one', () => {
    const larger = byId(eventsOf(daysOf({ visits: 800 })))
    for (const event of eventsOf(daysOf())) expect(larger.get(event.id)).toEqual(event)
  })

  it('ends when its last day ends, and receives nothing before it happened', () => {
    const end = endOfDay('2026-06-30')
    for (const { at, receivedAt } of eventsOf(daysOf())) expect(at <= receivedAt && receivedAt < end).toBe(true)
  })
})

describe('a demo year', () => {
  let days: readonly DaySent[] = []
  let sessions: readonly Session[] = []
  let leads: readonly Lead[] = []

  beforeAll(() => {
    days = daysOf({ visits: 12_000 })
    const projection = project(eventsOf(days), site)
    sessions = projection.flatMap(({ journey }) => journey.sessions)
    leads = projection.flatMap(({ leads }) => leads)
  })

  it('says what a browser may say', () => {
    const wrong = eventsOf(days)
      .filter(({ origin }) => origin === 'browser')
      .map(({ id, at, body }) => browserEventSchema.safeParse({ ...body, id, at }).error?.message)
    expect(wrong.filter(Boolean)).toEqual([])
  })

  it('has visits through each of the nineteen channels, and more by search than by push messages', () => {
    const count = (channel: string) => sessions.filter(({ source }) => source.channel === channel).length
    expect(channels.filter((channel) => count(channel) === 0)).toEqual([])
    expect(count('Organic Search')).toBeGreaterThan(20 * count('Mobile Push'))
  })

  it('has programs among its visitors', () => {
    const share = sessions.filter(({ bot }) => bot).length / sessions.length
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.1)
  })

  it('is quiet at night and on Sundays', () => {
    const onDay = (day: number) => sessions.filter(({ startedAt }) => new Date(startedAt).getUTCDay() === day).length
    const atHour = (hour: number) => sessions.filter(({ startedAt }) => new Date(startedAt).getUTCHours() === hour).length // prettier-ignore
    expect(onDay(2)).toBeGreaterThan(2 * onDay(0))
    expect(atHour(9)).toBeGreaterThan(5 * atHour(2))
  })

  it('has a lead for about one visit in a hundred, about half of them irrelevant, for every reason', () => {
    const irrelevant = leads.filter(({ stage }) => stage === 'irrelevant')
    expect(leads.length / sessions.length).toBeGreaterThan(0.007)
    expect(leads.length / sessions.length).toBeLessThan(0.014)
    expect(irrelevant.length / leads.length).toBeGreaterThan(0.35)
    expect(irrelevant.length / leads.length).toBeLessThan(0.6)
    expect(new Set(irrelevant.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(6)
  })

  it('has leads in every other stage, won ones with revenue', () => {
    const stages = new Set(leads.map(({ stage }) => stage))
    for (const stage of ['mql', 'sql', 'opportunity', 'customer', 'lost']) expect(stages).toContain(stage)
    expect(leads.filter(({ stage }) => stage === 'customer').every(({ revenue = 0 }) => revenue > 0)).toBe(true)
  })

  it('has touchpoints of all kinds, short journeys and long ones', () => {
    const types = new Set(leads.flatMap(({ touchpoints }) => touchpoints.map(({ type }) => type)))
    for (const type of ['contact-form', 'demo-booking', 'phone-call', 'email', 'download'])
      expect(types).toContain(type)
    const lengths = leads.map((lead) => lead.sessions)
    expect(Math.min(...lengths)).toBe(1)
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(7)
  })

  it('gets better leads from those who recommend than from search ads', () => {
    const shareOf = (channel: string) => {
      const own = leads.filter(({ first }) => sessions.find(({ id }) => id === first)?.source.channel === channel)
      return own.filter(({ stage }) => stage === 'irrelevant').length / own.length
    }
    expect(shareOf('Paid Search')).toBeGreaterThan(0.5)
    expect(shareOf('Referral')).toBeLessThan(0.4)
  })

  it('puts some dozens of broken events aside, with various reasons', () => {
    const aside = days.flatMap(({ quarantined }) => quarantined)
    expect(aside.length).toBeGreaterThan(24)
    expect(aside.length).toBeLessThan(80)
    expect(new Set(aside.map(({ reason }) => reason)).size).toBeGreaterThan(4)
  })
})
