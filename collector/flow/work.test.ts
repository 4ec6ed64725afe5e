/** Those who wait for their own entry: when they are told, and what. */
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SITE, aDatabase, aFolder, addSite } from '../../test/builders/database.ts'
import { aPage } from '../../test/builders/log.ts'
import { inboxOf, openInbox } from '../store/inbox.ts'
import { realWorld } from '../system/world.ts'
import type { Entry } from './expand.ts'
import { workOver } from './work.ts'

const { clock, log } = realWorld('silent')

/** A loop over real files; `between` is what happens between the log's commit and the forgetting of the inbox. */
async function aLoop(between: () => void = () => undefined) {
  const database = aDatabase()
  const { store } = database
  await addSite(database)
  const core = openInbox(join(aFolder(), 'inbox.db'))
  onTestFinished(() => core.close())
  const inbox = inboxOf(core)
  const { turn, settled } = workOver({
    inbox: { after: inbox.after, trim: (seq) => (between(), inbox.trim(seq)) },
    store,
    clock,
    log,
  })
  const append = (id: string) => {
    const event = aPage('/', { id })
    const entry: Entry = { site: SITE, receivedAt: event.receivedAt, events: [event], quarantined: [] }
    return inbox.append(JSON.stringify(entry))
  }
  return { turn, settled, append }
}

const stored = { stored: 1, duplicate: 0, quarantined: 0 }

describe('settled()', () => {
  it('says what became of an entry that is asked for before the turn that reads it', async () => {
    const { turn, settled, append } = await aLoop()
    const answer = settled(await append('event-1'))
    await turn()
    expect(await answer).toEqual(stored)
  })

  it('says it of an entry that the log has read, but nobody has been told of yet', async () => {
    const asked: Promise<unknown>[] = []
    const { turn, settled, append } = await aLoop(() => asked.push(settled(1)))
    await append('event-1')
    await turn()
    expect(await Promise.all(asked)).toEqual([stored])
  })

  it('says it to those who ask late, too', async () => {
    const { turn, settled, append } = await aLoop()
    const seqs = [await append('event-1'), await append('event-1')]
    await turn()
    expect(await Promise.all(seqs.map(settled))).toEqual([stored, { ...stored, stored: 0, duplicate: 1 }])
  })
})
