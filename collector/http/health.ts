/** For those who run it: whether it lives, whether it can work, what it has done. */
import { Hono } from 'hono'
import { type Counters, exposition } from './counters.ts'
import { otherMethods, problem } from './problem.ts'

const fresh = { 'cache-control': 'no-store' }
const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

export function health({ ready, counted }: { ready: () => Promise<boolean>; counted: Counters }): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, fresh))
  app.get('/readyz', async (c) =>
    (await ready())
      ? c.json({ status: 'ready' }, 200, fresh)
      : problem(c, { why: 'unavailable', detail: 'Leadtrail is starting or stopping.', retryAfterSeconds: 2 }),
  )
  app.get('/metrics', (c) => c.body(exposition(counted), 200, { ...fresh, 'content-type': metricsType }))
  for (const path of ['/healthz', '/readyz', '/metrics']) app.all(path, otherMethods('GET, HEAD'))
  return app
}
