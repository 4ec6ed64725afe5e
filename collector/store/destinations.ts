/** Destinations: where a site's leads are handed over. */
import type { DestinationId, SiteId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { Destination } from '../ports/store.ts'
import { type Engine, sql } from './engine.ts'
import { parkWaiting } from './outbox.ts'

export type DestinationRecord = {
  readonly id: DestinationId
  readonly kind: 'mail' | 'webhook'
  readonly to: string
  readonly secret: string | null
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
}

export const destinationOf = ({ id, kind, to, secret, createdAt, disabledAt }: DestinationRecord): Destination => ({
  id,
  kind,
  to,
  secret: secret ?? undefined,
  createdAt,
  disabledAt: disabledAt ?? undefined,
})

/** A site's destinations, the disabled ones too, oldest first. */
export async function destinationsOf(db: Engine, site: SiteId): Promise<readonly Destination[]> {
  const rows = await db.all<DestinationRecord>(sql`
    select destination_id as id, kind, address as "to", secret, created_at as "createdAt", disabled_at as "disabledAt"
    from destinations
    where site_id = ${site}
    order by created_at, destination_id`)
  return rows.map(destinationOf)
}

export async function addDestination(db: Engine, site: SiteId, destination: Destination): Promise<void> {
  const { id, kind, to, secret, createdAt, disabledAt } = destination
  const added = sql`
    insert into destinations (site_id, destination_id, kind, address, secret, created_at, disabled_at)
    values (${site}, ${id}, ${kind}, ${to}, ${secret}, ${createdAt}, ${disabledAt})`
  await db.write([{ statements: [added] }])
}

/** Forgets a destination and parks what waits for it; false when there is none. */
export async function removeDestination(db: Engine, site: SiteId, destination: DestinationId): Promise<boolean> {
  const known = sql`select 1 as known from destinations where site_id = ${site} and destination_id = ${destination}`
  const removed = sql`delete from destinations where site_id = ${site} and destination_id = ${destination}`
  const [done = false] = await db.write([{ given: [known], statements: [removed, parkWaiting(site, destination)] }])
  return done
}
