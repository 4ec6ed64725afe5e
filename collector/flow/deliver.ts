/**
 * Works the outbox off: each delivery that is due gets one attempt, whose outcome and next time are written down.
 * Every destination is a lane of its own, so that one which is slow or away holds up nobody else.
 */
import type { DestinationId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { Handover } from '../domain/handover.ts'
import { retryAt } from '../domain/retry.ts'
import type { Couriers, Delivered } from '../ports/courier.ts'
import type { DueDelivery, Store } from '../ports/store.ts'
import type { Chance, Clock, Log } from '../ports/world.ts'

/** Deliveries taken up by one call. */
const BATCH = 200
/** Destinations served at the same time; each gets one request at a time. */
const LANES = 16
/** A destination that fails after more ms than this is left alone until the next call. */
const PATIENCE = 5000
/** Longest outcome that is kept. */
const DETAIL = 200

export type Delivering = {
  readonly store: Pick<Store, 'due' | 'attempted'>
  readonly couriers: Couriers
  readonly clock: Clock
  readonly chance: Pick<Chance, 'fraction'>
  readonly log: Log
  /** Destinations that an earlier call still serves. Who calls again without waiting passes the same set each time. */
  readonly busy?: Set<DestinationId>
}

/**
 * Attempts what is due and answers how many attempts were made. A delivery is sent at least once: should the attempt not
 * get written down, it goes again under the same id.
 *
 * @throws what the store throws, after all lanes have come to their end.
 */
export async function deliverDue(deps: Delivering): Promise<number> {
  const { store, clock, busy = new Set<DestinationId>() } = deps
  const due = await store.due(clock.now(), BATCH)
  const waiting = lanesOf(due.filter(({ destination }) => !busy.has(destination.id)))
  for (const { destination } of waiting) busy.add(destination.id)
  let attempts = 0
  const failed: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      try {
        const made = await serve(lane, deps)
        attempts += made
      } catch (error) {
        failed.push(error)
      } finally {
        busy.delete(lane.destination.id)
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, worker))
  if (failed.length > 0) throw failed[0]
  return attempts
}

type Lane = { readonly destination: DueDelivery['destination']; readonly deliveries: readonly DueDelivery[] }

/** The deliveries by destination, each lane in the order in which they are due. */
function lanesOf(due: readonly DueDelivery[]): Lane[] {
  const lanes = new Map<DestinationId, DueDelivery[]>()
  for (const delivery of due) {
    const lane = lanes.get(delivery.destination.id)
    if (lane) lane.push(delivery)
    else lanes.set(delivery.destination.id, [delivery])
  }
  return [...lanes.values()].flatMap((deliveries) => {
    const [first] = deliveries
    return first ? [{ destination: first.destination, deliveries }] : []
  })
}

/** One attempt for each delivery of the lane; what is left when the destination proves slow or gone stays for later. */
async function serve({ destination, deliveries }: Lane, deps: Delivering): Promise<number> {
  let attempts = 0
  let off = destination.disabledAt !== undefined
  for (const delivery of deliveries) {
    const at = deps.clock.now()
    const outcome: Delivered = off
      ? { ok: false, detail: 'Not sent: the destination is switched off', gone: true }
      : await carry(delivery, at, deps.couriers)
    const endedAt = deps.clock.now()
    await write(delivery, { at, endedAt, outcome, disable: !off && !outcome.ok && outcome.gone === true }, deps)
    attempts += 1
    if (outcome.ok) continue
    if (outcome.gone) off = true
    else if (endedAt - at > PATIENCE) break
  }
  return attempts
}

/** A courier that breaks is a failed attempt like any other; its message may name people, so only its kind is kept. */
async function carry(delivery: DueDelivery, at: Instant, couriers: Couriers): Promise<Delivered> {
  try {
    // The document was frozen by the change that decided the hand-over; it is sent as it was written.
    const handover: Handover = JSON.parse(delivery.payload)
    const courier = couriers[delivery.destination.kind]
    return await courier.deliver({ id: delivery.id, destination: delivery.destination, handover, at })
  } catch (error) {
    return { ok: false, detail: `The delivery broke: ${error instanceof Error ? error.name : typeof error}` }
  }
}

type Made = {
  readonly at: Instant
  readonly endedAt: Instant
  readonly outcome: Delivered
  readonly disable: boolean
}

async function write(delivery: DueDelivery, { at, endedAt, outcome, disable }: Made, deps: Delivering): Promise<void> {
  const { store, chance, log } = deps
  const nextAt = outcome.ok || outcome.gone ? undefined : nextAttemptOf(delivery, endedAt, outcome, chance)
  const attempt = { at, ok: outcome.ok, detail: outcome.detail.slice(0, DETAIL) }
  await store.attempted(delivery, attempt, { nextAt, disable })
  const { site, id, destination, attempts } = delivery
  const facts = { site, delivery: id, destination: destination.id, kind: destination.kind, attempt: attempts + 1 }
  if (outcome.ok) log.info('lead handed over', facts)
  else if (nextAt === undefined) log.error('hand-over parked', { ...facts, disabled: disable })
  else log.warn('hand-over failed, will be tried again', { ...facts, inSeconds: Math.round((nextAt - endedAt) / 1000) })
}

const nextAttemptOf = (
  { attempts }: DueDelivery,
  at: Instant,
  { retryAfterSeconds }: Extract<Delivered, { ok: false }>,
  chance: Pick<Chance, 'fraction'>,
) => retryAt({ at, failures: attempts + 1, retryAfterSeconds, fraction: chance.fraction() })
