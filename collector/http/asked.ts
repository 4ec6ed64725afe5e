/** What the tag asks besides sending events: small questions, for every origin, answered with nothing that a cookie opens. */
import type { Outcome } from '@leadtrail/shared/failure'
import { Hono } from 'hono'
import type { Sender } from '../flow/recognise.ts'
import { jsonOf } from './body.ts'
import { openTo, preflight, setHeaders } from './headers.ts'
import { otherMethods, problem } from './problem.ts'
import type { SenderOf } from './sender.ts'

const BODY_LIMIT = 1024

/** A flow that answers; undefined where there is nothing to say. */
type Answer = (body: unknown, sender: Sender) => Promise<Outcome<object | undefined>>

/** `POST` to each path, as text/plain or JSON. */
export function asked(answers: Readonly<Record<string, Answer>>, senderOf: SenderOf): Hono {
  const app = new Hono()
  for (const [path, answer] of Object.entries(answers)) {
    app.use(path, async (c, next) => {
      setHeaders(c, { ...openTo(c.req.header('origin')), 'cache-control': 'no-store' })
      await next()
    })
    app.post(path, async (c) => {
      const body = await jsonOf(c.req.raw, BODY_LIMIT)
      const answered = body.ok ? await answer(body.value, senderOf(c)) : body
      if (!answered.ok) return problem(c, answered.failure)
      return answered.value ? c.json(answered.value) : c.body(null, 202)
    })
    app.options(path, preflight)
    app.all(path, otherMethods('POST, OPTIONS'))
  }
  return app
}
