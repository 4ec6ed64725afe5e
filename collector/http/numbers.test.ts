import type { NumberPool } from '@leadtrail/shared/settings'
import { DAY, MINUTE } from '@leadtrail/shared/time'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
let cookie: string
beforeAll(async () => {
  door = await aDoor()
  cookie = await door.signIn()
})
afterAll(() => door.close())

const on = '+45 70 10 10 10'
/** Asked again tomorrow. */
const none = { swap: [], again: DAY }
const pool = { on, numbers: [0, 1, 2, 3].map((digit) => `+45 70 20 30 4${digit}`) }

let made = 0
let site: Awaited<ReturnType<Door['addSite']>>
let address: string
beforeEach(async () => {
  made += 1
  site = await door.addSite(`s${made}`)
  address = `192.0.2.${made}`
})
const change = (changes: object) => door.api('PATCH', `sites/${site.id}`, { cookie }, changes)
const withPools = (...numberPools: Partial<NumberPool>[]) => change({ numberPools })
const ask = (visitor?: string, { peer = address, userAgent = 'Firefox', ...facts }: Record<string, string> = {}) =>
  door.ask('/n', {
    method: 'POST',
    peer,
    headers: { 'content-type': 'text/plain', 'user-agent': userAgent },
    body: JSON.stringify({ site: site.key, visitor, ...facts }),
  })
const swapOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).json()
const shownTo = async (...asked: Parameters<typeof ask>) => (await swapOf(...asked)).swap[0]?.shown

