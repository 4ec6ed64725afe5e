/**
 * Stands between the browser and the collector: hands everything on as it is and notes it, unless a test wants the way to
 * the collector to fail.
 */
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as ask } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Served, serve } from './serve.ts'

/** What becomes of a batch. A status: the collector never sees it. */
export type Fate =
  | number
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      /** So many ms pass first. */
      readonly delay?: number
      /** The connection ends before the collector has the batch, or after, before its answer. */
      readonly drop?: 'batch' | 'answer'
    }

/** A request of the browser. */
export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** What the collector answered; absent where it never had the request, or has not answered. */
  taken?: number
  /** Its answer's headers. */
  answered?: IncomingHttpHeaders
}

export type Relay = Served & {
  /** Every request, in the order of arrival. */
  readonly asked: readonly Asked[]
  /** What becomes of the next batches; with nothing more here, they are handed on. */
  readonly fates: Fate[]
  /** From now on the collector is out of reach, until the answered function is called. */
  readonly cut: () => () => void
}

/** Starts a relay to the collector at this port of the machine. */
export async function startRelay(collector: number): Promise<Relay> {
  const asked: Asked[] = []
  const fates: Fate[] = []
  let reachable = true
  const served = await serve(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = await buffer(request)
    const note: Asked = { method, path: url, headers, body: body.toString('utf8') }
    asked.push(note)
    if (!reachable) return void response.destroy()
    const next = method === 'POST' && url === '/e' ? fates.shift() : undefined
    const fate = typeof next === 'number' ? { status: next } : (next ?? {})
    if (fate.delay) await new Promise((passed) => setTimeout(passed, fate.delay))
    if (fate.drop === 'batch') return void response.destroy()
    if (fate.status) {
      const cors = {
        'access-control-allow-origin': headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'retry-after',
      }
      return void response.writeHead(fate.status, { ...cors, ...fate.headers }).end(fate.body)
    }
    const answer = await handedOn(collector, request, body)
    note.taken = answer.statusCode ?? 0
    note.answered = answer.headers
    if (fate.drop) return void response.destroy()
    await passOn(answer, response)
  })
  const cut = () => {
    reachable = false
    return () => void (reachable = true)
  }
  return { ...served, asked, fates, cut }
}

function handedOn(port: number, { method, url, rawHeaders }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const options = { host: '127.0.0.1', port, method, path: url, headers: rawHeaders, setHost: false }
    ask(options, answered).on('error', failed).end(body)
  })
}

async function passOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(answer)
  response.writeHead(answer.statusCode ?? 502, answer.rawHeaders).end(body)
}
