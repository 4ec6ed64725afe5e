import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '@leadtrail/shared/time'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
let secure: Door
beforeAll(async () => {
  const config = { baseUrl: 'https://leads.a.example', demo: false, trustedProxies: [] }
  ;[door, secure] = [await aDoor(), await aDoor({ with: { config } })]
  for (const each of [door, secure]) await each.addSite('a.b')
})
afterAll(() => [door, secure].forEach((each) => each.close()))

const visitor = 'abcdefghijklmnopqrstuv'
const since = (ms: number) => Math.floor(ms / 1000).toString(36)
const value = `${visitor}.${since(Date.now() - 100 * DAY)}`

let sent = 0
type Sent = { to?: string; origin?: string; cookie?: string; visitor?: string | undefined; at?: Door }
/** The cookies that a batch is answered with. */
async function cookiesOf({ to = 'http://leads.a.example', origin = 'https://www.a.example', ...facts }: Sent = {}) {
  const { cookie = `lt_pk_a_b=${value}`, at = door } = facts
  const page = { id: `event-${(sent += 1)}`, type: 'page', at: Date.now(), url: 'https://www.a.example/' }
  const batch = { v: 1, site: 'pk_a.b', visitor: 'visitor' in facts ? facts.visitor : visitor, sent: Date.now() }
  const answer = await at.askAt(to, '/e', {
    method: 'POST',
    headers: { origin, cookie },
    body: JSON.stringify({ ...batch, events: [page] }),
  })
  expect(answer.status).toBe(202)
  return answer.headers.getSetCookie()
}

describe("the visitor's cookie", () => {
  it('is set again for the domain that page and collector share, for what is left of its thirteen months', async () => {
    const [cookie, ...others] = await cookiesOf({ cookie: `a=1; lt_pk_a_b=other; lt_pk_a_b=${value}.1; b=2` })
    const [, seconds = ''] = /Max-Age=(\d+)/.exec(cookie ?? '') ?? []
    expect(cookie).toBe(`lt_pk_a_b=${value}.1; Path=/; Max-Age=${seconds}; SameSite=Lax; Domain=a.example`)
    expect(others).toEqual([])
    expect(Math.abs(Number(seconds) - (295 * DAY) / 1000)).toBeLessThan(60)
  })

  it('is for https alone where the collector is reached by it', async () => {
    expect(await cookiesOf({ at: secure })).toEqual([expect.stringMatching(/; Secure; Domain=a\.example$/)])
  })

  it('is set for every domain above where page and collector are one host, so that the browser takes the widest it may', async () => {
    const cookies = await cookiesOf({ to: 'http://www.a.example:8787', origin: 'https://www.a.example:3000' })
    expect(cookies.map((cookie) => /Domain=(.*)/.exec(cookie)?.[1])).toEqual(['a.example', 'www.a.example'])
  })

  it.each<[string, Sent]>([
    ['the collector lives elsewhere', { to: 'http://leads.test' }],
    ['the page lives elsewhere', { origin: 'https://evil.example' }],
    ['the page only sounds alike', { origin: 'https://evil-a.example' }],
    ['the page does not say who it is', { origin: 'null' }],
    ['it is the cookie of another visitor', { visitor: 'another-visitor-0000ab' }],
    ['nobody is named as the visitor', { visitor: undefined }],
    ['its time is over', { cookie: `lt_pk_a_b=${visitor}.${since(Date.now() - 395 * DAY)}` }],
    ['it is of the future', { cookie: `lt_pk_a_b=${visitor}.${since(Date.now() + 25 * HOUR)}` }],
    ['it is none', { cookie: `lt_pk_a_b=${value}xyz` }],
    ['it is the cookie of another site', { cookie: `lt_pk_b=${value}` }],
    ['there is none', { cookie: 'a=1' }],
  ])('is not set where %s', async (_, facts) => {
    expect(await cookiesOf(facts)).toEqual([])
  })

  it('lasts no longer than thirteen months on a device whose clock is ahead', async () => {
    const [cookie] = await cookiesOf({ cookie: `lt_pk_a_b=${visitor}.${since(Date.now() + 23 * HOUR)}` })
    expect(cookie).toContain(`Max-Age=${395 * 86_400};`)
  })
})
