/** History: all that the projection of a cluster is computed from, on one snapshot. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { History } from '../ports/store.ts'
import { contacts } from './contacts.ts'
import { marksIn, marksOf } from './dirty.ts'
import type { Cells, Engine } from './engine.ts'
import { eventsIn, eventsOf } from './events.ts'
import { clusterOf, keysOf } from './identities.ts'
import { leads } from './leads.ts'
import { sessions } from './sessions.ts'
import { touchpoints } from './touchpoints.ts'

/**
 * Most visitors have no key and are alone: their keys are asked for together with all the rest. Marks and events come from
 * one snapshot, so that an event which is not in it has raised a mark since, and the change decided without it is stale.
 */
export async function historyOf(db: Engine, site: SiteId, visitor: VisitorId): Promise<History> {
  const [keys = [], ...alone] = await db.lists([keysOf(site, [visitor]), ...questions(site, [visitor])])
  if (keys.length === 0) return historyIn([visitor], alone)
  const visitors = await clusterOf(db, site, visitor, keys)
  return historyIn(visitors, visitors.length === 1 ? alone : await db.lists(questions(site, visitors)))
}

const questions = (site: SiteId, visitors: readonly VisitorId[]) => [
  marksOf(site, visitors),
  eventsOf(site, visitors),
  sessions.ofVisitors(site, visitors),
  contacts.ofVisitors(site, visitors),
  leads.ofVisitors(site, visitors),
  touchpoints.ofVisitors(site, visitors),
]

function historyIn(visitors: readonly VisitorId[], answers: readonly (readonly Cells[])[]): History {
  const [marks, events, ...rows] = answers
  return {
    visitors,
    marks: marksIn(marks),
    events: eventsIn(events),
    standing: {
      sessions: sessions.rowsOf(rows[0]),
      contacts: contacts.rowsOf(rows[1]),
      leads: leads.rowsOf(rows[2]),
      touchpoints: touchpoints.rowsOf(rows[3]),
    },
  }
}
