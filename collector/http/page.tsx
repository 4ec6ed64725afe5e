/** The frame of the pages that the collector draws itself: sign-in, set-up and the description of the API. */
import type { Child } from 'hono/jsx'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { type ServedFile, servedText } from './files.ts'

/** The look of these pages; they must work before anything is built or signed in, so it is their own. */
export const pageStyle: ServedFile = servedText(
  `
:root { color-scheme: light dark; --ink: light-dark(#1b2430, #e6eaf0); --quiet: light-dark(#5a6675, #9aa7b6); --back: light-dark(#f5f6f8, #12161c);
  --paper: light-dark(#fff, #1b212a); --line: light-dark(#8a95a3, #66727f); --accent: light-dark(#0b5cad, #7db8f5); --on-accent: light-dark(#fff, #0c1622);
  --wrong: light-dark(#a4161a, #ff9c9c); font: 1rem/1.5 system-ui, sans-serif }
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--ink) }
main { max-width: 26rem; margin: min(12vh, 6rem) auto 2rem; padding: 2rem; background: var(--paper); border-radius: 12px }
main.wide { max-width: 60rem; margin-top: 2rem }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem }
.brand { margin: 0 0 1.5rem; font-weight: 650; color: var(--quiet) }
label { display: block; font-weight: 550; margin-top: 1rem } small, .quiet { color: var(--quiet) }
input { display: block; width: 100%; min-height: 2.75rem; margin-top: .25rem; padding: .4rem .75rem; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 8px }
button { width: 100%; min-height: 2.75rem; margin-top: 1.5rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; cursor: pointer }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.wrong { margin: 0 0 1rem; padding: .6rem .9rem; color: var(--wrong); border: 1px solid; border-radius: 8px }
a { color: var(--accent) } code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-top: 1px solid light-dark(#dde1e6, #333c48) }
@media (max-width: 30rem) { main { margin: 0; min-height: 100vh; border-radius: 0; padding: 1.5rem } }
`,
  'text/css; charset=utf-8',
)
export const pageStylePath = `/pages.css?v=${pageStyle.hash}`

type PageProps = { readonly title: string; readonly wide?: boolean; readonly children?: Child }

function Page({ title, wide, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title}: Leadtrail`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={pageStylePath} />
      </head>
      <body>
        <main {...(wide ? { class: 'wide' } : {})}>
          <p class="brand">Leadtrail</p>
          {children}
        </main>
      </body>
    </html>
  )
}

/** Answers with a page. It is drawn for one asker, so it is never kept. */
export async function page(c: Context, status: 200 | 400 | 403 | 413 | 422 | 429, props: PageProps): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(html`<!doctype html>${<Page {...props} />}`, status)
}
