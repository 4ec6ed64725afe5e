import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { InboxFull } from '../ports/inbox.ts'
import { type Callable, answer, caller } from './threads.ts'

type Doubling = { readonly double: (number: number) => Promise<number> }

let ends: MessageChannel | undefined
afterEach(() => ends?.port1.close())

/** Methods behind a line, and how many messages went each way. */
function aLine(methods: Callable) {
  const { port1, port2 } = (ends = new MessageChannel())
  const messages = { asked: 0, answered: 0 }
  port1.on('message', () => (messages.answered += 1))
  port2.on('message', () => (messages.asked += 1))
  answer(port2, methods)
  return { messages, ...caller<Doubling>(port1) }
}

describe('calls between threads', () => {
  it('of one turn travel in one message, and so do their answers', async () => {
    const { methods, messages } = aLine({ double: async (number: number) => number * 2 })
    expect(await Promise.all([1, 2, 3].map((number) => methods.double(number)))).toEqual([2, 4, 6])
    expect(messages).toEqual({ asked: 1, answered: 1 })
    expect(await methods.double(4)).toBe(8)
    expect(messages).toEqual({ asked: 2, answered: 2 })
  })

  it('fail one by one, and by name', async () => {
    const { methods } = aLine({
      double: async (number: number) => {
        if (number < 0) throw new InboxFull('no room')
        return number * 2
      },
    })
    const [good, bad] = await Promise.allSettled([methods.double(1), methods.double(-1)])
    expect(good).toEqual({ status: 'fulfilled', value: 2 })
    expect(bad).toMatchObject({ status: 'rejected', reason: new InboxFull('no room') })
  })

  it('are rejected when the other thread has died', async () => {
    const { methods, fail } = aLine({ double: () => new Promise(() => undefined) })
    const waiting = methods.double(1)
    fail(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    await expect(methods.double(2)).rejects.toThrow('gone')
  })
})
