import { type LeadId, contactId, eventId, leadId, sessionId, visitorId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import { SITE, aChange, aContact, aDatabase, aLead, aSession, aTouchpoint } from '../../test/builders/database.ts'
import { MONDAY } from '../../test/builders/log.ts'
import type { LeadQuery, Store } from '../ports/store.ts'

const all: LeadQuery = {
  from: undefined,
  until: undefined,
  stage: undefined,
  qualified: undefined,
  text: undefined,
  channel: undefined,
  limit: 100,
  after: undefined,
}
const at = (minute: number) => instant(MONDAY + minute * 60_000)

/** Three leads: Åse of Hansen & Søn by search, somebody unknown by phone, and an irrelevant one. */
async function fill(store: Store) {
  const ase = aContact({
    id: contactId('c_ase'),
    name: 'Åse Østergård',
    email: 'aase@hansen-soen.dk',
    phone: '+45 12 34-56 78',
    company: '100% Hansen_Søn',
  })
  const bob = aContact({ id: contactId('c_bob'), name: 'Bob', email: 'bob@example.com' })
  const search = aSession({ id: sessionId('s_search'), channel: 'Organic Search' })
  const direct = aSession({ id: sessionId('s_direct'), startedAt: at(9) })
  const leads = [
    aLead({
      id: leadId('l_ase-1234'),
      contact: ase.id,
      journey: ase.id,
      openedAt: at(1),
      stage: 'sql',
      mqlAt: at(1),
      sqlAt: at(1),
      firstSession: search.id,
      convertingSession: direct.id,
      lastSession: direct.id,
    }),
    aLead({ id: leadId('l_unknown-1'), openedAt: at(2), stage: 'mql', mqlAt: at(2), firstSession: direct.id }),
    aLead({
      id: leadId('l_bob-1234'),
      contact: bob.id,
      journey: bob.id,
      openedAt: at(3),
      stage: 'irrelevant',
      reason: 'seller',
    }),
  ]
  const touchpoints = [
    aTouchpoint({ event: eventId('later-123'), lead: leadId('l_ase-1234'), at: at(5) }),
    aTouchpoint({ event: eventId('ase-1234'), lead: leadId('l_ase-1234'), at: at(1) }),
    aTouchpoint({ event: eventId('unknown-1'), lead: leadId('l_unknown-1'), at: at(2) }),
  ]
  await store.apply([aChange({ put: { sessions: [search, direct], contacts: [ase, bob], leads, touchpoints } })])
  return { ase, search, direct, leads, touchpoints }
}

describe('leads()', () => {
  it('shows each lead with its contact, its touchpoints oldest first, and its three sessions', async () => {
    const { store, archive } = aDatabase()
    const { ase, search, direct, leads, touchpoints } = await fill(store)
    const { views, total } = await archive.leads(SITE, all)
    expect(total).toBe(3)
    expect(views.map(({ lead }) => lead.id)).toEqual(['l_bob-1234', 'l_unknown-1', 'l_ase-1234'])
    expect(views[2]).toEqual({
      lead: leads[0],
      contact: ase,
      touchpoints: [touchpoints[1], touchpoints[0]],
      first: search,
      converting: direct,
      last: direct,
    })
    expect(views[1]).toMatchObject({ contact: undefined, first: direct, converting: undefined, last: undefined })
  })

  it.each<[string, Partial<LeadQuery>, string[]]>([
    ['from an instant on', { from: at(2) }, ['bob', 'unknown']],
    ['until an instant, exclusively', { until: at(2) }, ['ase']],
    ['within a period', { from: at(2), until: at(3) }, ['unknown']],
    ['at a stage', { stage: 'sql' }, ['ase']],
    ['not irrelevant', { qualified: true }, ['unknown', 'ase']],
    ['irrelevant', { qualified: false }, ['bob']],
    ['by the channel of the first session', { channel: 'Organic Search' }, ['ase']],
    ['by a part of the name, in any case of any alphabet', { text: 'øSTER' }, ['ase']],
    ['by a part of the e-mail', { text: '@HANSEN' }, ['ase']],
    ['by the phone, however it is written', { text: '(1234) 56' }, ['ase']],
    ['by the company, with % and _ meaning themselves', { text: '100% hansen_s' }, ['ase']],
    ['not by a wildcard', { text: 'h%n' }, []],
    ['not by an injection', { text: `' or 1=1 --` }, []],
    ['with spaces around', { text: '  bob ' }, ['bob']],
    ['with nothing but spaces', { text: '  ' }, ['bob', 'unknown', 'ase']],
    [
      'by all at once',
      { from: at(0), until: at(9), stage: 'sql', qualified: true, text: 'åse', channel: 'Organic Search' },
      ['ase'],
    ],
    ['by what excludes itself', { stage: 'sql', qualified: false }, []],
  ])('are found %s', async (_, question, expected) => {
    const { store, archive } = aDatabase()
    await fill(store)
    const { views, total } = await archive.leads(SITE, { ...all, ...question })
    expect(views.map(({ lead }) => lead.id.split(/[_-]/)[1])).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  it.each<[boolean | undefined, string[], number]>([
    [true, ['l_reached'], 5],
    [false, ['l_irrelevant', 'l_no-mql'], 1100],
    [undefined, ['l_irrelevant', 'l_no-mql', 'l_reached'], 1105],
  ])(
    'are qualified (%s) by having reached MQL without being irrelevant, and add up their values',
    async (qualified, ids, value) => {
      const { store, archive } = aDatabase()
      const leads = [
        aLead({ id: leadId('l_reached'), openedAt: at(1), mqlAt: at(1), stage: 'lost', value: minor(5) }),
        aLead({ id: leadId('l_no-mql'), openedAt: at(2), value: minor(100) }),
        aLead({ id: leadId('l_irrelevant'), openedAt: at(3), mqlAt: at(3), stage: 'irrelevant', value: minor(1000) }),
      ]
      await store.apply([aChange({ put: { leads } })])
      const found = await archive.leads(SITE, { ...all, qualified, limit: 100 })
      expect(found.views.map(({ lead }) => lead.id)).toEqual(ids)
      expect(found).toMatchObject({ total: ids.length, value })
      expect(await archive.leads(SITE, { ...all, qualified, limit: 1 })).toMatchObject({ total: ids.length, value })
    },
  )

  it('come page by page: each once, newest first, also those opened in the same instant', async () => {
    const { store, archive } = aDatabase()
    const leads = Array.from({ length: 23 }, (_, place) =>
      aLead({ id: leadId(`l_${place}`), openedAt: at(Math.floor(place / 4)) }),
    )
    await store.apply([aChange({ put: { leads } })])
    const seen: LeadId[] = []
    let after: LeadQuery['after']
    for (let page = 0; page < 6; page += 1) {
      const { views, total } = await archive.leads(SITE, { ...all, limit: 5, after })
      expect(total).toBe(23)
      expect(views).toHaveLength(page < 4 ? 5 : page === 4 ? 3 : 0)
      seen.push(...views.map(({ lead }) => lead.id))
      const last = views.at(-1)?.lead
      after = last && { openedAt: last.openedAt, id: last.id }
      if (!after) break
    }
    const newest = leads.toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id)
    expect(seen).toEqual(newest)
  })
})

describe('visitorOfLead()', () => {
  it('is found by any touchpoint the lead holds', async () => {
    const { store, archive } = aDatabase()
    await store.apply([
      aChange({ put: { touchpoints: [aTouchpoint({ event: eventId('later-123'), visitor: visitorId('phone') })] } }),
    ])
    expect(await archive.visitorOfLead(SITE, eventId('later-123'))).toBe('phone')
    expect(await archive.visitorOfLead(SITE, eventId('no-such-1'))).toBeUndefined()
  })
})
