import { destinationId, eventId, leadId } from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import { type Database, SITE, aChange, aDatabase, aDestination, aTouchpoint } from '../../test/builders/database.ts'
import { MONDAY } from '../../test/builders/log.ts'
import type { OutboxItem } from '../domain/change.ts'

const at = (minute: number) => instant(MONDAY + minute * 60_000)
const hook = aDestination({ id: destinationId('d_hook') })
const mail = aDestination({ id: destinationId('d_mail'), kind: 'mail', to: 'sales@example.com', secret: undefined })

const anItem = (changes: Partial<OutboxItem> = {}): OutboxItem => ({
  id: eventId('h_1'),
  lead: leadId('l_event-1'),
  destination: hook.id,
  kind: 'webhook',
  to: hook.to,
  createdAt: at(0),
  payload: '{"lead":1}',
  ...changes,
})

async function aFilledDatabase(...items: readonly OutboxItem[]): Promise<Database> {
  const database = aDatabase()
  await database.registry.addDestination(SITE, hook)
  await database.registry.addDestination(SITE, mail)
  await database.store.apply([aChange({ outbox: items })])
  return database
}

const failed = (minute: number) => ({ at: at(minute), ok: false, detail: 'HTTP 503' })
const delivered = (minute: number) => ({ at: at(minute), ok: true, detail: 'HTTP 204' })
const later = (minute: number) => ({ nextAt: at(minute), disable: false })
const never = { nextAt: undefined, disable: false }
const dueIds = async ({ store }: Database, minute: number) => (await store.due(at(minute), 10)).map(({ id }) => id)
const statesOf = async ({ archive }: Database) =>
  Object.fromEntries((await archive.deliveries(SITE, undefined, 10)).map(({ id, state }) => [id, state]))

describe('due()', () => {
  it('answers what its time has come for, with its destination, oldest first', async () => {
    const database = await aFilledDatabase(
      anItem({ id: eventId('h_2'), createdAt: at(2) }),
      anItem(),
      anItem({ id: eventId('h_9'), createdAt: at(9) }),
    )
    expect(await dueIds(database, 5)).toEqual(['h_1', 'h_2'])
    expect((await database.store.due(at(5), 1))[0]).toEqual({
      site: SITE,
      id: 'h_1',
      lead: 'l_event-1',
      destination: hook,
      payload: '{"lead":1}',
      createdAt: at(0),
      attempts: 0,
    })
  })
})

describe('due()', () => {
  it('leaves room for others, however much waits for one destination', async () => {
    const away = Array.from({ length: 50 }, (_, count) => anItem({ id: eventId(`h_${100 + count}`) }))
    const database = await aFilledDatabase(
      ...away,
      anItem({ id: eventId('h_m'), destination: mail.id, createdAt: at(1) }),
    )
    const due = await database.store.due(at(5), 30)
    expect(due.filter(({ destination }) => destination.id === hook.id)).toHaveLength(20)
    expect(due.at(-1)).toMatchObject({ id: 'h_m' })
  })
})

