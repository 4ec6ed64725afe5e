/** The demo: a small company site that carries the tag, for trying Leadtrail without a site of one's own. */
import { type Context, Hono } from 'hono'
import { send, servedFolder } from './files.ts'
import { demoHeaders, withHeaders } from './headers.ts'
import { otherMethods, problem } from './problem.ts'

const ASK_FIRST = 'no-cache'

/** Everything below `/demo`; pages are asked for without their ending. */
export function demo(folder: string): Hono {
  const app = new Hono()
  const files = servedFolder(folder, { recursive: true })
  const nothingHere = (c: Context) => problem(c, { why: 'not-found', detail: 'The demo has no such page.' })
  const page = (c: Context, name: string) => {
    const file = files.get(name) ?? files.get(`${name}.html`)
    return file ? send(c, file, ASK_FIRST) : nothingHere(c)
  }
  app.use('/demo/*', withHeaders(demoHeaders))
  app.get('/demo', (c) => c.redirect(`/demo/${new URL(c.req.url).search}`, 301))
  app.get('/demo/', (c) => page(c, 'index.html'))
  app.get('/demo/:name{.+}', (c) => page(c, c.req.param('name')))
  // The forms lead here. Nobody reads them: what was sent stays in the visitor's own Leadtrail.
  app.post('/demo/thanks', (c) => page(c, 'thanks.html'))
  app.all('/demo/thanks', otherMethods('GET, HEAD, POST'))
  app.all('/demo/*', otherMethods('GET, HEAD'))
  return app
}
