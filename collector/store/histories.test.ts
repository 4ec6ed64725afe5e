import { visitorId } from '@leadtrail/shared/ids'
import { describe, expect, it } from 'vitest'
import { SITE, aDatabase, aSession, aChange, anExpansion } from '../../test/builders/database.ts'
import { aDecision, aForm, aPage, anEvent } from '../../test/builders/log.ts'

describe('history()', () => {
  it('closes over keys across devices: by e-mail to a phone, by CRM id from there to a laptop', async () => {
    const { store } = aDatabase()
    const desk = aForm('a@example.com', { visitor: 'desk' })
    const phone = aPage('/', { visitor: 'phone', at: 1 })
    const laptop = aPage('/', { visitor: 'laptop', at: 2 })
    const stranger = aPage('/', { visitor: 'stranger', at: 3 })
    await store.record(
      [
        anExpansion([desk], { keys: ['email:a@example.com'] }),
        anExpansion([phone], { keys: ['email:a@example.com', 'id:crm-7'] }),
        anExpansion([laptop], { keys: ['id:crm-7'] }),
        anExpansion([stranger], { keys: ['email:b@example.com'] }),
      ],
      1,
    )
    for (const { visitor } of [desk, phone, laptop]) {
      const history = await store.history(SITE, visitor)
      expect([...history.visitors].toSorted()).toEqual(['desk', 'laptop', 'phone'])
      expect(history.visitors[0]).toBe(visitor)
      expect(history.events).toEqual([desk, phone, laptop])
      expect(history.marks.map((mark) => mark.visitor).toSorted()).toEqual(['desk', 'laptop', 'phone'])
    }
    expect((await store.history(SITE, stranger.visitor)).events).toEqual([stranger])
  })

  it('reaches the end of a long chain, and a key that thousands share', async () => {
    const { store } = aDatabase()
    const chain = Array.from({ length: 40 }, (_, place) =>
      anExpansion([aPage('/', { visitor: `chain-${place}` })], { keys: [`id:${place}`, `id:${place + 1}`] }),
    )
    const crowd = Array.from({ length: 3000 }, (_, place) =>
      anExpansion([aPage('/', { visitor: `crowd-${place}` })], {
        keys: ['email:kiosk@example.com', `id:own-${place}`],
      }),
    )
    await store.record([...chain, ...crowd], 1)
    expect((await store.history(SITE, visitorId('chain-0'))).visitors).toHaveLength(40)
    expect((await store.history(SITE, visitorId('crowd-0'))).events).toHaveLength(3000)
  })

  it('orders events by time, then by id, whatever the order of arrival', async () => {
    const { store } = aDatabase()
    const events = [
      aPage('/', { id: 'bbbbbbbb', at: 5 }),
      aPage('/', { id: 'aaaaaaaa', at: 5 }),
      aPage('/', { id: 'Zzzzzzzz', at: 5 }),
      aPage('/', { id: 'zzzzzzzz', at: -1 }),
    ]
    await store.record([anExpansion(events)], 1)
    const { events: found } = await store.history(SITE, visitorId('visitor-a'))
    expect(found.map(({ id }) => id)).toEqual(['zzzzzzzz', 'Zzzzzzzz', 'aaaaaaaa', 'bbbbbbbb'])
  })

  it('gives every kind of event back as it was', async () => {
    const { store } = aDatabase()
    const text = `Ærlig "talt" 🚀 \\u0000`
    const events = [
      aForm('søren@example.dk', { at: 0 }, [{ name: 'message', type: 'message', label: text, value: text }]),
      { ...aPage(`/?q=${encodeURIComponent(text)}`, { at: 1 }, 'https://www.google.com/'), bot: true, device: null },
      aDecision('l_event-1', 'won', { at: 2 }, { revenue: 9_999_999_999, reason: text }),
      anEvent(
        { type: 'custom', name: text, props: { a: 1.5, b: true, c: null, d: text } },
        { at: 3, receivedAt: 99, origin: 'server' },
      ),
    ]
    await store.record([anExpansion(events)], 1)
    expect((await store.history(SITE, visitorId('visitor-a'))).events).toEqual(events)
  })

  it('finds the rows that stand by any visitor of the cluster', async () => {
    const { store } = aDatabase()
    const events = [aPage('/', { visitor: 'desk' }), aPage('/', { visitor: 'phone' })]
    await store.record([anExpansion(events, { keys: ['email:a@example.com'] })], 1)
    const session = aSession({ visitor: visitorId('phone') })
    await store.apply([aChange({ put: { sessions: [session] } })])
    expect((await store.history(SITE, visitorId('desk'))).standing.sessions).toEqual([session])
  })
})
