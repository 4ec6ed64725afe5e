/** The outbox: what must happen once in the world, from the change that decided it until it is delivered or parked. */
import type { DestinationId, SiteId } from '@leadtrail/shared/ids'
import type { OutboxItem } from '../domain/change.ts'
import { type Statement, sql } from './engine.ts'

/** Due at once. */
export function addToOutbox(
  site: SiteId,
  { id, lead, destination, kind, to, createdAt, payload }: OutboxItem,
): Statement {
  return sql`
    insert into outbox (site_id, delivery_id, lead_id, destination_id, kind, address, created_at, payload, state, next_at, attempts)
    values (${site}, ${id}, ${lead}, ${destination}, ${kind}, ${to}, ${createdAt}, ${payload}, 'waiting', ${createdAt}, 0)
    on conflict do nothing`
}

/** Parks what still waits for a destination. */
export const parkWaiting = (site: SiteId, destination: DestinationId): Statement => sql`
  update outbox
  set state = 'parked', next_at = null
  where site_id = ${site}
    and destination_id = ${destination}
    and state = 'waiting'`
