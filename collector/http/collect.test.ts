import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
beforeAll(async () => {
  door = await aDoor()
  await door.addSite('a')
})
afterAll(() => door.close())

let made = 0
const aPage = (facts: object = {}) => ({
  id: `event-${(made += 1)}`.padEnd(12, '-'),
  type: 'page',
  at: Date.now(),
  url: 'https://a.example/',
  ...facts,
})
const aBatch = (events: readonly unknown[], facts: object = {}) => ({
  v: 1,
  site: 'pk_a',
  visitor: 'visitor-of-the-tests',
  sent: Date.now(),
  events,
  ...facts,
})
const send = (body: unknown, headers: Record<string, string> = { 'content-type': 'text/plain' }) =>
  door.ask('/e', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('POST /e', () => {
  it('takes a batch as text/plain, without preflight and for every origin', async () => {
    const answer = await send(aBatch([aPage()]))
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ accepted: 1, quarantined: 0 })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false)
  })

  it.each([
    ['takes it', () => aBatch([aPage()]), 202],
    ['refuses it', () => '{"v":1', 400],
  ])('names the origin that asks, so that it may send with cookies, when it %s', async (_, body, status) => {
    const answer = await send(body(), { 'content-type': 'text/plain', origin: 'https://a.example' })
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
      vary: 'origin',
    })
  })

  it('keeps the valid events of a batch and counts the others', async () => {
    const answer = await send(
      aBatch([aPage(), aPage({ type: 'unheard-of' }), aPage({ at: 1 }), aPage({ title: 'a\0b', url: 'b' }), 7]),
    )
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ accepted: 1, quarantined: 4 })
  })

  it.each([
    ['a body that is not JSON', '{"v":1', 400, 'malformed'],
    ['an empty body', '', 400, 'malformed'],
    ['JSON that is nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'malformed'],
    ['an envelope without events', aBatch([]), 400, 'invalid'],
    ['an envelope of another version', aBatch([aPage()], { v: 2 }), 400, 'invalid'],
    ['an unknown site', aBatch([aPage()], { site: 'nobody' }), 404, 'unknown-site'],
    ['the id of a site in place of its key', aBatch([aPage()], { site: 'site_a' }), 404, 'unknown-site'],
    ['too many events', aBatch(Array.from({ length: 501 }, () => 1)), 413, 'too-large'],
    ['a body over the limit', aBatch([aPage({ title: 'x'.repeat(300_000) })]), 413, 'too-large'],
  ])('refuses %s', async (_, body, status, why) => {
    const answer = await send(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toMatchObject({
      type: `urn:leadtrail:problem:${why}`,
      status,
      detail: expect.any(String),
    })
  })

  it('counts the bytes of a body that does not say its length', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
    const answer = await door.ask('/e', { method: 'POST', body: endless, ...{ duplex: 'half' } })
    expect(answer.status).toBe(413)
    expect(pulled).toBeLessThan(10)
  })

  it('takes a sender that goes away in the middle for no failure of its own', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('aborted')) })
    const answer = await door.ask('/e', { method: 'POST', body: broken, ...{ duplex: 'half' } })
    expect(answer.status).toBe(400)
    expect(await (await door.ask('/metrics')).text()).toContain('\nleadtrail_failures_total 0\n')
  })

  it('refuses a compressed body', async () => {
    expect((await send('x', { 'content-encoding': 'gzip' })).status).toBe(400)
  })

  it('says that other methods are not for it, and lets a preflight pass', async () => {
    const answer = await door.ask('/e')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    const preflight = await door.ask('/e', { method: 'OPTIONS', headers: { origin: 'https://a.example' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'content-type'])
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(preflight.headers.get('access-control-allow-credentials')).toBe('true')
  })

  it('sends them away for a moment when the inbox is full', async () => {
    const full = { why: 'unavailable', detail: 'full', retryAfterSeconds: 2 } as const
    const refuse = async () => ({ ok: false, failure: full }) as const
    const busy = await aDoor({
      with: { receive: { fromBrowser: refuse, fromServer: refuse, settled: () => Promise.reject(new Error()) } },
    })
    const answer = await busy.ask('/e', { method: 'POST', body: '{}' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    busy.close()
  })
})

describe('GET /metrics', () => {
  it('counts events received and quarantined, and requests refused', async () => {
    const other = await aDoor()
    await other.addSite('a')
    await other.ask('/e', { method: 'POST', body: JSON.stringify(aBatch([aPage(), aPage(), 1])) })
    await other.ask('/e', { method: 'POST', body: 'no' })
    const text = await (await other.ask('/metrics')).text()
    expect(text).toContain('\nleadtrail_received_total 2\n')
    expect(text).toContain('\nleadtrail_quarantined_total 1\n')
    expect(text).toContain('\nleadtrail_refused_total 1\n')
    other.close()
  })
})
