/** Changes: the difference that a projection computed, applied whole, or not at all once a mark has moved on. */
import type { SiteId } from '@leadtrail/shared/ids'
import type { Change } from '../domain/change.ts'
import type { LogEvent } from '../domain/event.ts'
import { contacts } from './contacts.ts'
import { markAll, removeMark, stands } from './dirty.ts'
import { type Engine, type Statement, type Work, sql } from './engine.ts'
import { appendEvent, logSlice } from './events.ts'
import { linkKey } from './identities.ts'
import { leads } from './leads.ts'
import { addToOutbox } from './outbox.ts'
import { sessions } from './sessions.ts'
import type { Table } from './table.ts'
import { touchpoints } from './touchpoints.ts'

/** All in one transaction; says for each whether it was applied. */
export function apply(db: Engine, changes: readonly Change[]): Promise<readonly boolean[]> {
  return db.write(changes.map(workOf))
}

function workOf({ site, marks, remove, put, append, outbox }: Change): Work {
  return {
    given: marks.map((mark) => stands(site, mark)),
    statements: [
      ...written(sessions, site, remove.sessions, put.sessions),
      ...written(contacts, site, remove.contacts, put.contacts),
      ...written(leads, site, remove.leads, put.leads),
      ...written(touchpoints, site, remove.touchpoints, put.touchpoints),
      ...append.map((event) => appendEvent(site, event)),
      ...outbox.map((item) => addToOutbox(site, item)),
      ...marks.map((mark) => removeMark(site, mark)),
    ],
  }
}

function written<Row extends object>(
  table: Table<Row>,
  site: SiteId,
  remove: readonly string[],
  put: readonly Row[],
): readonly Statement[] {
  return [...remove.map((key) => table.remove(site, key)), ...put.map((row) => table.put(site, row))]
}

/** Links the keys of the whole log again, then deletes all else that can be computed, on every site, and has it computed. */
export async function forgetDerived(db: Engine, keysOfEvent: (event: LogEvent) => readonly string[]): Promise<void> {
  await db.write([{ statements: [sql`delete from identity_keys`] }])
  let slice = await logSlice(db, undefined)
  while (slice.length > 0) {
    const links = slice.flatMap(({ site, event }) => keysOfEvent(event).map((key) => linkKey(site, key, event.visitor)))
    if (links.length > 0) await db.write([{ statements: links }])
    slice = await logSlice(db, slice.at(-1))
  }
  // Last, so that what a running server computed while keys were missing is computed once more.
  const emptied = [
    sql`delete from sessions`,
    sql`delete from contacts`,
    sql`delete from leads`,
    sql`delete from touchpoints`,
  ]
  await db.write([{ statements: [...emptied, ...markAll] }])
}
