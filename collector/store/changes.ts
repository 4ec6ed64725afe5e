/** Changes: the difference that a projection computed, applied whole, or not at all once a mark has moved on. */
import type { SiteId } from '@leadtrail/shared/ids'
import type { Change } from '../domain/change.ts'
import { contacts } from './contacts.ts'
import { markAll, removeMark, stands } from './dirty.ts'
import { type Engine, type Statement, type Work, sql } from './engine.ts'
import { appendEvent } from './events.ts'
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

/** Deletes all that can be computed again, on every site, and has it computed. */
export async function forgetDerived(db: Engine): Promise<void> {
  const emptied = [
    sql`delete from sessions`,
    sql`delete from contacts`,
    sql`delete from leads`,
    sql`delete from touchpoints`,
  ]
  await db.write([{ statements: [...emptied, ...markAll] }])
}
