import { contactId, destinationId, eventId, leadId, sessionId, visitorId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import {
  SITE,
  type Database,
  aChange,
  aContact,
  aDatabase,
  aLead,
  aSession,
  aTouchpoint,
  anExpansion,
} from '../../test/builders/database.ts'
import { MONDAY, aPage, anEvent } from '../../test/builders/log.ts'
import type { Rows } from '../domain/rows.ts'

const visitor = visitorId('visitor-a')
const late = instant(MONDAY + 86_400_000)
const text = `Søren "O'Neil" – 東京 🚀 \\ %_ <b>`

const everything: Rows = {
  sessions: [
    aSession(),
    aSession({
      id: sessionId('s_full'),
      journey: contactId('c_full'),
      endedAt: late,
      pages: 12,
      device: text,
      bot: true,
      channel: 'Paid Search',
      rule: text,
      source: text,
      medium: text,
      campaign: text,
      term: text,
      content: text,
      clickId: `gclid=${text}`,
      landing: text,
      referrer: text,
    }),
  ],
  contacts: [
    aContact(),
    aContact({
      id: contactId('c_full'),
      name: text,
      email: text,
      phone: '+45 12 34 56 78',
      company: text,
      traits: JSON.stringify({ [text]: text, employees: 12.5, boss: true, left: null }),
      sharedDevice: true,
      firstSeenAt: late,
    }),
  ],
  leads: [
    aLead(),
    aLead({
      id: leadId('l_full'),
      journey: contactId('c_full'),
      contact: contactId('c_full'),
      closedAt: late,
      activeAt: late,
      stage: 'customer',
      reason: text,
      value: minor(Number.MAX_SAFE_INTEGER),
      revenue: minor(9_007_199_254_740_991),
      fit: -40,
      interest: 57.25,
      cell: 'low-high',
      sessions: 3,
      firstSession: sessionId('s_full'),
      convertingSession: sessionId('s_full'),
      lastSession: sessionId('s_event-1'),
      mqlAt: MONDAY,
      sqlAt: late,
      customerAt: late,
    }),
  ],
  touchpoints: [
    aTouchpoint(),
    aTouchpoint({
      event: eventId('full-1234'),
      lead: leadId('l_full'),
      session: sessionId('s_full'),
      type: text,
      label: text,
      stage: 'mql',
      value: minor(1_050_000),
    }),
  ],
}
const byKey = (rows: Rows) => ({
  sessions: new Map(rows.sessions.map((row) => [row.id, row])),
  contacts: new Map(rows.contacts.map((row) => [row.id, row])),
  leads: new Map(rows.leads.map((row) => [row.id, row])),
  touchpoints: new Map(rows.touchpoints.map((row) => [row.event, row])),
})

const standing = async ({ store }: Pick<Database, 'store'>) => (await store.history(SITE, visitor)).standing

describe('apply()', () => {
  it('keeps every row as it was put, with nothing in it and with everything', async () => {
    const database = aDatabase()
    await database.store.apply([aChange({ put: everything })])
    expect(byKey(await standing(database))).toEqual(byKey(everything))
  })

  it('puts a row over the one with its key, and removes by key', async () => {
    const database = aDatabase()
    await database.store.apply([aChange({ put: everything })])
    const session = aSession({ pages: 7, bot: true, device: 'Mobile' })
    await database.store.apply([
      aChange({
        put: { sessions: [session] },
        remove: {
          sessions: ['s_full'],
          contacts: ['c_full', 'c_event-1'],
          leads: ['l_full', 'l_event-1'],
          touchpoints: ['full-1234'],
        },
      }),
    ])
    const { touchpoints } = everything
    expect(await standing(database)).toEqual({
      sessions: [session],
      contacts: [],
      leads: [],
      touchpoints: touchpoints.slice(0, 1),
    })
  })

  it('applies a change whose marks stand, and takes them away', async () => {
    const database = aDatabase()
    await database.store.record([anExpansion([aPage('/')])], 1)
    const { marks } = await database.store.history(SITE, visitor)
    expect(await database.store.apply([aChange({ marks, put: { sessions: [aSession()] } })])).toEqual([true])
    expect(await database.store.dirtyCount()).toBe(0)
    expect((await standing(database)).sessions).toEqual([aSession()])
  })

  it('leaves a change out when an event came after it was decided, and the mark stays', async () => {
    const database = aDatabase()
    await database.store.record([anExpansion([aPage('/1')])], 1)
    const { marks } = await database.store.history(SITE, visitor)
    await database.store.record([anExpansion([aPage('/2')])], 2)
    const stale = aChange({ marks, put: { sessions: [aSession()] }, append: [anEvent({ type: 'custom', name: 'x' })] })
    const other = aChange({ put: { leads: [aLead()] } })
    expect(await database.store.apply([stale, other])).toEqual([false, true])
    expect(await standing(database)).toEqual({ sessions: [], contacts: [], leads: [aLead()], touchpoints: [] })
    expect((await database.store.history(SITE, visitor)).events).toHaveLength(2)
    expect(await database.store.dirtyCount()).toBe(1)
  })

  it('leaves a change out when one of several marks is gone: a cluster is applied once', async () => {
    const { store } = aDatabase()
    const events = [aPage('/', { visitor: 'visitor-a' }), aPage('/', { visitor: 'visitor-b' })]
    await store.record([anExpansion(events, { keys: ['email:a@example.com'] })], 1)
    const change = aChange({ marks: (await store.history(SITE, visitor)).marks })
    expect(change.marks).toHaveLength(2)
    expect(await store.apply([change, change])).toEqual([true, false])
  })

  it('appends its own events without a mark or a count, and once', async () => {
    const { store, archive } = aDatabase()
    await store.record([anExpansion([aPage('/')])], 1)
    const told = anEvent(
      {
        type: 'handover',
        lead: 'l_event-1',
        destination: 'd_1',
        to: 'sales@example.com',
        news: 'lead.created',
        known: true,
      },
      { origin: 'system', at: 1 },
    )
    const { marks } = await store.history(SITE, visitor)
    await store.apply([aChange({ marks, append: [told] }), aChange({ append: [told] })])
    expect((await store.history(SITE, visitor)).events.map(({ id }) => id)).toContain(told.id)
    expect(await store.dirtyCount()).toBe(0)
    expect(await archive.counts(SITE)).toEqual({ stored: 1, duplicate: 0, quarantined: 0 })
  })

  it('writes to the outbox once, whatever a later change says of the same delivery', async () => {
    const { store, archive } = aDatabase()
    const item = {
      id: eventId('h_d_1_event-1'),
      lead: leadId('l_event-1'),
      destination: destinationId('d_1'),
      kind: 'mail',
      to: 'sales@example.com',
      createdAt: MONDAY,
      payload: '{"first":true}',
    } as const
    await store.apply([aChange({ outbox: [item] })])
    await store.apply([aChange({ outbox: [{ ...item, to: 'other@example.com' }] })])
    const [delivery, ...more] = await archive.deliveries(SITE, undefined, 10)
    expect(delivery).toEqual({
      id: item.id,
      lead: item.lead,
      destination: item.destination,
      kind: 'mail',
      to: 'sales@example.com',
      state: 'waiting',
      createdAt: MONDAY,
      nextAt: MONDAY,
      attempts: [],
    })
    expect(more).toEqual([])
  })
})

describe('forgetDerived()', () => {
  it('deletes what is derived, keeps what happened, and marks everybody anew', async () => {
    const { store, archive } = aDatabase()
    await store.record([anExpansion([aPage('/'), aPage('/', { visitor: 'visitor-b' })])], 1)
    const { marks } = await store.history(SITE, visitor)
    await store.apply([aChange({ marks, put: everything })])
    await store.forgetDerived(() => [])
    const { events, standing: left, marks: now } = await store.history(SITE, visitor)
    expect(events).toHaveLength(1)
    expect(left).toEqual({ sessions: [], contacts: [], leads: [], touchpoints: [] })
    expect(now[0]?.version).toBeGreaterThan(marks[0]?.version ?? 0)
    expect(await store.dirtyCount()).toBe(2)
    expect(await archive.counts(SITE)).toEqual({ stored: 2, duplicate: 0, quarantined: 0 })
  })

  it('links the keys of the whole log anew, by the rules that hold now', async () => {
    const { store } = aDatabase()
    const [here, there] = [aPage('/'), aPage('/', { visitor: 'visitor-b' })]
    await store.record(
      [
        {
          ...anExpansion([here, there]),
          events: [
            { event: here, keys: ['email:old'] },
            { event: there, keys: [] },
          ],
        },
      ],
      1,
    )
    expect((await store.history(SITE, visitor)).visitors).toEqual([visitor])
    await store.forgetDerived(() => ['email:new'])
    expect((await store.history(SITE, visitor)).visitors).toEqual([visitor, 'visitor-b'])
  })
})