describe('POST /n', () => {
  it('lends a visitor a number for the published one, and the same again', async () => {
    await withPools(pool)
    const answer = await ask('visitor-a')
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { swap, again } = await answer.json()
    expect(swap).toEqual([{ find: expect.any(String), e164: '+4570203040', shown: '+45 70 20 30 40' }])
    expect('Call 70101010'.replace(new RegExp(swap[0].find), '$1me')).toBe('Call me')
    expect(again).toBe(10 * MINUTE)
    expect((await swapOf('visitor-a.t1abcd')).swap).toEqual(swap)
    expect(await shownTo('visitor-b')).toBe('+45 70 20 30 41')
  })

  it('shows the fallback when none is free, or leaves the published number', async () => {
    const other = { on: '+45 70 10 10 11', numbers: ['+45 70 20 30 50'] }
    await withPools({ ...pool, numbers: pool.numbers.slice(0, 1), fallback: '+45 70 10 10 12' }, other)
    expect((await swapOf('visitor-a')).swap).toHaveLength(2)
    const { swap, again } = await swapOf('visitor-b')
    expect(swap).toMatchObject([{ e164: '+4570101012', shown: '+45 70 10 10 12' }])
    expect(again).toBeGreaterThan(0)
  })

  it('lends nothing where there is no pool', async () => {
    expect(await swapOf('visitor-a')).toEqual(none)
  })

  it('is asked again when half of a short lease is over', async () => {
    await withPools({ ...pool, minutes: 10 })
    expect((await swapOf('visitor-a')).again).toBe(5 * MINUTE)
  })

  it('knows a visitor without an id for the day, by what events know him by', async () => {
    await withPools(pool)
    expect(await shownTo()).toBe('+45 70 20 30 40')
    expect(await shownTo('')).toBe('+45 70 20 30 40')
    expect(await shownTo(undefined, { userAgent: 'Chrome' })).toBe('+45 70 20 30 41')
  })

  it('lends nothing to somebody unknown where consent is required', async () => {
    await withPools(pool)
    await change({ consent: 'required' })
    expect(await swapOf()).toEqual(none)
    expect(await shownTo('visitor-a')).toBe('+45 70 20 30 40')
  })

  it.each([
    [{ visitor: 'jane@acme.example' }, 400, 'invalid'],
    [{ site: 'nobody' }, 404, 'unknown-site'],
    [{ site: 'site_s1' }, 404, 'unknown-site'],
  ])('refuses %j', async (facts, status, why) => {
    const refused = await ask('visitor-a', facts)
    expect([refused.status, (await refused.json()).type]).toEqual([status, `urn:leadtrail:problem:${why}`])
  })

  it('lends one address no more than 20 in ten minutes; whoever has one keeps it', async () => {
    await withPools({ ...pool, numbers: Array.from({ length: 50 }, (_, place) => `+45 70 20 30 ${10 + place}`) })
    for (let count = 0; count < 20; count += 1) expect((await ask(`visitor-${count}`)).status).toBe(200)
    const refused = await ask('visitor-20')
    expect([refused.status, (await refused.json()).type]).toEqual([429, 'urn:leadtrail:problem:too-often'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(590)
    expect(await shownTo('visitor-3')).toBe('+45 70 20 30 13')
    expect(await shownTo('visitor-20', { peer: '198.51.100.1' })).toBe('+45 70 20 30 30')
  })
})

it('lends nothing to a program: a number that a search engine has seen is published', async () => {
  const crawled = await aDoor({ bot: true })
  const { id, key } = await crawled.addSite('a')
  await crawled.api('PATCH', `sites/${id}`, { cookie: await crawled.signIn() }, { numberPools: [pool] })
  const answer = await crawled.ask('/n', { method: 'POST', body: JSON.stringify({ site: key, visitor: 'visitor-a' }) })
  expect(await answer.json()).toEqual(none)
  crawled.close()
})

describe('a number that was lent', () => {
  const send = (events: object[]) =>
    door.ask('/e', {
      method: 'POST',
      body: JSON.stringify({ v: 1, site: site.key, visitor: 'visitor-a', sent: Date.now(), events }),
    })

  it("stands once in the visitor's journey", async () => {
    await withPools(pool)
    const place = { at: Date.now() - 1000, url: 'https://a.example/contact' }
    await send([{ id: `page-${made}`, type: 'page', ...place }])
    await Promise.all([ask('visitor-a'), ask('visitor-a'), ask('visitor-a')])
    await send([
      {
        id: `form-${made}`,
        type: 'form',
        ...place,
        fields: [{ name: 'email', type: 'email', value: 'a@acme.example' }],
      },
    ])
    await door.api('POST', 'events?sync=1', site, {
      events: [{ id: `last-${made}`, type: 'custom', name: 'last', at: Date.now() }],
    })
    const { leads } = await (await door.api('GET', 'leads', site)).json()
    const journey = await (await door.api('GET', `leads/${leads[0].id}/journey`, site)).json()
    expect(journey.sessions).toHaveLength(1)
    expect(journey.other.filter(({ type }: { type: string }) => type === 'number')).toEqual([
      expect.objectContaining({ detail: 'Was shown the number +4570203040', url: null }),
    ])
  })
})

it('lends one address half of a pool at a time, and shows its other visitors the fallback', async () => {
  await withPools({ ...pool, fallback: '+45 70 10 10 12' }, { on: '+45 70 10 10 11', numbers: ['+45 70 20 30 50'] })
  const first = await Promise.all(['a', 'b', 'c', 'd'].map((name) => swapOf(`visitor-${name}`)))
  const shown: string[][] = first.map(({ swap }) => swap.map(({ shown }: { shown: string }) => shown))
  const times = (number: string) => shown.flat().filter((one) => one === number).length
  const all = ['+45 70 20 30 40', '+45 70 20 30 41', '+45 70 20 30 42', '+45 70 10 10 12', '+45 70 20 30 50']
  expect(all.map(times)).toEqual([1, 1, 0, 2, 1])
  expect(await shownTo('visitor-e', { peer: '198.51.100.2' })).toBe('+45 70 20 30 42')
})

describe('number pools in the API', () => {
  it('are set and read by people, and change nothing else of the site', async () => {
    const before = await (await door.api('GET', `sites/${site.id}`, { cookie })).json()
    const changed = await withPools({ ...pool, fallback: on, minutes: 30 })
    expect(await changed.json()).toEqual({ ...before, numberPools: [{ ...pool, fallback: on, minutes: 30 }] })
    expect((await door.api('PATCH', `sites/${site.id}`, site, { numberPools: [] })).status).toBe(403)
  })

  it('are refused with the place of the mistake', async () => {
    const refused = await withPools({ ...pool, numbers: ['+45 70 20 30 40', 'call us'] })
    expect([refused.status, (await refused.json()).errors]).toEqual([
      400,
      [expect.objectContaining({ path: 'numberPools.0.numbers.1' })],
    ])
  })

  it('are described', async () => {
    const { paths } = await (await door.ask('/api/v1/openapi.json')).json()
    expect(JSON.stringify(paths['/sites/{id}'].patch.requestBody)).toContain('numberPools')
  })

  it('tell a tag without settings whether there is something to swap', async () => {
    const settings = async () => (await door.ask(`/s/${site.key}`)).json()
    expect(await settings()).toEqual({ consent: 'granted', domains: site.domains, numbers: false })
    await withPools(pool)
    expect(await settings()).toMatchObject({ numbers: true })
  })
})
