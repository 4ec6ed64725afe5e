/**
 * SQLite: connections as the store needs them, and the engine on top. What is committed here survives a power cut:
 * `synchronous=FULL` is set on every writing connection and checked after its first write, because the driver is built
 * to fall back to NORMAL in WAL mode.
 */
import Database from 'better-sqlite3'
import { closeSync, openSync } from 'node:fs'
import { type Cells, Conflict, type Engine, type Statement, type Work } from './engine.ts'

export type Connection = Database.Database

/** The first release without the WAL-reset bug, which can damage a file that several connections write. */
const OLDEST = [3, 51, 3]
const FULL = 2
/** KiB of pages kept by each connection. */
const CACHE = 32 * 1024

/** Opens a file to write, and makes it, readable to its owner only, where there is none. */
export function connect(path: string): Connection {
  closeSync(openSync(path, 'a', 0o600))
  const connection = checked(new Database(path, { timeout: 5000 }))
  useWal(connection)
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = OFF')
  // Pages are written back once for many commits: most of them change again soon.
  connection.pragma('wal_autocheckpoint = 8000')
  connection.pragma('journal_size_limit = 67108864')
  connection.pragma(`cache_size = -${CACHE}`)
  return connection
}

/** Opens a file that exists to read from it alone. */
export function connectToRead(path: string): Connection {
  const connection = checked(new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
  connection.pragma('query_only = ON')
  connection.pragma(`cache_size = -${CACHE}`)
  return connection
}

/** @throws when commits of this connection would not reach the disk before they are answered. */
export function assertFull(connection: Connection): void {
  const level = connection.pragma('synchronous', { simple: true })
  if (level !== FULL)
    throw new Error(`SQLite writes with synchronous=${String(level)}, not FULL: a power cut would lose events`)
}

/** @throws when the release is older than the oldest that is safe. */
export function assertVersion(version: string): void {
  const found = version.split('.').map(Number)
  const place = OLDEST.findIndex((part, index) => part !== found[index])
  if (place >= 0 && (found[place] ?? 0) < (OLDEST[place] ?? 0))
    throw new Error(`SQLite ${version} is too old: ${OLDEST.join('.')} or newer is needed`)
}

function checked(connection: Connection): Connection {
  try {
    assertVersion(String(connection.prepare('select sqlite_version()').pluck().get()))
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Two programs may open a new file at once: SQLite does not wait for the other one when it changes the journal mode. */
function useWal(connection: Connection): void {
  for (let tries = 0; ; tries += 1) {
    try {
      if (connection.pragma('journal_mode = WAL', { simple: true }) !== 'wal')
        throw new Error('SQLite can keep no WAL here')
      return
    } catch (error) {
      if (!isBusy(error) || tries === 500) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
const isTaken = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || error.code === 'SQLITE_CONSTRAINT_UNIQUE')

/** The engine of one connection. Statements are prepared once and found again by their text. */
export function sqliteEngine(connection: Connection): Engine {
  const statementOf = preparedOn(connection)
  const doneOf = ({ given = [], statements }: Work): boolean => {
    if (given.some((query) => statementOf(query).get(query.values) === undefined)) return false
    for (const statement of statements) statementOf(statement).run(statement.values)
    return true
  }
  const listOf = (query: Statement) => statementOf(query).raw(true).all(query.values) as Cells[]
  // One transaction for several reads also saves their locks, which cost more than most of the reads.
  const read = connection.transaction((queries: readonly Statement[]) => queries.map(listOf))
  const write = connection.transaction((works: readonly Work[]) => works.map(doneOf))
  let proven = false
  return {
    all: async <Row extends object>(query: Statement) => statementOf(query).raw(false).all(query.values) as Row[],
    lists: async (queries) => (queries.length === 1 ? queries.map(listOf) : read.deferred(queries)),
    write: async (works) => {
      try {
        const done = write.immediate(works)
        if (!proven) assertFull(connection)
        proven = true
        return done
      } catch (error) {
        if (isTaken(error)) throw new Conflict('a key was taken already', { cause: error })
        throw error
      }
    },
  }
}

function preparedOn(connection: Connection): (statement: Statement) => Database.Statement {
  const prepared = new Map<string, Database.Statement>()
  return ({ text }) => {
    let statement = prepared.get(text)
    if (!statement) {
      statement = connection.prepare(text)
      prepared.set(text, statement)
    }
    return statement
  }
}
