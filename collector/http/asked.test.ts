import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
beforeAll(async () => {
  door = await aDoor()
  await door.addSite('a')
})
afterAll(() => door.close())

const origin = 'https://a.example'
const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  door.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin, 'user-agent': 'Phone', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const visitor = 'abcdefghijklmnopqrstuv.t1abcd'
const aCrossing = { site: 'pk_a', token: 'token-----------------' }

describe('POST /x', () => {
  it('keeps a visitor, gives him once, and says nothing of either to the log', async () => {
    const kept = await ask('/x', { ...aCrossing, visitor })
    expect([kept.status, await kept.text()]).toEqual([202, ''])
    const [first, second] = [await ask('/x', aCrossing), await ask('/x', aCrossing)]
    expect([first.status, await first.json()]).toEqual([200, { visitor }])
    expect([second.status, (await second.json()).type]).toEqual([404, 'urn:leadtrail:problem:not-found'])
    expect(door.log).toEqual([])
  })

  it('gives him to no other device', async () => {
    const token = 'another-token---------'
    await ask('/x', { ...aCrossing, token, visitor })
    expect((await ask('/x', { ...aCrossing, token }, { 'user-agent': 'Desktop' })).status).toBe(404)
    expect((await ask('/x', { ...aCrossing, token })).status).toBe(200)
  })

  it('refuses what is wrong, and says where', async () => {
    const refused = await ask('/x', { ...aCrossing, token: 'short' })
    expect([refused.status, (await refused.json()).errors]).toEqual([400, [expect.objectContaining({ path: 'token' })]])
    expect((await ask('/x', { ...aCrossing, site: 'nobody' })).status).toBe(404)
  })
})

describe.each(['/x', '/n'])('POST %s', (path) => {
  it.each([
    ['that is not JSON', '{', 400],
    ['that is larger than a question', JSON.stringify({ site: 'x'.repeat(1100) }), 413],
    ['without a site', {}, 400],
  ])('refuses a body %s, readably for the page that asks', async (_, body, status) => {
    const refused = await ask(path, body)
    expect(refused.status).toBe(status)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin)
    expect(refused.headers.get('access-control-expose-headers')).toBe('retry-after')
  })

  it('lets a preflight pass, and says that other methods are not for it', async () => {
    const preflight = await door.ask(path, { method: 'OPTIONS', headers: { origin } })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, origin])
    expect((await door.ask(path)).status).toBe(405)
  })
})
