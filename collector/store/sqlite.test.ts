import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { Conflict, sql } from './engine.ts'
import { openStore } from './open.ts'
import { type Connection, assertFull, assertVersion, connect, connectToRead, sqliteEngine } from './sqlite.ts'

const closing = <Kind extends Connection>(connection: Kind): Kind => {
  onTestFinished(() => void connection.close())
  return connection
}
const levelOf = (connection: Connection): unknown => connection.pragma('synchronous', { simple: true })
const insert = (id: number) => sql`insert into things (id) values (${id})`
const ids = sql`select id from things order by id`

async function things(path = join(aFolder(), 'things.db')) {
  const connection = closing(connect(path))
  connection.exec('create table if not exists things (id integer primary key) strict')
  return { path, connection, engine: sqliteEngine(connection) }
}

describe('a writing connection', () => {
  it('is FULL after a write, and FULL again when the file is opened again', async () => {
    const { path, connection, engine } = await things()
    await engine.write([{ statements: [insert(1)] }])
    expect(levelOf(connection)).toBe(2)
    connection.close()
    const again = await things(path)
    await again.engine.write([{ statements: [insert(2)] }])
    expect(levelOf(again.connection)).toBe(2)
    expect(again.connection.pragma('journal_mode', { simple: true })).toBe('wal')
  })

  it('would fall back to NORMAL if nobody set FULL, and is refused then', async () => {
    const { path } = await things()
    const careless = closing(new Database(path))
    careless.exec('insert into things (id) values (9)')
    expect(levelOf(careless)).toBe(1)
    expect(() => assertFull(careless)).toThrow('synchronous=1')
    await expect(sqliteEngine(careless).write([{ statements: [insert(10)] }])).rejects.toThrow('synchronous=1')
  })

  it('keeps its files to their owner', () => {
    const dataDir = join(aFolder(), 'deep', 'data')
    const { close } = openStore(dataDir)
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(modeOf(dataDir)).toBe('700')
    for (const ending of ['', '-wal', '-shm']) expect(modeOf(join(dataDir, `leadtrail.db${ending}`))).toBe('600')
    close()
  })

  it.each(['3.51.2', '3.50.9', '2.99.99'])('refuses SQLite %s', (version) => {
    expect(() => assertVersion(version)).toThrow('too old')
  })

  it.each(['3.51.3', '3.53.0', '4.0.0'])('takes SQLite %s', (version) => {
    expect(() => assertVersion(version)).not.toThrow()
  })
})

describe('a reading connection', () => {
  it('cannot write', async () => {
    const { path } = await things()
    const reader = sqliteEngine(closing(connectToRead(path)))
    await expect(reader.write([{ statements: [insert(1)] }])).rejects.toThrow('readonly')
  })

  it('answers several questions from one snapshot, and sees what was written since in the next', async () => {
    const { path, engine } = await things()
    const reader = sqliteEngine(closing(connectToRead(path)))
    expect(await reader.lists([ids, ids])).toEqual([[], []])
    await engine.write([{ statements: [insert(1)] }])
    expect(await reader.lists([ids, ids])).toEqual([[[1]], [[1]]])
    expect(await reader.all(ids)).toEqual([{ id: 1 }])
  })
})

describe('write()', () => {
  it('leaves out the work of which something given does not hold, and does the others', async () => {
    const { engine } = await things()
    const nobody = sql`select 1 from things where id = 99`
    const done = await engine.write([
      { statements: [insert(1)] },
      { given: [sql`select 1 from things where id = 1`, nobody], statements: [insert(2), insert(3)] },
      { given: [sql`select 1 from things where id = 1`], statements: [insert(4)] },
    ])
    expect(done).toEqual([true, false, true])
    expect(await engine.lists([ids])).toEqual([[[1], [4]]])
  })

  it('writes nothing at all when a key is taken', async () => {
    const { engine } = await things()
    await engine.write([{ statements: [insert(1)] }])
    await expect(engine.write([{ statements: [insert(2)] }, { statements: [insert(1)] }])).rejects.toThrow(Conflict)
    expect(await engine.lists([ids])).toEqual([[[1]]])
  })
})
