/** Quarantine: events that could not be kept, with the reason, so that their sender can be put right. */
import type { SiteId } from '@leadtrail/shared/ids'
import type { Quarantined } from '../ports/store.ts'
import { type Engine, type Statement, oneOf, sql } from './engine.ts'

/** @throws Conflict (from the engine) when its id is in quarantine already. */
export function insertQuarantined(site: SiteId, { id, receivedAt, reason, body }: Quarantined): Statement {
  return sql`
    insert into quarantine (site_id, event_id, received_at, reason, body)
    values (${site}, ${id}, ${receivedAt}, ${reason}, ${body})`
}

/** Which of the ids are in quarantine already. */
export async function knownQuarantined(db: Engine, site: SiteId, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ id: string }>(
    sql`select event_id as id from quarantine where site_id = ${site} and event_id ${oneOf(ids)}`,
  )
  return new Set(rows.map(({ id }) => id))
}
