/** An outbox in memory with a clock that moves only when told. */
import { destinationId, eventId, leadId, siteId } from '@leadtrail/shared/ids'
import { type Instant, instant } from '@leadtrail/shared/time'
import type { Delivering } from '../../collector/flow/deliver.ts'
import type { Couriers } from '../../collector/ports/courier.ts'
import type { Attempt, Destination, DueDelivery } from '../../collector/ports/store.ts'
import { aDestination, aHandover } from './handover.ts'

type Row = { delivery: DueDelivery; nextAt: Instant | undefined; attempts: Attempt[]; disabled: boolean }

/** `add` puts a delivery in, due at once; `log` holds what the operator would read. */
export function anOutbox(couriers: Couriers, start: Instant) {
  let now = start
  const rows: Row[] = []
  const lines: string[] = []
  const note = (message: string, facts: object = {}): void => void lines.push(`${message} ${JSON.stringify(facts)}`)
  const deps: Delivering = {
    store: {
      due: (at, limit) =>
        Promise.resolve(
          rows
            .filter(({ nextAt }) => nextAt !== undefined && nextAt <= at)
            .slice(0, limit)
            .map(({ delivery, attempts }) => ({ ...delivery, attempts: attempts.length })),
        ),
      attempted: ({ id }, attempt, { nextAt, disable }) => {
        const row = rows.find(({ delivery }) => delivery.id === id)
        row?.attempts.push(attempt)
        if (row) Object.assign(row, { nextAt, disabled: disable })
        return Promise.resolve()
      },
    },
    couriers,
    clock: { now: () => now },
    chance: { fraction: () => 0 },
    log: { info: note, warn: note, error: note },
  }
  const add = (to: Destination | string, lead: string, facts: Partial<DueDelivery> = {}): Row => {
    const destination =
      typeof to === 'string'
        ? aDestination({ kind: 'webhook', to: `https://${to}.example/`, id: destinationId(to) })
        : to
    const delivery: DueDelivery = {
      site: siteId('boreal'),
      id: eventId(`h_${destination.id}_${lead}`),
      lead: leadId(`l_${lead}`),
      destination,
      payload: JSON.stringify(aHandover()),
      createdAt: now,
      attempts: 0,
      ...facts,
    }
    const row: Row = { delivery, nextAt: now, attempts: [], disabled: false }
    rows.push(row)
    return row
  }
  const pass = (ms: number): void => void (now = instant(now + ms))
  return { deps, add, pass, log: lines }
}
