/** What a tracked page loads: the tracker, and what a tag without data-consent asks before it does anything. */
import path from 'node:path'
import { Hono } from 'hono'
import type { Archive } from '../ports/store.ts'
import { send, servedFile } from './files.ts'
import { openToAll, withHeaders } from './headers.ts'
import { otherMethods, problem } from './problem.ts'

/** An hour: long enough to cost nothing, short enough that a new version is everywhere the same day. */
const TRACKER_CACHE = 'public, max-age=3600, stale-while-revalidate=86400'
const SETTINGS_CACHE = 'public, max-age=300'

/** The tag, the parts that it loads where they are needed, and both in one for pages whose policy forbids the loading. */
const scripts = ['lt.js', 'lt-more.js', 'lt-full.js']

export type TagDeps = { readonly folder: string; readonly sites: Pick<Archive, 'siteOf'> }

/** `GET /lt.js`, its like, and `GET /s/{key}`. */
export function tag({ folder, sites }: TagDeps): Hono {
  const app = new Hono()
  for (const name of scripts) {
    const script = servedFile(path.join(folder, name))
    script.packed('br')
    app.use(`/${name}`, withHeaders(openToAll))
    app.get(`/${name}`, (c) => send(c, script, TRACKER_CACHE))
    app.all(`/${name}`, otherMethods('GET, HEAD'))
  }
  app.use('/s/*', withHeaders(openToAll))
  app.get('/s/:key', async (c) => {
    const key = c.req.param('key')
    const site = await sites.siteOf(key)
    // By its key alone: the id is not for the public.
    if (site?.key !== key)
      return problem(c, { why: 'unknown-site', detail: 'No site has this key. Check data-site in the tag.' })
    c.header('cache-control', SETTINGS_CACHE)
    return c.json({ consent: site.consent, domains: site.domains, numbers: site.numberPools.length > 0 })
  })
  app.all('/s/:key', otherMethods('GET, HEAD'))
  return app
}
