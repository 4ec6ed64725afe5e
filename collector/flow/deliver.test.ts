/** Working the outbox off: what is attempted, what is written down, and who waits for whom. */
import type { DestinationId } from '@leadtrail/shared/ids'
import { SECOND, instant } from '@leadtrail/shared/time'
import { describe, expect, it } from 'vitest'
import { aDestination, aHandover } from '../../test/builders/handover.ts'
import { anOutbox } from '../../test/builders/outbox.ts'
import { waits } from '../domain/retry.ts'
import type { Courier, Delivered, Parcel } from '../ports/courier.ts'
import { type Delivering, deliverDue } from './deliver.ts'

const start = instant(Date.parse('2026-03-16T10:05:00Z'))

/** An outbox whose couriers do what the test says of each destination. */
function aWorld(destinations: Readonly<Record<string, Courier['deliver']>>) {
  const courier: Courier = {
    deliver: (parcel) => destinations[parcel.destination.id]?.(parcel) ?? Promise.reject(new Error('nobody there')),
  }
  return anOutbox({ mail: courier, webhook: courier }, start)
}

const fine = (): Promise<Delivered> => Promise.resolve({ ok: true, detail: '200' })
const failing =
  (outcome: Partial<Extract<Delivered, { ok: false }>> = {}) =>
  (): Promise<Delivered> =>
    Promise.resolve({ ok: false, detail: '500', ...outcome })

describe('deliverDue()', () => {
  it('hands over what is due, once, as the document was frozen', async () => {
    const parcels: Parcel[] = []
    const { deps, add } = aWorld({ crm: (parcel) => (parcels.push(parcel), fine()) })
    const row = add('crm', 'one')
    expect(await deliverDue(deps)).toBe(1)
    expect(await deliverDue(deps)).toBe(0)
    expect(row.attempts).toEqual([{ at: start, ok: true, detail: '200' }])
    expect(parcels).toMatchObject([{ id: 'h_crm_one', at: start, handover: aHandover() }])
  })

  it('follows the schedule and parks after the tenth failure', async () => {
    const { deps, add, pass } = aWorld({ crm: failing() })
    const row = add('crm', 'one')
    for (let count = 0; row.nextAt !== undefined && count < 20; count += 1) {
      pass(Math.max(0, row.nextAt - deps.clock.now()))
      expect(await deliverDue(deps)).toBe(1)
    }
    const gaps = row.attempts.map(({ at }, place) => at - (row.attempts[place - 1]?.at ?? start))
    expect(gaps).toEqual([0, ...waits])
    expect(row.disabled).toBe(false)
    expect(await deliverDue(deps)).toBe(0)
  })

  it('comes again when the destination said', async () => {
    const { deps, add } = aWorld({ crm: failing({ retryAfterSeconds: 120 }) })
    const row = add('crm', 'one')
    await deliverDue(deps)
    expect(row.nextAt).toBe(start + 120 * SECOND)
  })

  it('switches a destination that is gone off and sends it nothing more', async () => {
    let requests = 0
    const gone = failing({ detail: '410', gone: true })
    const { deps, add } = aWorld({ crm: () => ((requests += 1), gone()) })
    const [first, second] = [add('crm', 'one'), add('crm', 'two')]
    await deliverDue(deps)
    expect(requests).toBe(1)
    expect(first).toMatchObject({ disabled: true, nextAt: undefined, attempts: [{ detail: '410' }] })
    expect(second).toMatchObject({
      nextAt: undefined,
      attempts: [{ ok: false, detail: 'Not sent: the destination is switched off' }],
    })
  })

  it('sends nothing to a destination that was switched off before', async () => {
    const { deps, add } = aWorld({})
    const destination = { ...aDestination({ kind: 'webhook', to: 'https://crm.example/' }), disabledAt: start }
    const row = add(destination, 'one')
    await deliverDue(deps)
    expect(row).toMatchObject({ disabled: false, nextAt: undefined, attempts: [{ ok: false }] })
  })

  it('counts a courier that throws, and a document that cannot be read, as failed attempts', async () => {
    const { deps, add } = aWorld({ crm: () => Promise.reject(new TypeError('jane@acme.example')), mail: fine })
    const [thrown, unread] = [add('crm', 'one'), add('mail', 'one', { payload: '{"lead":' })]
    expect(await deliverDue(deps)).toBe(2)
    expect(thrown).toMatchObject({
      nextAt: start + 5 * SECOND,
      attempts: [{ detail: 'The delivery broke: TypeError' }],
    })
    expect(unread).toMatchObject({ nextAt: start + 5 * SECOND, attempts: [{ ok: false }] })
  })

  it('keeps people out of the log', async () => {
    const { deps, add, log } = aWorld({ crm: failing({ detail: '500 jane@acme.example' }), mail: fine })
    add('crm', 'one')
    add('mail', 'one')
    await deliverDue(deps)
    expect(log).toHaveLength(2)
    expect(log.join()).not.toMatch(/jane|acme|doe|example/i)
  })

  it('writes down the others when one outcome cannot be written, and says so', async () => {
    const { deps, add } = aWorld({ crm: fine, mail: fine })
    const [lost, kept] = [add('crm', 'one'), add('mail', 'one')]
    const attempted: Delivering['store']['attempted'] = (delivery, ...rest) =>
      delivery.id === lost.delivery.id
        ? Promise.reject(new Error('disk full'))
        : deps.store.attempted(delivery, ...rest)
    await expect(deliverDue({ ...deps, store: { ...deps.store, attempted } })).rejects.toThrow('disk full')
    expect(kept.attempts).toHaveLength(1)
  })
})

describe('a destination that hangs', () => {
  it('holds up no other, and is left to the call that serves it', async () => {
    let release: (outcome: Delivered) => void = () => undefined
    const hanging = new Promise<Delivered>((resolve) => (release = resolve))
    let asked = 0
    const world = aWorld({ slow: () => ((asked += 1), hanging), crm: fine })
    const deps = { ...world.deps, busy: new Set<DestinationId>() }
    const slow = world.add('slow', 'one')
    world.add('crm', 'one')
    const first = deliverDue(deps)
    const later = world.add('crm', 'two')
    await expect.poll(() => deps.busy.size).toBe(1)
    expect(await deliverDue(deps)).toBe(1)
    expect(later.attempts).toHaveLength(1)
    release({ ok: true, detail: '200' })
    expect(await first).toBe(2)
    expect(slow.attempts).toHaveLength(1)
    expect(asked).toBe(1)
    expect(deps.busy.size).toBe(0)
  })

  it('is left alone until the next call once it has cost more than 5 s', async () => {
    const world = aWorld({ slow: () => (world.pass(15 * SECOND), failing({ detail: 'No answer within 15 s' })()) })
    world.add('slow', 'one')
    const second = world.add('slow', 'two')
    expect(await deliverDue(world.deps)).toBe(1)
    expect(second.attempts).toHaveLength(0)
  })
})
