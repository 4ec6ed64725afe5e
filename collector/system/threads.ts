/** Calls between threads: a port's methods, asked over a message channel and answered as promises. */
import type { MessagePort, Worker } from 'node:worker_threads'
import { InboxFull } from '../ports/inbox.ts'

type Call = { readonly id: number; readonly method: string; readonly args: readonly unknown[] }
type Answer = {
  readonly id: number
  readonly value?: unknown
  readonly error?: { readonly name: string; readonly message: string }
}
type Line = MessagePort | Worker

/** What can be called from another thread: functions that answer with a promise of plain data. */
export type Callable = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** Answers calls that come over the line. A method that throws rejects the caller's promise. */
export function answer(line: Line, methods: Callable): void {
  // What waited for the same commit is resolved in one go: its answers leave together right after.
  const send = bundled<Answer>(line, (flush) => process.nextTick(flush))
  line.on('message', (calls: readonly Call[]) => {
    for (const call of calls) void answerOf(methods, call).then(send)
  })
}

async function answerOf(methods: Callable, { id, method, args }: Call): Promise<Answer> {
  try {
    const called = methods[method]
    if (!called || !Object.hasOwn(methods, method)) throw new Error(`no method ${method}`)
    return { id, value: await called(...(args as never[])) }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { id, error: { name, message } }
  }
}

/** Sends what comes up before the flush as one message: a message and the waking of a thread cost more than what is in it. */
function bundled<Item>(line: Line, flushSoon: (flush: () => void) => void): (item: Item) => void {
  let bundle: Item[] = []
  const flush = () => {
    const items = bundle
    bundle = []
    line.postMessage(items)
  }
  return (item) => {
    if (bundle.length === 0) flushSoon(flush)
    bundle.push(item)
  }
}

/** The other thread's methods. `fail` rejects what is still waiting, for when that thread has died. */
export function caller<Methods extends Callable>(
  line: Line,
): { readonly methods: Methods; readonly fail: (reason: Error) => void } {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  let dead: Error | undefined
  // All that one turn of the event loop has to ask: of the requests that came in with it, a message for each would be many.
  const send = bundled<Call>(line, (flush) => setImmediate(flush))
  line.on('message', (answers: readonly Answer[]) => {
    for (const { id, value, error } of answers) {
      const call = waiting.get(id)
      waiting.delete(id)
      if (error) call?.reject(revived(error))
      else call?.resolve(value)
    }
  })
  const call = (method: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead)
      const id = (last += 1)
      waiting.set(id, { resolve, reject })
      send({ id, method, args })
    })
  const methods = new Proxy<Record<string, unknown>>(
    {},
    {
      // A proxy that looks like a promise would be awaited for ever.
      get: (_, method) =>
        typeof method === 'string' && method !== 'then' ? (...args: unknown[]) => call(method, args) : undefined,
    },
  )
  const fail = (reason: Error) => {
    dead = reason
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  return { methods: methods as Methods, fail }
}

/** Errors cross threads by name; the one that flows tell apart gets its class back. */
function revived({ name, message }: { name: string; message: string }): Error {
  return name === 'InboxFull' ? new InboxFull(message) : new Error(message, { cause: name })
}
