/** Touchpoints as they are kept. A lead is found by any of them, whatever it is called now. */
import type { EventId, LeadId, SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { TouchpointRow } from '../domain/rows.ts'
import { type Engine, oneOf, sql } from './engine.ts'
import { table } from './table.ts'

export const touchpoints = table<TouchpointRow>({
  name: 'touchpoints',
  columns: {
    event: 'event_id',
    visitor: 'visitor_id',
    lead: 'lead_id',
    session: 'session_id',
    type: 'type',
    label: 'label',
    stage: 'stage',
    at: 'at',
    value: 'value',
  },
})

/** The touchpoints of some leads, oldest first. */
export function touchpointsOf(db: Engine, site: SiteId, leads: readonly LeadId[]): Promise<readonly TouchpointRow[]> {
  return touchpoints.where(db, sql`where site_id = ${site} and lead_id ${oneOf(leads)} order by at, event_id`)
}

/** A visitor of the cluster that holds the touchpoint. */
export async function visitorOfTouchpoint(db: Engine, site: SiteId, event: EventId): Promise<VisitorId | undefined> {
  const [found] = await touchpoints.byKeys(db, site, [event])
  return found?.visitor
}
