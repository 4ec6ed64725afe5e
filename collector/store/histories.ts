/** History: all that the projection of a cluster is computed from. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { History } from '../ports/store.ts'
import { contacts } from './contacts.ts'
import { marksOf } from './dirty.ts'
import type { Engine } from './engine.ts'
import { eventsOf } from './events.ts'
import { clusterOf } from './identities.ts'
import { leads } from './leads.ts'
import { sessions } from './sessions.ts'
import { touchpoints } from './touchpoints.ts'

/**
 * The marks are read before the events: an event that comes between the two raises its mark, and the change that was
 * decided without it is stale.
 */
export async function historyOf(db: Engine, site: SiteId, visitor: VisitorId): Promise<History> {
  const visitors = await clusterOf(db, site, visitor)
  const marks = await marksOf(db, site, visitors)
  const events = await eventsOf(db, site, visitors)
  return {
    visitors,
    marks,
    events,
    standing: {
      sessions: await sessions.ofVisitors(db, site, visitors),
      contacts: await contacts.ofVisitors(db, site, visitors),
      leads: await leads.ofVisitors(db, site, visitors),
      touchpoints: await touchpoints.ofVisitors(db, site, visitors),
    },
  }
}
