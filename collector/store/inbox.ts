/**
 * The inbox on disk: a file of its own, so that taking something in waits for nothing but its own fsync. Whatever has
 * arrived when the writer is free is committed together; no timer makes anybody wait for company.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Inbox, type InboxEntry, InboxFull } from '../ports/inbox.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/inbox.ts'
import { assertFull, connect } from './sqlite.ts'

/** The inbox of one thread: each call is done when it returns. */
export type InboxCore = {
  /** Takes bodies in, in one durable transaction; answers the place of the last one. The others stand right before it. */
  readonly appendAll: (bodies: readonly string[]) => number
  readonly after: (seq: number, limit: number) => readonly InboxEntry[]
  readonly trim: (seq: number) => void
  readonly close: () => void
}

/**
 * Opens the inbox in a file, or makes it. Places are given from `floor` on: pass how far the log has read, so that an
 * inbox that was lost or restored never gives places which the log takes for read.
 */
export function openInbox(path: string, floor = 0): InboxCore {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const connection = connect(path)
  // Entries are read back once and trimmed: a log that is soon written over is faster than one that grows, and few pages do.
  connection.pragma('wal_autocheckpoint = 1000')
  connection.pragma('cache_size = -2048')
  migrate(connection, migrations)
  const insert = connection.prepare<[string]>('insert into inbox (body) values (?)')
  const select = connection.prepare<[number, number], InboxEntry>(
    'select seq, body from inbox where seq > ? order by seq limit ?',
  )
  const remove = connection.prepare<[number]>('delete from inbox where seq <= ?')
  const raise = connection.prepare<[number, number]>(
    `insert into inbox (seq, body) select ?, '' where ? > (select coalesce(max(seq), 0) from sqlite_sequence)`,
  )
  const startAbove = connection.transaction((place: number) => {
    raise.run(place, place)
    remove.run(place)
  })
  const appendAll = connection.transaction((bodies: readonly string[]) => {
    let last: number | bigint = 0
    for (const body of bodies) last = insert.run(body).lastInsertRowid
    return Number(last)
  })
  startAbove.immediate(floor)
  assertFull(connection)
  return {
    appendAll: (bodies) => appendAll.immediate(bodies),
    after: (seq, limit) => select.all(seq, limit),
    trim: (seq) => {
      remove.run(seq)
    },
    close: () => {
      connection.close()
    },
  }
}

type Waiting = {
  readonly body: string
  readonly taken: (seq: number) => void
  readonly failed: (error: unknown) => void
}

/** How much may wait for the writer, in entries and in characters. */
export type InboxBounds = { readonly entries: number; readonly characters: number }

const usual: InboxBounds = { entries: 20_000, characters: 64 * 1024 * 1024 }

/** The port on an inbox of the same thread. What comes in while the loop is busy goes to disk with the next commit. */
export function inboxOf(core: InboxCore, bounds: InboxBounds = usual): Inbox {
  let waiting: Waiting[] = []
  let characters = 0
  const drain = (): void => {
    const group = waiting
    waiting = []
    characters = 0
    try {
      const first = core.appendAll(group.map(({ body }) => body)) - group.length + 1
      group.forEach(({ taken }, place) => taken(first + place))
    } catch (error) {
      for (const { failed } of group) failed(error)
    }
  }
  return {
    append: (body) =>
      new Promise((taken, failed) => {
        if (waiting.length >= bounds.entries || characters + body.length > bounds.characters)
          throw new InboxFull('too much waits to be written')
        if (waiting.length === 0) setImmediate(drain)
        waiting.push({ body, taken, failed })
        characters += body.length
      }),
    after: async (seq, limit) => core.after(seq, limit),
    trim: async (seq) => core.trim(seq),
  }
}
