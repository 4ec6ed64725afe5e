/** Verification: a copy of the database on which everything derived is computed again and held against what stood. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, connect, connectToRead } from './sqlite.ts'

const tables = ['sessions', 'contacts', 'leads', 'touchpoints', 'identity_keys'] as const
export type DerivedTable = (typeof tables)[number]

/** How a table came out: rows that stood and are not computed, rows computed that did not stand. A changed row is one of each. */
export type TableDifference = {
  readonly table: DerivedTable
  readonly rows: number
  readonly missing: number
  readonly extra: number
  /** Keys of the first few, for whoever looks into it. */
  readonly examples: readonly string[]
}

/** Copies the database as it stands into another folder, while it is being written. @throws when there is none. */
export function copyInto(dataDir: string, target: string): void {
  mkdirSync(target, { recursive: true, mode: 0o700 })
  // Only reads the source, but SQLite allows it to no connection that may do nothing else.
  inFile(dataDir, (connection) => connection.prepare('vacuum into ?').run(join(target, 'leadtrail.db')))
}

/** Lays the derived rows aside as they stand. */
export function keepStanding(dataDir: string): void {
  inFile(dataDir, (connection) => {
    for (const table of tables) connection.exec(`create table kept_${table} as select * from ${table}`)
  })
}

/** Holds the derived rows against those laid aside. */
export function differencesIn(dataDir: string): TableDifference[] {
  const connection = connectToRead(join(dataDir, 'leadtrail.db'))
  const rowsIn = (from: string, butNot: string): string[][] =>
    connection.prepare<[], string[]>(`select * from ${from} except select * from ${butNot}`).raw().all() // prettier-ignore
  try {
    return tables.map((table) => {
      // The key of a link is personal; its site says enough.
      const named = table === 'identity_keys' ? 1 : 2
      const rows = Number(connection.prepare(`select count(*) from ${table}`).pluck().get())
      const [missing, extra] = [rowsIn(`kept_${table}`, table), rowsIn(table, `kept_${table}`)]
      return {
        table,
        rows,
        missing: missing.length,
        extra: extra.length,
        examples: [...new Set([...missing, ...extra].map((row) => row.slice(0, named).join(' ')))].slice(0, 5),
      }
    })
  } finally {
    connection.close()
  }
}

function inFile(dataDir: string, work: (connection: Connection) => void): void {
  const connection = connect(join(dataDir, 'leadtrail.db'))
  try {
    work(connection)
  } finally {
    connection.close()
  }
}
