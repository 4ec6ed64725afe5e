/** The frame of the pages that the collector draws itself: sign-in, set-up and the description of the API. */
import type { Child } from 'hono/jsx'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { pageStylePath } from './page-style.ts'

type PageProps = { readonly title: string; readonly wide?: boolean; readonly children?: Child }

function Page({ title, wide, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Leadtrail`}</title>
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
