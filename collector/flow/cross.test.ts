import { siteId, siteKey } from '@leadtrail/shared/ids'
import { MINUTE, SECOND, instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import { MONDAY, aSite } from '../../test/builders/log.ts'
import { platformDigest } from '../system/digest.ts'
import { crossings } from './cross.ts'

const sites = new Map([
  ['one', aSite({ key: siteKey('one') })],
  ['two', aSite({ key: siteKey('two'), id: siteId('site_two') })],
])

const visitor = 'abcdefghijklmnopqrstuv.t1abcd'
const phone = { address: '192.0.2.1', userAgent: 'Phone' }
const token = (name: number | string) => `${name}`.padEnd(22, '-')

function aBorder() {
  let now = MONDAY
  const world = { clock: { now: () => now }, digest: platformDigest }
  const cross = crossings({ sites: { siteOf: async (key) => sites.get(key) }, world })
  return {
    pass: (ms: number) => void (now = instant(now + ms)),
    keep: (facts: object = {}, sender = phone) => cross({ site: 'one', token: token('a'), visitor, ...facts }, sender),
    fetch: (facts: object = {}, sender = phone) => cross({ site: 'one', token: token('a'), ...facts }, sender),
  }
}
const fetched = { ok: true, value: { visitor } }
const nobody = { ok: false, failure: { why: 'not-found' } }

describe('a crossing', () => {
  it('hands the visitor over, once', async () => {
    const { keep, fetch } = aBorder()
    expect(await keep()).toEqual({ ok: true, value: undefined })
    expect(await fetch()).toEqual(fetched)
    expect(await fetch()).toMatchObject(nobody)
  })

  it('may be asked for before it is kept', async () => {
    const { keep, fetch } = aBorder()
    expect(await fetch()).toMatchObject(nobody)
    await keep()
    expect(await fetch()).toEqual(fetched)
  })

  it.each([
    ['on another network', {}, { ...phone, address: '192.0.2.2' }],
    ['in another browser', {}, { ...phone, userAgent: 'Desktop' }],
    ['with a forged token', { token: token('b') }, phone],
    ['on another site', { site: 'two' }, phone],
  ])('hands nobody over %s, and is not spent by that', async (_, facts, sender) => {
    const { keep, fetch } = aBorder()
    await keep()
    expect(await fetch(facts, sender)).toMatchObject(nobody)
    expect(await fetch()).toEqual(fetched)
  })

  it('lasts two minutes', async () => {
    const { keep, fetch, pass } = aBorder()
    await keep()
    pass(2 * MINUTE - SECOND)
    await keep({ token: token('b') })
    expect(await fetch()).toEqual(fetched)
    pass(2 * MINUTE)
    expect(await fetch({ token: token('b') })).toMatchObject(nobody)
  })

  it('is not filled again: neither before it is spent nor after', async () => {
    const { keep, fetch } = aBorder()
    const stranger = 'stranger--------------.t1abcd'
    await keep()
    expect(await keep({ visitor: stranger })).toMatchObject({ ok: true })
    expect(await fetch()).toEqual(fetched)
    await keep({ visitor: stranger })
    expect(await fetch()).toMatchObject(nobody)
  })

  it.each([
    [{ token: 'short' }, 'token'],
    [{ token: undefined }, 'token'],
    [{ visitor: 'jane@acme.example' }, 'visitor'],
    [{ site: 7 }, 'site'],
  ])('says what is wrong with %j, and where', async (facts, path) => {
    const refused = await aBorder().keep(facts)
    expect(refused).toMatchObject({ ok: false, failure: { why: 'invalid', errors: [{ path }] } })
  })

  it.each(['nobody', aSite().id])('needs the key of a site: %s', async (site) => {
    expect(await aBorder().keep({ site })).toMatchObject({ ok: false, failure: { why: 'unknown-site' } })
  })
})

describe('crossings without end', () => {
  it('are refused to one address, for a while', async () => {
    const { keep, fetch, pass } = aBorder()
    for (let count = 0; count < 60; count += 1) expect(await keep({ token: token(count) })).toMatchObject({ ok: true })
    const refused = { ok: false, failure: { why: 'too-often', retryAfterSeconds: 120 } }
    expect(await keep()).toMatchObject(refused)
    expect(await fetch({ token: token(0) })).toEqual(fetched)
    pass(2 * MINUTE)
    expect(await keep()).toMatchObject({ ok: true })
  })

  it('push out the oldest', async () => {
    const { keep, fetch } = aBorder()
    const from = (count: number) => ({ ...phone, address: `2001:db8:0:${count.toString(16)}::1` })
    for (let count = 0; count <= 10_000; count += 1) await keep({}, from(count))
    expect(await fetch({}, from(0))).toMatchObject(nobody)
    expect(await fetch({}, from(1))).toEqual(fetched)
    expect(await fetch({}, from(10_000))).toEqual(fetched)
  })
})
