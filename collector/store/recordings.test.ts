import { siteId, visitorId } from '@leadtrail/shared/ids'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SITE, aChange, aDatabase, anExpansion } from '../../test/builders/database.ts'
import { MONDAY, aPage, aPhoneClick, anEvent } from '../../test/builders/log.ts'
import type { Counts, Quarantined } from '../ports/store.ts'
import type { Engine } from './engine.ts'
import { record } from './recordings.ts'
import { connect, sqliteEngine } from './sqlite.ts'

const OTHER = siteId('site_other')
const refused = (id: string, reason = 'at: is before the year 2000'): Quarantined => ({
  id,
  receivedAt: MONDAY,
  reason,
  body: '{"id":"…"}',
})
const sum = (all: readonly Counts[]) =>
  all.reduce((total, { stored, duplicate, quarantined }) => total + stored + duplicate + quarantined, 0)

describe('record()', () => {
  it('stores an event once, however often and in whatever company it is sent again', async () => {
    const { store, archive } = aDatabase()
    const [a, b, c] = [aPage('/a'), aPage('/b'), aPage('/c')]
    expect(await store.record([anExpansion([a, b])], 1)).toEqual([{ stored: 2, duplicate: 0, quarantined: 0 }])
    expect(await store.record([anExpansion([a, b])], 2)).toEqual([{ stored: 0, duplicate: 2, quarantined: 0 }])
    expect(await store.record([anExpansion([b, c]), anExpansion([c, c, a])], 3)).toEqual([
      { stored: 1, duplicate: 1, quarantined: 0 },
      { stored: 0, duplicate: 3, quarantined: 0 },
    ])
    expect(await archive.counts(SITE)).toEqual({ stored: 3, duplicate: 6, quarantined: 0 })
    expect((await store.history(SITE, a.visitor)).events).toHaveLength(3)
  })

  it('keeps the first copy of an id', async () => {
    const { store } = aDatabase()
    const first = aPage('/first')
    await store.record([anExpansion([first])], 1)
    await store.record([anExpansion([{ ...aPage('/second'), id: first.id, visitor: visitorId('somebody-else') }])], 2)
    expect((await store.history(SITE, first.visitor)).events).toEqual([first])
    expect((await store.history(SITE, visitorId('somebody-else'))).events).toEqual([])
  })

  it('accounts for all that was sent: stored, duplicate or quarantined', async () => {
    const { store, archive } = aDatabase()
    const pages = Array.from({ length: 20 }, (_, place) => aPage(`/${place}`))
    const quarantined = [refused('bad-1'), refused('bad-2'), refused('bad-1')]
    const sent = [
      anExpansion(pages.slice(0, 12), { quarantined }),
      anExpansion(pages.slice(6, 20)),
      anExpansion(pages.slice(0, 3), { site: OTHER, quarantined }),
    ]
    const total = sent.reduce((count, { events, quarantined: own }) => count + events.length + own.length, 0)
    const first = await store.record(sent, 1)
    const again = await store.record(sent, 2)
    expect(sum(first)).toBe(total)
    expect(sum(again)).toBe(total)
    expect(again.every(({ stored, quarantined: bad }) => stored + bad === 0)).toBe(true)
    expect(sum([await archive.counts(SITE), await archive.counts(OTHER)])).toBe(2 * total)
    expect(await archive.counts(OTHER)).toEqual({ stored: 3, duplicate: 7, quarantined: 2 })
  })

  it('marks who has something new, and nobody else', async () => {
    const { store } = aDatabase()
    const [a, b] = [aPage('/', { visitor: 'visitor-a' }), aPage('/', { visitor: 'visitor-b' })]
    await store.record([anExpansion([a, b])], 1)
    expect(await store.dirty(10)).toEqual([
      { site: SITE, visitor: 'visitor-a' },
      { site: SITE, visitor: 'visitor-b' },
    ])
    const { marks } = await store.history(SITE, a.visitor)
    await store.record([anExpansion([a, b])], 2)
    expect((await store.history(SITE, a.visitor)).marks).toEqual(marks)
    await store.record([anExpansion([aPage('/more', { visitor: 'visitor-a' })])], 3)
    expect((await store.history(SITE, a.visitor)).marks[0]?.version).toBeGreaterThan(marks[0]?.version ?? 0)
    expect(await store.dirtyCount()).toBe(2)
  })

  it('never gives a mark a version it had before, even when it was worked off meanwhile', async () => {
    const { store } = aDatabase()
    await store.record([anExpansion([aPage('/1')])], 1)
    const { marks } = await store.history(SITE, visitorId('visitor-a'))
    expect(await store.apply([aChange({ marks })])).toEqual([true])
    await store.record([anExpansion([aPage('/2')])], 2)
    expect(await store.apply([aChange({ marks })])).toEqual([false])
    expect(await store.dirtyCount()).toBe(1)
  })

  it('links keys only with what it stores', async () => {
    const { store } = aDatabase()
    const known = aPage('/', { visitor: 'visitor-a' })
    await store.record([anExpansion([known])], 1)
    await store.record(
      [anExpansion([{ ...known, visitor: visitorId('visitor-b') }], { keys: ['email:a@example.com'] })],
      2,
    )
    await store.record([anExpansion([aPage('/', { visitor: 'visitor-c' })], { keys: ['email:a@example.com'] })], 3)
    expect((await store.history(SITE, visitorId('visitor-c'))).visitors).toEqual(['visitor-c'])
  })

  it('knows how far the inbox is read, and never goes back', async () => {
    const { store } = aDatabase()
    expect(await store.inboxSeq()).toBe(0)
    await store.record([], 7)
    await store.record([anExpansion([aPage('/')])], undefined)
    await store.record([], 3)
    expect(await store.inboxSeq()).toBe(7)
  })

  it('tells the site what arrived, and what was wrong last', async () => {
    const { store, archive } = aDatabase()
    const events = [aPage('/b', { visitor: 'visitor-b', at: 5 }), aPage('/a', { at: 1 }), aPhoneClick({ at: 9 })]
    await store.record(
      [anExpansion(events, { quarantined: [refused('bad-1'), refused('bad-2', 'url: is missing')] })],
      1,
    )
    await store.record([anExpansion([aPage('/older', { visitor: 'visitor-b', at: -5 })])], 2)
    await store.record([anExpansion([anEvent({ type: 'consent', state: 'granted' }, { at: 20 })])], 3)
    expect(await archive.seen(SITE)).toEqual({
      events: 5,
      visitors: 2,
      firstAt: MONDAY - 5,
      lastAt: MONDAY + 20,
      lastUrl: 'https://example.com/',
      quarantined: 2,
      lastQuarantine: 'url: is missing',
    })
  })

  it('reads again what is known when another process records the same event in between', async () => {
    const { dataDir, store, archive } = aDatabase()
    const connection = connect(join(dataDir, 'leadtrail.db'))
    onTestFinished(() => void connection.close())
    const engine = sqliteEngine(connection)
    const [a, b] = [aPage('/a'), aPage('/b')]
    let first = true
    const overtaken: Engine = {
      ...engine,
      write: async (works) => {
        if (first) await store.record([anExpansion([a])], undefined)
        first = false
        return engine.write(works)
      },
    }
    expect(await record(overtaken, [anExpansion([a, b])], 1)).toEqual([{ stored: 1, duplicate: 1, quarantined: 0 }])
    expect(await archive.counts(SITE)).toEqual({ stored: 2, duplicate: 1, quarantined: 0 })
  })
})
