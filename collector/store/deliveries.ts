/** Deliveries: what is due from the outbox, how each attempt went, and what of it people are shown. */
import type { EventId, LeadId, SiteId } from '@leadtrail/shared/ids'
import { openingOf } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { Attempt, DeliveryView, DueDelivery, Store } from '../ports/store.ts'
import { type DestinationRecord, destinationOf } from './destinations.ts'
import { type Engine, type Statement, oneOf, sql, when } from './engine.ts'
import { grouped } from './grouped.ts'
import { parkWaiting } from './outbox.ts'

type DueRecord = DestinationRecord & {
  readonly site: SiteId
  readonly delivery: EventId
  readonly lead: LeadId
  readonly payload: string
  readonly deliveryCreatedAt: Instant
  readonly attempts: number
}

/** Deliveries of one destination among those that are due: one that is away must not crowd the others out. */
const FAIR_SHARE = 20

/** Deliveries of all sites whose time has come, oldest first, and no more than a fair share for each destination. */
export async function dueDeliveries(db: Engine, now: Instant, limit: number): Promise<readonly DueDelivery[]> {
  const rows = await db.all<DueRecord>(sql`
    select outbox.site_id as site, delivery_id as delivery, lead_id as lead, payload,
      outbox.created_at as "deliveryCreatedAt", attempts,
      destinations.destination_id as id, destinations.kind, destinations.address as "to", secret,
      destinations.created_at as "createdAt", disabled_at as "disabledAt"
    from (
      select *, row_number() over (partition by site_id, destination_id order by next_at, delivery_id) as place
      from outbox
      where state = 'waiting'
        and next_at <= ${now}
    ) as outbox
    join destinations on destinations.site_id = outbox.site_id and destinations.destination_id = outbox.destination_id
    where place <= ${FAIR_SHARE}
    order by next_at, delivery_id
    limit ${limit}`)
  return rows.map((row) => ({
    site: row.site,
    id: row.delivery,
    lead: row.lead,
    destination: destinationOf(row),
    payload: row.payload,
    createdAt: row.deliveryCreatedAt,
    attempts: row.attempts,
  }))
}

/** Writes an attempt down and what follows from it. What a disabled destination still waits for is parked. */
export const attempted =
  (db: Engine): Store['attempted'] =>
  async ({ site, id, destination }, attempt, { nextAt, disable }) => {
    const waiting = !attempt.ok && nextAt !== undefined && !disable
    const state = attempt.ok ? 'delivered' : waiting ? 'waiting' : 'parked'
    const statements = [
      sql`
        insert into attempts (site_id, delivery_id, number, at, ok, detail)
        select ${site}, ${id}, coalesce(max(number), 0) + 1, ${attempt.at}, ${attempt.ok}, ${attempt.detail}
        from attempts
        where site_id = ${site}
          and delivery_id = ${id}`,
      sql`
        update outbox
        set state = ${state}, next_at = ${waiting ? nextAt : null}, attempts = attempts + 1
        where site_id = ${site}
          and delivery_id = ${id}
          and (state = 'waiting' or ${attempt.ok})`,
    ]
    const disabled = [
      sql`
        update destinations
        set disabled_at = ${attempt.at}
        where site_id = ${site}
          and destination_id = ${destination.id}
          and disabled_at is null`,
      parkWaiting(site, destination.id),
    ]
    await db.write([{ statements: disable ? [...statements, ...disabled] : statements }])
  }

/** Makes a delivery due again as if it were new; false when it or its destination is gone. */
export async function replay(db: Engine, site: SiteId, delivery: string, now: Instant): Promise<boolean> {
  const known = sql`
    select 1 as known
    from outbox
    join destinations on destinations.site_id = outbox.site_id and destinations.destination_id = outbox.destination_id
    where outbox.site_id = ${site}
      and delivery_id = ${delivery}`
  const due = sql`
    update outbox
    set state = 'waiting', next_at = ${now}, attempts = 0
    where site_id = ${site}
      and delivery_id = ${delivery}`
  const [done = false] = await db.write([{ given: [known], statements: [due] }])
  return done
}

type DeliveryRecord = Omit<DeliveryView, 'nextAt' | 'attempts'> & { readonly nextAt: Instant | null }
type AttemptRecord = { readonly delivery: string; readonly at: Instant; readonly ok: 0 | 1; readonly detail: string }

/** A site's deliveries, of one lead or of all, newest first, with their attempts, oldest first. */
export async function deliveriesOf(
  db: Engine,
  site: SiteId,
  lead: LeadId | undefined,
  limit: number,
): Promise<readonly DeliveryView[]> {
  const rows = await db.all<DeliveryRecord>(sql`
    select delivery_id as id, lead_id as lead, destination_id as destination, kind, address as "to", state,
      created_at as "createdAt", next_at as "nextAt"
    from outbox
    where site_id = ${site}
      ${when(lead !== undefined, () => sql`and (lead_id = ${lead} or lead_id in (${formerIdsOf(site, lead)}))`)}
    order by created_at desc, delivery_id
    limit ${limit}`)
  const attempts = await attemptsOf(
    db,
    site,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, nextAt: row.nextAt ?? undefined, attempts: attempts.get(row.id) ?? [] }))
}

/** A late event can give a lead another opening touchpoint, and so another id: it was called after one of those it holds. */
const formerIdsOf = (site: SiteId, lead: LeadId | undefined): Statement => sql`
  select 'l_' || held.event_id
  from touchpoints named
  join touchpoints held on held.site_id = named.site_id and held.lead_id = named.lead_id
  where named.site_id = ${site}
    and named.event_id = ${lead && openingOf(lead)}`

async function attemptsOf(db: Engine, site: SiteId, deliveries: readonly EventId[]): Promise<Map<string, Attempt[]>> {
  if (deliveries.length === 0) return new Map()
  const rows = await db.all<AttemptRecord>(sql`
    select delivery_id as delivery, at, ok, detail
    from attempts
    where site_id = ${site}
      and delivery_id ${oneOf(deliveries)}
    order by delivery_id, number`)
  const groups = grouped(rows, ({ delivery }) => delivery)
  return new Map(
    [...groups].map(([delivery, own]) => [delivery, own.map(({ at, ok, detail }) => ({ at, ok: ok === 1, detail }))]),
  )
}
