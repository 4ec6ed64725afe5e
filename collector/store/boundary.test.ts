/** The border between sites: with the same ids, keys and addresses on both, no answer about one shows anything of the other. */
import {
  type SiteId,
  contactId,
  destinationId,
  eventId,
  leadId,
  sessionId,
  siteId,
  visitorId,
} from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import {
  type Database,
  SITE,
  aChange,
  aContact,
  aDatabase,
  aDestination,
  aLead,
  aSession,
  aTouchpoint,
  addSite,
  anExpansion,
} from '../../test/builders/database.ts'
import { MONDAY, aPage } from '../../test/builders/log.ts'
import type { Archive, LeadQuery, Store } from '../ports/store.ts'

const OTHER = siteId('site_other')
const visitor = visitorId('visitor-a')
const end = instant(MONDAY + 1000)
const query: LeadQuery = {
  from: undefined,
  until: undefined,
  stage: undefined,
  qualified: undefined,
  text: 'example',
  channel: 'Direct',
  limit: 100,
  after: undefined,
}

/** The same ids on every site; only `secret` tells them apart. */
async function fill(database: Database, site: SiteId, secret: string) {
  const { store, registry } = database
  await addSite(database, { name: secret }, site)
  const hook = aDestination({ id: destinationId('d_1'), to: `https://${secret}.example` })
  await registry.addDestination(site, hook)
  const quarantined = [{ id: 'bad-1234', receivedAt: MONDAY, reason: secret, body: secret }]
  const more = secret === 'tulip' ? [] : [aPage(`/${secret}`, { id: 'event-2', visitor: secret })]
  await store.record(
    [
      anExpansion([aPage(`/${secret}`, { id: 'event-1' }), ...more], {
        site,
        keys: ['email:a@example.com'],
        quarantined,
      }),
    ],
    1,
  )
  const put = {
    sessions: [
      aSession({ landing: secret }),
      ...more.map(() => aSession({ id: sessionId('s_more'), landing: secret })),
    ],
    contacts: [aContact({ name: secret, email: 'a@example.com' })],
    leads: [
      aLead({ reason: secret, contact: contactId('c_event-1'), firstSession: sessionId('s_event-1') }),
      ...more.map(() =>
        aLead({ id: leadId('l_more'), contact: contactId('c_event-1'), firstSession: sessionId('s_event-1') }),
      ),
    ],
    touchpoints: [
      aTouchpoint({ label: secret }),
      ...more.map(() => aTouchpoint({ event: eventId('event-2'), label: secret })),
    ],
  }
  const item = {
    id: eventId('h_1'),
    lead: leadId('l_event-1'),
    destination: hook.id,
    kind: 'webhook',
    to: hook.to,
    createdAt: MONDAY,
    payload: secret,
  } as const
  await store.apply([aChange({ site, put, outbox: [item] })])
  await store.attempted(
    { site, id: item.id, destination: hook },
    { at: MONDAY, ok: false, detail: secret },
    { nextAt: end, disable: false },
  )
}

type Question<Port> = (port: Port, site: SiteId) => Promise<unknown>
type Questions<Port, Elsewhere extends keyof Port> = Readonly<Record<Exclude<keyof Port, Elsewhere>, Question<Port>>>

/** Every question that names a site. A method added to the port must find its place here. */
const ofArchive: Questions<Archive, 'sites' | 'siteOf' | 'siteOfToken'> = {
  destinations: (archive, site) => archive.destinations(site),
  seen: (archive, site) => archive.seen(site),
  leads: (archive, site) => archive.leads(site, query),
  visitorOfLead: (archive, site) => archive.visitorOfLead(site, eventId('event-1')),
  history: (archive, site) => archive.history(site, visitor),
  paths: (archive, site) => archive.paths(site, 'lead', MONDAY, end),
  deliveries: async (archive, site) => [
    await archive.deliveries(site, undefined, 10),
    await archive.deliveries(site, leadId('l_event-1'), 10),
  ],
  counts: (archive, site) => archive.counts(site),
}
/** Those left out go over all sites. */
const ofStore: Questions<
  Store,
  'inboxSeq' | 'dirty' | 'dirtyCount' | 'forgetDerived' | 'due' | 'record' | 'apply' | 'attempted'
> = {
  site: (store, site) => store.site(site),
  destinations: (store, site) => store.destinations(site),
  history: (store, site) => store.history(site, visitor),
}

