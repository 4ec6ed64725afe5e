import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { type Migration, migrate } from './migrate.ts'
import { migrations } from './migrations/leadtrail.ts'
import { connect } from './sqlite.ts'

const one: Migration = { name: '0001-one', text: 'create table one (id integer) strict' }
const two: Migration = { name: '0002-two', text: 'create table two (id integer) strict' }

function aFile(path = join(aFolder(), 'file.db')) {
  const connection = connect(path)
  onTestFinished(() => void connection.close())
  const tables = () =>
    connection.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all()
  return { path, connection, tables }
}

describe('migrate()', () => {
  it('goes forward from wherever the file stands, once', () => {
    const { connection, tables } = aFile()
    migrate(connection, [one])
    migrate(connection, [one, two])
    migrate(connection, [one, two])
    expect(tables()).toEqual(['migrations', 'one', 'two'])
  })

  it('lets two programs open a new file at once', () => {
    const { path, connection } = aFile()
    const other = aFile(path)
    migrate(connection, [one, two])
    migrate(other.connection, [one, two])
    expect(other.tables()).toEqual(['migrations', 'one', 'two'])
  })

  it('refuses a file that a newer program made', () => {
    const { connection } = aFile()
    migrate(connection, [one, two])
    expect(() => migrate(connection, [one])).toThrow('newer Leadtrail (migration 0002-two)')
  })

  it('refuses a file whose migration was another', () => {
    const { connection } = aFile()
    migrate(connection, [one])
    expect(() => migrate(connection, [{ ...one, text: `${one.text} ` }])).toThrow('0001-one differs')
  })

  it('leaves nothing of a step that fails, and keeps those before it', () => {
    const { connection, tables } = aFile()
    const broken: Migration = { name: '0002-broken', text: 'create table three (id integer) strict; create table;' }
    expect(() => migrate(connection, [one, broken])).toThrow('syntax error')
    expect(tables()).toEqual(['migrations', 'one'])
    migrate(connection, [one, two])
    expect(tables()).toEqual(['migrations', 'one', 'two'])
  })
})

it('begins every key with the site, but for what belongs to no site and what finds one', () => {
  const { connection } = aFile()
  migrate(connection, migrations)
  const keys = connection
    .prepare<[], { table: string; first: string }>(
      `select tables.name as "table", columns.name as first
       from sqlite_schema as tables, pragma_index_list(tables.name) as indexes, pragma_index_info(indexes.name) as columns
       where tables.type = 'table' and columns.seqno = 0 and columns.name <> 'site_id' order by 1, 2`,
    )
    .all()
    .map(({ table, first }) => `${table}.${first}`)
  expect(keys).toEqual(['outbox.next_at', 'progress.name', 'salts.day', 'sites.site_key', 'tokens.digest'])
})
