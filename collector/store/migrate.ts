/** Brings a file's schema up to date: forward only, each step in a transaction of its own, recorded with its hash. */
import { createHash } from 'node:crypto'
import type { Connection } from './sqlite.ts'

/** `text` is what is run; once released it never changes. */
export type Migration = { readonly name: string; readonly text: string }

type Recorded = { readonly number: number; readonly name: string; readonly hash: string }

/** The file was made by another program: by a newer one, or by one whose migrations were not these. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch'
}

/** @throws SchemaMismatch */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  if (check(recordedIn(connection), migrations) === migrations.length) return
  const forward = connection.transaction(step)
  migrations.forEach((migration, index) => forward.immediate(connection, migrations, migration, index))
}

/** Another program may have been faster: what is recorded is read again under the write lock. */
function step(
  connection: Connection,
  migrations: readonly Migration[],
  { name, text }: Migration,
  index: number,
): void {
  connection.exec(
    'create table if not exists migrations (number integer primary key, name text not null, hash text not null) strict',
  )
  if (check(recordedIn(connection), migrations) > index) return
  connection.exec(text)
  connection.prepare('insert into migrations (number, name, hash) values (?, ?, ?)').run(index + 1, name, hashOf(text))
}

function recordedIn(connection: Connection): readonly Recorded[] {
  const table = connection.prepare(`select 1 from sqlite_schema where type = 'table' and name = 'migrations'`).get()
  return table
    ? connection.prepare<[], Recorded>('select number, name, hash from migrations order by number').all()
    : []
}

/** How many of the migrations are recorded. */
function check(recorded: readonly Recorded[], migrations: readonly Migration[]): number {
  for (const [index, { name, hash }] of recorded.entries()) {
    const migration = migrations[index]
    if (!migration)
      throw new SchemaMismatch(
        `The data was made by a newer Leadtrail (migration ${name}). Update the program, or set DATA_DIR to another folder.`,
      )
    if (migration.name !== name || hashOf(migration.text) !== hash)
      throw new SchemaMismatch(
        `The data was made by a Leadtrail that is not this one (its migration ${name} differs). Use that one, or set DATA_DIR to another folder.`,
      )
  }
  return recorded.length
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
