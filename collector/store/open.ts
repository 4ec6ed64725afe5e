/** Opens the database in a data directory, for writing, reading or administration; whoever comes first makes it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive, Registry, Store } from '../ports/store.ts'
import { archiveOf } from './archive.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/leadtrail.ts'
import { registryOf } from './registry.ts'
import { type Connection, connect, connectToRead, sqliteEngine } from './sqlite.ts'
import { storeOf } from './store.ts'

/** A port on a connection of its own, until it is closed. */
export type Opened<Port> = { readonly port: Port; readonly close: () => void }

export const openStore = (dataDir: string): Opened<Store> =>
  opened(prepared(dataDir), (db) => storeOf(sqliteEngine(db)))

export const openRegistry = (dataDir: string): Opened<Registry> =>
  opened(prepared(dataDir), (db) => registryOf(sqliteEngine(db)))

/** On a connection that cannot write. */
export function openArchive(dataDir: string): Opened<Archive> {
  prepared(dataDir).close()
  return opened(connectToRead(pathOf(dataDir)), (db) => archiveOf(sqliteEngine(db)))
}

const pathOf = (dataDir: string): string => join(dataDir, 'leadtrail.db')

function opened<Port>(connection: Connection, portOf: (connection: Connection) => Port): Opened<Port> {
  return { port: portOf(connection), close: () => connection.close() }
}

/** A connection to a database whose schema is up to date. */
function prepared(dataDir: string): Connection {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const connection = connect(pathOf(dataDir))
  try {
    migrate(connection, migrations)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
