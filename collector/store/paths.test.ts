import { contactId, leadId, sessionId, visitorId } from '@leadtrail/shared/ids'
import type { Milestone } from '@leadtrail/shared/reports'
import { instant } from '@leadtrail/shared/time'
import { expect, it } from 'vitest'
import { SITE, aChange, aDatabase, aLead, aSession } from '../../test/builders/database.ts'
import { MONDAY } from '../../test/builders/log.ts'

const at = (hour: number) => instant(MONDAY + hour * 3_600_000)
const ann = contactId('c_ann')

/** A contact's lead, reached over two devices, and a lead of a visitor who is still unknown. */
async function aFilledArchive() {
  const { store, archive } = aDatabase()
  const [desk, phone] = [visitorId('desk'), visitorId('phone')]
  const sessions = [
    aSession({ id: sessionId('s_3'), visitor: phone, journey: ann, startedAt: at(3), channel: 'Email' }),
    aSession({ id: sessionId('s_1'), visitor: desk, journey: ann, startedAt: at(1), channel: 'Paid Search' }),
    aSession({ id: sessionId('s_2'), visitor: desk, journey: ann, startedAt: at(2), bot: true }),
    aSession({ id: sessionId('s_9'), visitor: desk, journey: desk, startedAt: at(1) }),
    aSession({ id: sessionId('s_5'), visitor: phone, journey: phone, startedAt: at(0) }),
  ]
  const known = aLead({
    id: leadId('l_ann'),
    visitor: desk,
    journey: ann,
    contact: ann,
    openedAt: at(2),
    mqlAt: at(2),
    sqlAt: at(3),
    customerAt: at(30),
  })
  const unknown = aLead({ id: leadId('l_unknown'), visitor: phone, journey: phone, openedAt: at(1) })
  await store.apply([aChange({ put: { sessions, leads: [known, unknown] } })])
  return { archive, known, unknown }
}

it.each<[Milestone, number, number, Record<string, string[]>]>([
  ['lead', 0, 99, { l_unknown: ['s_5'], l_ann: ['s_1', 's_2'] }],
  ['lead', 1, 2, { l_unknown: ['s_5'] }],
  ['lead', 2, 3, { l_ann: ['s_1', 's_2'] }],
  ['mql', 0, 99, { l_ann: ['s_1', 's_2'] }],
  ['sql', 3, 4, { l_ann: ['s_1', 's_2', 's_3'] }],
  ['sql', 0, 3, {}],
  ['customer', 30, 31, { l_ann: ['s_1', 's_2', 's_3'] }],
])(
  'paths() to %s in the hours %d to %d: sessions of the journey until then, oldest first',
  async (milestone, from, until, expected) => {
    const { archive } = await aFilledArchive()
    const paths = await archive.paths(SITE, milestone, at(from), at(until))
    expect(paths.map(({ lead, sessions }) => [lead.id, sessions.map(({ id }) => id)])).toEqual(Object.entries(expected))
  },
)

it('paths() answers whole rows', async () => {
  const { archive, known } = await aFilledArchive()
  const [path] = await archive.paths(SITE, 'mql', at(0), at(99))
  expect(path?.lead).toEqual(known)
  expect(path?.sessions[1]).toEqual(
    aSession({ id: sessionId('s_2'), visitor: visitorId('desk'), journey: ann, startedAt: at(2), bot: true }),
  )
})

it('paths() shows a lead whose journey has no session', async () => {
  const { store, archive } = aDatabase()
  await store.apply([aChange({ put: { leads: [aLead()] } })])
  expect(await archive.paths(SITE, 'lead', at(0), at(1))).toEqual([{ lead: aLead(), sessions: [] }])
})