async function twoDatabases() {
  const [alone, shared] = [aDatabase(), aDatabase()]
  await fill(alone, SITE, 'tulip')
  await fill(shared, SITE, 'tulip')
  await fill(shared, OTHER, 'cactus')
  return { alone, shared }
}

async function expectSame<Port>(ask: Question<Port>, alone: Port, shared: Port) {
  const answer = await ask(shared, SITE)
  expect(answer).toEqual(await ask(alone, SITE))
  expect(JSON.stringify(answer)).not.toContain('cactus')
  expect(JSON.stringify(await ask(shared, OTHER))).not.toContain('tulip')
  expect(await ask(shared, OTHER)).not.toEqual(answer)
}

describe('the answer is the same as if the other site did not exist', () => {
  it.each(Object.entries(ofArchive).filter(([name]) => name !== 'visitorOfLead'))('archive.%s()', async (_, ask) => {
    const { alone, shared } = await twoDatabases()
    await expectSame(ask, alone.archive, shared.archive)
  })

  it.each(Object.entries(ofStore))('store.%s()', async (_, ask) => {
    const { alone, shared } = await twoDatabases()
    await expectSame(ask, alone.store, shared.store)
  })

  it('archive.visitorOfLead()', async () => {
    const { shared } = await twoDatabases()
    expect(await shared.archive.visitorOfLead(OTHER, eventId('event-2'))).toBe(visitor)
    expect(await shared.archive.visitorOfLead(SITE, eventId('event-2'))).toBeUndefined()
  })
})

describe('what is done to one site changes nothing of the other', () => {
  const deeds: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
    'store.record()': ({ store }) =>
      store.record([anExpansion([aPage('/new')], { site: OTHER, keys: ['email:a@example.com'] })], 9),
    'store.apply()': async ({ store }) => {
      const { marks } = await store.history(OTHER, visitor)
      const remove = {
        sessions: ['s_event-1'],
        contacts: ['c_event-1'],
        leads: ['l_event-1'],
        touchpoints: ['event-1'],
      }
      return store.apply([aChange({ site: OTHER, marks, remove })])
    },
    'store.attempted()': ({ store }) =>
      store.attempted(
        { site: OTHER, id: eventId('h_1'), destination: aDestination({ id: destinationId('d_1') }) },
        { at: MONDAY, ok: false, detail: 'gone' },
        { nextAt: undefined, disable: true },
      ),
    'registry.changeSite()': ({ registry }) => registry.changeSite(OTHER, { customerValue: 1, name: 'changed' }),
    'registry.addToken()': ({ registry }) => registry.addToken(OTHER, 'digest', 'name', MONDAY),
    'registry.addDestination()': ({ registry }) =>
      registry.addDestination(OTHER, aDestination({ id: destinationId('d_2') })),
    'registry.removeDestination()': ({ registry }) => registry.removeDestination(OTHER, destinationId('d_1')),
    'registry.lend()': ({ registry }) =>
      registry.lend({ site: OTHER, visitor, now: MONDAY }, [{ numbers: ['+4570203040'], lengthMs: 1000 }], true),
    'registry.replay()': ({ registry }) => registry.replay(OTHER, 'h_1', MONDAY),
  }
  it.each(Object.entries(deeds))('%s', async (_, deed) => {
    const { alone, shared } = await twoDatabases()
    await deed(shared)
    for (const ask of Object.values(ofArchive))
      expect(await ask(shared.archive, SITE)).toEqual(await ask(alone.archive, SITE))
    for (const ask of Object.values(ofStore))
      expect(await ask(shared.store, SITE)).toEqual(await ask(alone.store, SITE))
  })
})

it('the same number is lent on both sites, each for itself', async () => {
  const { shared } = await twoDatabases()
  const stocks = [{ numbers: ['+4570203040'], lengthMs: 1000 }]
  const lendTo = (site: SiteId, name: string, mayTake: boolean) =>
    shared.registry.lend({ site, visitor: visitorId(name), now: MONDAY }, stocks, mayTake)
  const lent = [expect.objectContaining({ isNew: true, isNews: true })]
  expect(await lendTo(OTHER, visitor, true)).toEqual(lent)
  expect(await lendTo(SITE, visitor, false)).toEqual([undefined])
  expect(await lendTo(SITE, 'visitor-b', true)).toEqual(lent)
  await shared.registry.changeSite(SITE, { numberPools: [] })
  expect(await lendTo(OTHER, visitor, false)).toEqual([expect.objectContaining({ isNew: false })])
})
