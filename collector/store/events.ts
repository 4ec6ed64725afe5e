/** The event log as it is kept: appended to, never rewritten. */
import type { EventId, SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import { type EventBody, type LogEvent, type Origin, byTime } from '../domain/event.ts'
import { type Cells, type Engine, type Statement, oneOf, sql } from './engine.ts'

/** Events read at once when the whole log is gone through. */
const SLICE = 2000

type EventCells = readonly [
  id: EventId,
  visitor: VisitorId,
  at: Instant,
  receivedAt: Instant,
  origin: Origin,
  bot: number,
  device: string | null,
  body: string,
]

/** Appends an event. @throws Conflict (from the engine) when its id is known. */
export function insertEvent(
  site: SiteId,
  { id, visitor, at, receivedAt, origin, bot, device, body }: LogEvent,
): Statement {
  return sql`
    insert into events (site_id, event_id, visitor_id, at, received_at, origin, bot, device, body)
    values (${site}, ${id}, ${visitor}, ${at}, ${receivedAt}, ${origin}, ${bot}, ${device}, ${JSON.stringify(body)})`
}

/** Appends an event unless its id is known. */
export const appendEvent = (site: SiteId, event: LogEvent): Statement =>
  sql`${insertEvent(site, event)} on conflict do nothing`

/** Which of the ids the log knows already. */
export async function knownEvents(db: Engine, site: SiteId, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ id: string }>(
    sql`select event_id as id from events where site_id = ${site} and event_id ${oneOf(ids)}`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Asks for all events of some visitors. */
export const eventsOf = (site: SiteId, visitors: readonly VisitorId[]): Statement => sql`
  select event_id, visitor_id, at, received_at, origin, bot, device, body
  from events
  where site_id = ${site}
    and visitor_id ${oneOf(visitors)}`

/** The events that this is answered with, in the order of the log. */
export const eventsIn = (answer: readonly Cells[] = []): readonly LogEvent[] =>
  (answer as readonly EventCells[]).map(eventOf).toSorted(byTime)

const eventOf = ([id, visitor, at, receivedAt, origin, bot, device, body]: EventCells): LogEvent => ({
  id,
  visitor,
  at,
  receivedAt,
  origin,
  bot: bot === 1,
  device,
  body: JSON.parse(body) as EventBody,
})

/** An event with the site whose log it stands in. */
export type Logged = { readonly site: SiteId; readonly event: LogEvent }

/** The next events of all sites after one, in the order of their keys. */
export async function logSlice(db: Engine, after: Logged | undefined): Promise<readonly Logged[]> {
  const [rows = []] = await db.lists([
    sql`
      select site_id, event_id, visitor_id, at, received_at, origin, bot, device, body
      from events
      where (site_id, event_id) > (${after?.site ?? ''}, ${after?.event.id ?? ''})
      order by site_id, event_id
      limit ${SLICE}`,
  ])
  return (rows as readonly (readonly [site: SiteId, ...EventCells])[]).map(([site, ...cells]) => ({
    site,
    event: eventOf(cells),
  }))
}
