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
type Sent = { to?: string; origin?: string; keep: unknown; visitor?: string | undefined; at?: Door; events?: unknown[] }
/** The cookie that a batch is answered with. */
async function cookieOf({ to = 'http://leads.a.example', origin = 'https://www.a.example', keep, ...facts }: Sent) {
  const page = { id: `event-${(sent += 1)}`, type: 'page', at: Date.now(), url: 'https://www.a.example/' }
  const batch = { v: 1, site: 'pk_a.b', visitor, sent: Date.now(), events: [page], keep }
  const answer = await (facts.at ?? door).askAt(to, '/e', {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ ...batch, ...facts, at: undefined }),
  })
  expect(answer.status).toBe(202)
  return answer.headers.get('set-cookie')
}

describe("the visitor's cookie", () => {
  it('is set for the domain that page and collector share, for what is left of its thirteen months', async () => {
    const cookie = await cookieOf({ keep: { value, domain: 'a.example' } })
    const [, seconds = ''] = /Max-Age=(\d+)/.exec(cookie ?? '') ?? []
    expect(cookie).toBe(`lt_pk_a_b=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; Domain=a.example`)
    expect(Math.abs(Number(seconds) - (295 * DAY) / 1000)).toBeLessThan(60)
  })

  it('is for https alone where the collector is reached by it', async () => {
    expect(await cookieOf({ at: secure, keep: { value, domain: 'a.example' } })).toMatch(/; Domain=a\.example; Secure$/)
  })

  it('needs no domain where page and collector are one host, whatever their ports', async () => {
    const place = { to: 'http://www.a.example:8787', origin: 'https://www.a.example:3000' }
    expect(await cookieOf({ ...place, keep: { value } })).toMatch(
      /^lt_pk_a_b=[^;]+; Path=\/; Max-Age=\d+; SameSite=Lax$/,
    )
  })

  it.each<[string, Partial<Sent>]>([
    ['the collector lives elsewhere', { to: 'http://leads.test', keep: { value, domain: 'a.example' } }],
    ['the page lives elsewhere', { origin: 'https://evil.example', keep: { value, domain: 'a.example' } }],
    ['the page only sounds alike', { origin: 'https://evil-a.example', keep: { value, domain: 'a.example' } }],
    ['the page does not say who it is', { origin: 'null', keep: { value, domain: 'a.example' } }],
    ['no domain is named and they are two hosts', { keep: { value } }],
    [
      'it is the cookie of another visitor',
      { visitor: 'another-visitor-0000ab', keep: { value, domain: 'a.example' } },
    ],
    ['nobody is named as the visitor', { visitor: undefined, keep: { value, domain: 'a.example' } }],
    ['its time is over', { keep: { value: `${visitor}.${since(Date.now() - 395 * DAY)}`, domain: 'a.example' } }],
    ['it is of the future', { keep: { value: `${visitor}.${since(Date.now() + 25 * HOUR)}`, domain: 'a.example' } }],
    ['it is none', { keep: { value: `${value}; Domain=example`, domain: 'a.example' } }],
    ['the domain is none', { keep: { value, domain: 'a.example; HttpOnly' } }],
    ['the page asks for none', { keep: undefined }],
  ])('is not set where %s', async (_, facts) => {
    expect(await cookieOf({ keep: undefined, ...facts })).toBeNull()
  })

  it('lasts no longer than thirteen months on a device whose clock is ahead', async () => {
    const ahead = `${visitor}.${since(Date.now() + 23 * HOUR)}`
    expect(await cookieOf({ keep: { value: ahead, domain: 'a.example' } })).toContain(`Max-Age=${395 * 86_400};`)
  })
})
