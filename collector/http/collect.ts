/** Where browsers send what they saw: one request, no preflight, an answer only once it is on disk. */
import type { Outcome } from '@leadtrail/shared/failure'
import type { SiteId } from '@leadtrail/shared/ids'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Received } from '../flow/receive.ts'
import type { Sender } from '../flow/recognise.ts'
import type { Counts } from '../ports/store.ts'
import type { Clock } from '../ports/world.ts'
import { jsonOf } from './body.ts'
import type { Counters } from './counters.ts'
import { type Headers, openTo, preflight, setHeaders } from './headers.ts'
import { otherMethods, problem } from './problem.ts'
import type { SenderOf } from './sender.ts'
import { visitorCookies } from './visitor-cookie.ts'

const BODY_LIMIT = 256 * 1024
/** Origins whose headers are remembered. */
const REMEMBERED = 256

export type Receive = {
  readonly fromBrowser: (body: unknown, sender: Sender) => Promise<Outcome<Received>>
  readonly fromServer: (site: SiteId, body: unknown) => Promise<Outcome<Received>>
  /** Resolves when everything up to seq is in the log and projected. */
  readonly settled: (seq: number) => Promise<Counts>
}

/** Whose cookie is set again: not that of somebody whose last word is a no. */
const who = z.object({
  site: z.string(),
  visitor: z.string(),
  events: z.array(z.unknown()).refine((events) => !events.some(isNo)),
})
const no = z.object({ type: z.literal('consent'), state: z.literal('denied') })
const isNo = (event: unknown): boolean => no.safeParse(event).success

export type CollectDeps = {
  readonly receive: Receive
  readonly senderOf: SenderOf
  readonly counted: Counters
  readonly headers: Headers
  readonly clock: Clock
  /** Whether browsers reach the collector by https. */
  readonly secure: boolean
}

/** `POST /e`, as text/plain or JSON. */
export function collect({ receive, senderOf, counted, headers, clock, secure }: CollectDeps): Hono {
  const app = new Hono()
  const open = openHeaders(headers)
  /** The headers of the answer, with the visitor's cookie where he sent it. */
  const withCookie = (c: Context, answered: Headers, cookies: string, batch: unknown): globalThis.Headers => {
    const place = { host: new URL(c.req.url).hostname, origin: c.req.header('origin'), secure }
    const named = who.safeParse(batch)
    const all = new globalThis.Headers(answered)
    if (named.success)
      for (const cookie of visitorCookies(cookies, named.data, place, clock.now())) all.append('set-cookie', cookie)
    return all
  }
  app.post('/', async (c) => {
    const body = await jsonOf(c.req.raw, BODY_LIMIT)
    const received = body.ok ? await receive.fromBrowser(body.value, senderOf(c)) : body
    if (!received.ok) {
      counted.refused += 1
      setHeaders(c, open(c.req.header('origin')))
      return problem(c, received.failure)
    }
    const { accepted, quarantined } = received.value
    counted.received += accepted
    counted.quarantined += quarantined
    // As it is, past Hono's own headers: this is the answer that is given thousands of times a second.
    const answered = open(c.req.header('origin'))
    // A beacon's answer may come when he has said no on the next page.
    const cookies = c.req.header('sec-fetch-mode') === 'no-cors' ? undefined : c.req.header('cookie')
    const taken = cookies?.includes('lt_') && body.ok ? withCookie(c, answered, cookies, body.value) : answered
    return new Response(JSON.stringify({ accepted, quarantined }), { status: 202, headers: taken })
  })
  app.use(async (c, next) => {
    setHeaders(c, open(c.req.header('origin')))
    await next()
  })
  app.options('/', preflight)
  app.all('/', otherMethods('POST, OPTIONS'))
  return app
}

/** The headers of every answer by the origin that asks, made once for each: putting them together costs as much as reading an event. */
function openHeaders(headers: Headers): (origin: string | undefined) => Headers {
  const known = new Map<string | undefined, Headers>()
  return (origin) => {
    const found = known.get(origin)
    if (found) return found
    if (known.size >= REMEMBERED) known.clear()
    const made = { ...headers, ...openTo(origin), 'cache-control': 'no-store', 'content-type': 'application/json' }
    known.set(origin, made)
    return made
  }
}
