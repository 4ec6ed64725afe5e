import { join } from 'node:path'
import { siteId, visitorId } from '@leadtrail/shared/ids'
import type { ChangedSite } from '@leadtrail/shared/settings'
import { describe, expect, it } from 'vitest'
import { SITE, aChange, aDatabase, addSite, anExpansion } from '../../test/builders/database.ts'
import { MONDAY, aPage } from '../../test/builders/log.ts'
import { Conflict } from './engine.ts'
import { connect } from './sqlite.ts'

describe('addSite()', () => {
  it('starts with the default rules and the values given', async () => {
    const database = aDatabase()
    const site = await addSite(database, { mqlToSql: 0.5 })
    expect(site).toMatchObject({ id: SITE, key: `key-${SITE}`, consent: 'cookieless', rulesVersion: 1 })
    expect(site.rules.values).toEqual({ customerValue: 15_000_000, sqlToCustomer: 0.35, mqlToSql: 0.5 })
    expect(await database.store.site(SITE)).toEqual(site)
    expect(await database.archive.siteOf(SITE)).toEqual(site)
    expect(await database.archive.siteOf(site.key)).toEqual(site)
    expect(await database.archive.siteOf('nobody')).toBeUndefined()
    expect(await database.archive.sites()).toEqual([site])
  })

  it('refuses an id that is taken', async () => {
    const database = aDatabase()
    await addSite(database)
    await expect(addSite(database)).rejects.toThrow(Conflict)
  })
})

describe('changeSite()', () => {
  it.each<[string, ChangedSite]>([
    ['the customer value', { customerValue: 9_000_000 }],
    ['a rate', { sqlToCustomer: 0.2 }],
    ['the other rate', { mqlToSql: 0 }],
    ['the own domains, which decide what is a referrer', { domains: ['example.com', 'example.dk'] }],
  ])('makes a new version and computes all figures again for %s', async (_, changes) => {
    const database = aDatabase()
    await addSite(database)
    await addSite(database, {}, 'site_other')
    await database.store.record(
      [anExpansion([aPage('/')]), anExpansion([aPage('/')], { site: siteId('site_other') })],
      1,
    )
    for (const { site, visitor } of await database.store.dirty(10))
      await database.store.apply([aChange({ site, marks: (await database.store.history(site, visitor)).marks })])
    const site = await database.registry.changeSite(SITE, changes)
    expect(site?.rulesVersion).toBe(2)
    expect(await database.store.site(SITE)).toEqual(site)
    expect({ ...site?.rules.values, domains: site?.domains }).toMatchObject(changes)
    expect(await database.store.dirty(10)).toEqual([{ site: SITE, visitor: 'visitor-a' }])
  })

  it.each<[string, ChangedSite]>([
    ['the name', { name: 'Another' }],
    ['the consent mode', { consent: 'required' }],
    ['the currency and the time zone', { currency: 'NOK', timeZone: 'Europe/Oslo' }],
    ['the numbers', { numberPools: [{ on: '+45 70 10 10 10', numbers: ['+45 70 20 30 40'], minutes: 60 }] }],
    ['nothing', {}],
    ['a value that it has already', { customerValue: 15_000_000, sqlToCustomer: 0.35 }],
  ])('computes nothing again for %s', async (_, changes) => {
    const database = aDatabase()
    await addSite(database)
    await database.store.record([anExpansion([aPage('/')])], 1)
    const { marks } = await database.store.history(SITE, visitorId('visitor-a'))
    const site = await database.registry.changeSite(SITE, changes)
    expect(site?.rulesVersion).toBe(1)
    expect(await database.archive.siteOf(SITE)).toEqual(site)
    expect((await database.store.history(SITE, visitorId('visitor-a'))).marks).toEqual(marks)
  })

  it('changes one whose numbers were written before they had all that they have now', async () => {
    const database = aDatabase()
    await addSite(database)
    const connection = connect(join(database.dataDir, 'leadtrail.db'))
    connection
      .prepare('update sites set number_pools = ?')
      .run('[{"numbers": ["+45 70 20 30 40"], "on": "+45 70 10 10 10"}]')
    connection.close()
    const site = await database.registry.changeSite(SITE, { name: 'Another' })
    expect(site).toMatchObject({ name: 'Another', numberPools: [{ on: '+45 70 10 10 10', minutes: 60 }] })
    expect(await database.archive.siteOf(SITE)).toEqual(site)
  })

  it('knows no site that is not there', async () => {
    expect(await aDatabase().registry.changeSite(SITE, { name: 'x' })).toBeUndefined()
  })
})

describe('addToken()', () => {
  it('opens its site by the digest, and only by that', async () => {
    const { registry, archive } = aDatabase()
    await registry.addToken(SITE, 'digest-1', 'CRM', MONDAY)
    expect(await archive.siteOfToken('digest-1')).toBe(SITE)
    expect(await archive.siteOfToken('digest-2')).toBeUndefined()
  })
})

describe('saltOf()', () => {
  it('is made on the first use of a day, stays for the day, and is forgotten the next', async () => {
    const { registry } = aDatabase()
    expect(await registry.saltOf('2026-03-01', 'one')).toBe('one')
    expect(await registry.saltOf('2026-03-01', 'two')).toBe('one')
    expect(await registry.saltOf('2026-03-02', 'three')).toBe('three')
    expect(await registry.saltOf('2026-03-01', 'four')).toBe('four')
  })
})