describe('attempted()', () => {
  it('does not wake up what was parked while it was under way', async () => {
    const database = await aFilledDatabase(anItem())
    const [delivery] = await database.store.due(at(1), 1)
    await database.registry.removeDestination(SITE, hook.id)
    if (delivery) await database.store.attempted(delivery, failed(2), later(7))
    expect(await statesOf(database)).toEqual({ h_1: 'parked' })
  })

  it('makes a failed delivery wait for its next time, and counts', async () => {
    const database = await aFilledDatabase(anItem())
    const delivery = { site: SITE, id: eventId('h_1'), destination: hook }
    await database.store.attempted(delivery, failed(0), later(5))
    expect(await dueIds(database, 4)).toEqual([])
    const [due] = await database.store.due(at(5), 10)
    expect(due?.attempts).toBe(1)
    await database.store.attempted(delivery, delivered(5), never)
    expect(await dueIds(database, 99)).toEqual([])
    expect(await database.archive.deliveries(SITE, undefined, 10)).toMatchObject([
      { state: 'delivered', nextAt: undefined, attempts: [failed(0), delivered(5)] },
    ])
  })

  it('parks a delivery that has no next time', async () => {
    const database = await aFilledDatabase(anItem())
    await database.store.attempted({ site: SITE, id: eventId('h_1'), destination: hook }, failed(0), never)
    expect(await statesOf(database)).toEqual({ h_1: 'parked' })
    expect(await dueIds(database, 99)).toEqual([])
  })

  it('switches a destination off and parks what waits for it, and nothing else', async () => {
    const database = await aFilledDatabase(
      anItem(),
      anItem({ id: eventId('h_2') }),
      anItem({ id: eventId('h_3'), destination: mail.id }),
    )
    const delivery = { site: SITE, id: eventId('h_1'), destination: hook }
    await database.store.attempted(delivery, failed(1), { nextAt: undefined, disable: true })
    expect(await statesOf(database)).toEqual({ h_1: 'parked', h_2: 'parked', h_3: 'waiting' })
    expect(await database.archive.destinations(SITE)).toEqual([{ ...hook, disabledAt: at(1) }, mail])
  })
})

describe('replay()', () => {
  it('makes a parked or delivered delivery due again, its attempts counted anew and its history kept', async () => {
    const database = await aFilledDatabase(anItem())
    const delivery = { site: SITE, id: eventId('h_1'), destination: hook }
    for (const attempt of [failed(1), delivered(2)]) {
      await database.store.attempted(delivery, attempt, never)
      expect(await dueIds(database, 50)).toEqual([])
      expect(await database.registry.replay(SITE, 'h_1', at(10))).toBe(true)
      expect(await database.store.due(at(10), 10)).toMatchObject([{ id: 'h_1', attempts: 0 }])
    }
    expect((await database.archive.deliveries(SITE, undefined, 10))[0]?.attempts).toEqual([failed(1), delivered(2)])
  })

  it('says no to a delivery that is not there, and to one whose destination is gone', async () => {
    const { store, registry, archive } = await aFilledDatabase(anItem())
    expect(await registry.replay(SITE, 'h_none', at(1))).toBe(false)
    expect(await registry.removeDestination(SITE, hook.id)).toBe(true)
    expect(await registry.removeDestination(SITE, hook.id)).toBe(false)
    expect(await registry.replay(SITE, 'h_1', at(1))).toBe(false)
    expect(await store.due(at(99), 10)).toEqual([])
    expect((await archive.deliveries(SITE, undefined, 10))[0]?.state).toBe('parked')
  })
})

describe('deliveries()', () => {
  it('come newest first, of all leads or of one', async () => {
    const { archive } = await aFilledDatabase(
      anItem(),
      anItem({ id: eventId('h_2'), lead: leadId('l_other'), createdAt: at(2) }),
    )
    expect((await archive.deliveries(SITE, undefined, 10)).map(({ id }) => id)).toEqual(['h_2', 'h_1'])
    expect((await archive.deliveries(SITE, undefined, 1)).map(({ id }) => id)).toEqual(['h_2'])
    expect((await archive.deliveries(SITE, leadId('l_event-1'), 10)).map(({ id }) => id)).toEqual(['h_1'])
  })

  it('are found by what the lead is called now, though an older touchpoint arrived and gave it another name', async () => {
    const { store, archive } = await aFilledDatabase(anItem())
    const lead = leadId('l_older-123')
    const touchpoints = [
      aTouchpoint({ event: eventId('older-123'), lead }),
      aTouchpoint({ event: eventId('event-1'), lead, at: at(1) }),
    ]
    await store.apply([aChange({ put: { touchpoints } })])
    expect((await archive.deliveries(SITE, lead, 10)).map(({ id }) => id)).toEqual(['h_1'])
  })
})
