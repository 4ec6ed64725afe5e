import { siteId, siteKey } from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import { beforeEach, describe, expect, it } from 'vitest'
import { defaultRules } from '../domain/default-rules.ts'
import type { Site } from '../domain/event.ts'
import { knownSites } from './known-sites.ts'

const aSite: Site = {
  id: siteId('site_a'),
  key: siteKey('pk_a'),
  name: 'A',
  domains: [],
  currency: 'DKK',
  timeZone: 'UTC',
  consent: 'granted',
  rulesVersion: 1,
  rules: defaultRules({}),
  numberPools: [],
}

let now = 0
let kept: Site | undefined
let looks = 0
beforeEach(() => {
  now = 1_000_000
  kept = aSite
  looks = 0
})
const aKnowing = () =>
  knownSites(
    { siteOf: async () => ((looks += 1), kept) },
    { changeSite: async (_, { name = '' }) => (kept = { ...aSite, name }) },
    { now: () => instant(now) },
  )

describe('knownSites()', () => {
  it('looks a site up once a second, however often it is asked for', async () => {
    const { siteOf } = aKnowing()
    for (let times = 0; times < 5; times += 1) expect((await siteOf('pk_a'))?.name).toBe('A')
    expect(looks).toBe(1)
    now += 1000
    await siteOf('pk_a')
    expect(looks).toBe(2)
  })

  it('sees a change that is made through it at once', async () => {
    const { siteOf, changeSite } = aKnowing()
    await siteOf('pk_a')
    await changeSite(aSite.id, { name: 'B' })
    expect((await siteOf('pk_a'))?.name).toBe('B')
  })

  it('asks again for what it did not find', async () => {
    const { siteOf } = aKnowing()
    kept = undefined
    expect(await siteOf('pk_a')).toBeUndefined()
    kept = aSite
    expect(await siteOf('pk_a')).toBe(aSite)
  })
})
