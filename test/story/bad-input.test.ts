/** Bad input at the public door: a clear 4xx or a quarantined event with its reason, never a 5xx, nothing valid lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SiteAccess, aBatch, addSite, anId, apiOf, eventually, post } from '../served/client.ts'
import { type Collector, startCollector } from '../served/collector.ts'

let collector: Collector
let site: SiteAccess
const visitor = 'visitor-of-bad-input'
const page = { type: 'page', url: 'https://example.com/' }

beforeAll(async () => {
  collector = await startCollector()
  site = await addSite(collector)
}, 30_000)
afterAll(() => collector.dispose())

describe('POST /e refuses the whole batch with problem+json', () => {
  it.each([
    ['malformed JSON', () => '{"v":1,', 400, 'malformed'],
    ['no JSON object', () => '[]', 400, 'invalid'],
    ['an unknown site', () => ({ ...aBatch(site, visitor, [page]), site: 'nobody' }), 404, 'unknown-site'],
    ['an oversized body', () => 'x'.repeat(300 * 1024), 413, 'too-large'],
    [
      '10,000 events',
      () =>
        aBatch(
          site,
          visitor,
          Array.from({ length: 10_000 }, () => ({ type: 'page' })),
        ).valueOf(),
      413,
      'too-large',
    ],
    ['no events', () => ({ ...aBatch(site, visitor, []), events: [] }), 400, 'invalid'],
    ['another version', () => ({ ...aBatch(site, visitor, [page]), v: 2 }), 400, 'invalid'],
    ['a timeline of the collector as visitor', () => aBatch(site, `k.${'a'.repeat(43)}`, [page]), 400, 'invalid'],
  ])('%s', async (_, body, status, type) => {
    const answer = await post(collector, body())
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
    const problem = await answer.json()
    expect(problem.type).toContain(type)
    expect(problem.detail).toMatch(/\w/)
  })
})

describe('POST /e quarantines a bad event with its reason and keeps its neighbours', () => {
  it.each([
    ['an unknown type', { type: 'teleport' }, /type/],
    ['a time before the web', { ...page, at: 12 }, /at/],
    ['a time far ahead', { ...page, at: 9e15 }, /at/],
    ['no number for a time', { ...page, at: 'yesterday' }, /at/],
    ['an address that is none', { ...page, url: 'javascript:alert(1)' }, /url/],
    ['no id', { ...page, id: '' }, /id/],
    ['no object', null, /./],
  ])('%s', async (_, event, reason) => {
    const bad = event && { id: anId(), at: Date.now(), ...event }
    const batch = { ...aBatch(site, visitor, [page]), events: [bad, { id: anId(), at: Date.now(), ...page }] }
    const answer = await post(collector, batch)
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ accepted: 1, quarantined: 1 })
    const seen = await eventually(
      async () => (await apiOf(collector, site).get(`sites/${site.id}/seen`)).json(),
      ({ lastQuarantine }) => reason.test(lastQuarantine ?? ''),
    )
    expect(seen.lastQuarantine).toMatch(reason)
  })

  it('and every event is accounted for', async () => {
    const own = await addSite(collector, 'accounts.example')
    const api = apiOf(collector, own)
    const good = { id: anId(), ...page, at: new Date().toISOString(), visitor }
    const events = [good, good, { id: anId(), type: 'teleport', at: Date.now() }]
    const answer = await api.send('events?sync=1', { site: own.key, events })
    expect(await answer.json()).toMatchObject({ stored: 1, duplicate: 1, quarantined: 1 })
    expect(await (await api.get(`sites/${own.id}/seen`)).json()).toMatchObject({ events: 1, quarantined: 1 })
  })
})

describe('the API refuses nonsense', () => {
  it.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer lt_nonsense' }, 401],
    ['another scheme', { authorization: 'Basic abc' }, 401],
  ])('%s', async (_, headers, status) => {
    const answer = await fetch(`${collector.url}/api/v1/leads`, { headers })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  })

  it.each([
    'leads?limit=-1',
    'leads?from=yesterday',
    'leads?stage=x',
    'leads?cursor=%00',
    'reports/attribution?model=magic',
    'reports/attribution?from=2026-02-30&to=2026-03-01',
  ])('%s', async (path) => {
    const answer = await apiOf(collector, site).get(path)
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors.length).toBeGreaterThan(0)
  })

  it.each(['leads/l_nobody', 'leads/l_nobody/journey', 'leads/..%2f..', 'nothing'])('%s is not found', async (path) => {
    expect((await apiOf(collector, site).get(path)).status).toBe(404)
  })

  it('a token opens its own site only', async () => {
    const other = await addSite(collector, 'other.example')
    expect((await apiOf(collector, site).get(`leads?site=${other.id}`)).status).toBe(403)
  })
})
