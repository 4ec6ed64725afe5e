/** What a tracked page loads: the tracker, and what a tag without data-consent asks before it does anything. */
import { Hono } from 'hono'
import type { Archive } from '../ports/store.ts'
import { send, servedFile } from './files.ts'
import { openToAll, withHeaders } from './headers.ts'
import { otherMethods, problem } from './problem.ts'

/** An hour: long enough to cost nothing, short enough that a new version is everywhere the same day. */
const TRACKER_CACHE = 'public, max-age=3600, stale-while-revalidate=86400'
const SETTINGS_CACHE = 'public, max-age=300'

export type TagDeps = { readonly trackerFile: string; readonly sites: Pick<Archive, 'siteOf'> }

/** `GET /lt.js` and `GET /s/{key}`. */
export function tag({ trackerFile, sites }: TagDeps): Hono {
  const app = new Hono()
  const tracker = servedFile(trackerFile)
  tracker.packed('br')
  app.use('/lt.js', withHeaders(openToAll))
  app.use('/s/*', withHeaders(openToAll))
  app.get('/lt.js', (c) => send(c, tracker, TRACKER_CACHE))
  app.get('/s/:key', async (c) => {
    const key = c.req.param('key')
    const site = await sites.siteOf(key)
    // By its key alone: the id is not for the public.
    if (site?.key !== key)
      return problem(c, { why: 'unknown-site', detail: 'No site has this key. Check data-site in the tag.' })
    c.header('cache-control', SETTINGS_CACHE)
    return c.json({ consent: site.consent, domains: site.domains, numbers: site.numberPools.length > 0 })
  })
  app.all('/lt.js', otherMethods('GET, HEAD'))
  app.all('/s/:key', otherMethods('GET, HEAD'))
  return app
}
