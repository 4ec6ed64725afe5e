/** The dashboard: one shell for all of its addresses, for those who are signed in; and the files it is made of. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Auth } from './auth.ts'
import { type ServedFile, send, servedFolder } from './files.ts'
import { pageStyle } from './page-style.ts'
import { otherMethods, problem } from './problem.ts'
import { noAccountPage } from './sign-in.tsx'

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'

export type DashboardDeps = { readonly auth: Pick<Auth, 'visit' | 'hasAccount'>; readonly folder: string }

export function dashboard({ auth, folder }: DashboardDeps): Hono {
  const app = new Hono()
  const files = servedFolder(folder, { recursive: false })
  const script = addressOf(files, 'app.js')
  const style = addressOf(files, 'app.css')
  const shell = html`<!doctype html>${<Shell script={script} style={style} />}`
  const cacheOf = (file: ServedFile, version: string | undefined) => (version === file.hash ? FOR_EVER : ASK_FIRST)

  app.get('/pages.css', (c) => send(c, pageStyle, cacheOf(pageStyle, c.req.query('v'))))
  app.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'))
    return file ? send(c, file, cacheOf(file, c.req.query('v'))) : problem(c, nothingHere)
  })
  for (const path of ['/pages.css', '/assets/:name']) app.all(path, otherMethods('GET, HEAD'))

  app.get('/:path{[^.]*}', async (c) => {
    if (/^\/(api|assets|demo|s|e)(\/|$)/.test(c.req.path)) return problem(c, nothingHere)
    c.header('cache-control', 'no-store')
    const visit = await auth.visit(c.req.header('cookie'))
    if (visit) {
      for (const cookie of visit.cookies) c.header('set-cookie', cookie, { append: true })
      return c.html(shell)
    }
    if (!auth.hasAccount()) return noAccountPage(c)
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
  })
  return app
}

const nothingHere = { why: 'not-found', detail: 'There is nothing at this address.' } as const

/** An address that changes with the file, so that it may be kept for ever. */
function addressOf(files: ReadonlyMap<string, ServedFile>, name: string): string {
  const file = files.get(name)
  if (!file) throw new Error(`the dashboard is not built: it has no ${name}`)
  return `/assets/${name}?v=${file.hash}`
}

function Shell({ script, style }: { readonly script: string; readonly style: string }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>Leadtrail</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={style} />
        <script type="module" src={script}></script>
      </head>
      <body>
        <div id="app"></div>
        <noscript>The dashboard needs JavaScript.</noscript>
      </body>
    </html>
  )
}
