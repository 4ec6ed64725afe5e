import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../test/builders/database.ts'
import { InboxFull } from '../ports/inbox.ts'
import { type InboxCore, inboxOf, openInbox } from './inbox.ts'

function aCore(path = join(aFolder(), 'data', 'inbox.db'), floor?: number): InboxCore & { readonly path: string } {
  const core = openInbox(path, floor)
  onTestFinished(() => core.close())
  return { ...core, path }
}

describe('the inbox on disk', () => {
  it('gives each body a place of its own, in order, and keeps what it took', () => {
    const core = aCore()
    expect(core.appendAll(['{"a":1}', 'søren 🚀'])).toBe(2)
    expect(core.appendAll(['third'])).toBe(3)
    core.close()
    const again = aCore(core.path)
    expect(again.after(0, 2)).toEqual([
      { seq: 1, body: '{"a":1}' },
      { seq: 2, body: 'søren 🚀' },
    ])
    expect(again.after(2, 10)).toEqual([{ seq: 3, body: 'third' }])
  })

  it('never gives a place twice, even when all was trimmed and the file was closed', () => {
    const core = aCore()
    core.appendAll(['a', 'b', 'c'])
    core.trim(3)
    expect(core.after(0, 10)).toEqual([])
    core.close()
    expect(aCore(core.path).appendAll(['d'])).toBe(4)
  })

  it('trims up to a place and keeps the rest', () => {
    const core = aCore()
    core.appendAll(['a', 'b', 'c'])
    core.trim(2)
    expect(core.after(0, 10)).toEqual([{ seq: 3, body: 'c' }])
  })

  it('begins above what the log has read, so that a lost inbox loses no event after it', () => {
    const core = aCore(undefined, 500)
    expect(core.after(0, 10)).toEqual([])
    expect(core.appendAll(['a'])).toBe(501)
    core.close()
    const again = aCore(core.path, 500)
    expect(again.after(500, 10)).toEqual([{ seq: 501, body: 'a' }])
    expect(again.appendAll(['b'])).toBe(502)
  })
})

describe('the inbox port', () => {
  it('commits what came in together as one group, and answers each with its own place', async () => {
    const core = aCore()
    const groups: number[] = []
    const counting = {
      ...core,
      appendAll: (bodies: readonly string[]) => groups.push(bodies.length) && core.appendAll(bodies),
    }
    const inbox = inboxOf(counting)
    expect(await Promise.all(['a', 'b', 'c'].map(inbox.append))).toEqual([1, 2, 3])
    expect(await inbox.append('d')).toBe(4)
    expect(groups).toEqual([3, 1])
    expect((await inbox.after(0, 10)).map(({ body }) => body)).toEqual(['a', 'b', 'c', 'd'])
    await inbox.trim(4)
    expect(await inbox.after(0, 10)).toEqual([])
  })

  it.each([
    ['entries', { entries: 2, characters: 100 }, ['a', 'b', 'c']],
    ['characters', { entries: 100, characters: 5 }, ['aaa', 'bb', 'c']],
  ])('is full when too many %s wait, and takes again when they are written', async (_, bounds, bodies) => {
    const inbox = inboxOf(aCore(), bounds)
    const results = await Promise.allSettled(bodies.map(inbox.append))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(results[2]).toMatchObject({ reason: expect.any(InboxFull) })
    expect(await inbox.append('d')).toBe(3)
  })

  it('answers nobody of a group that could not be written, and goes on', async () => {
    const core = aCore()
    let broken = true
    const failing: InboxCore = {
      ...core,
      appendAll: (bodies) => {
        if (broken) throw new Error('disk full')
        return core.appendAll(bodies)
      },
    }
    const inbox = inboxOf(failing)
    const results = await Promise.allSettled([inbox.append('a'), inbox.append('b')])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    broken = false
    expect(await inbox.append('c')).toBe(1)
  })
})
