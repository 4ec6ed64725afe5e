/**
 * A site that carries the tag, as its visitors meet it: the pages of `pages/` and those that a test writes itself, on one
 * origin, and the collector on another.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Batch, BrowserEvent } from '@leadtrail/shared/event'
import type { ConsentMode } from '@leadtrail/shared/settings'
import type { Ground, Logged } from './ground.ts'
import { type Asked, type Fate, startRelay } from './relay.ts'
import { type Handle, serve } from './serve.ts'

const pages = fileURLToPath(new URL('pages', import.meta.url))

/** A batch as it was sent, and what the collector said to it; nothing where it never had it. */
export type Sent = Omit<Batch, 'events'> & { readonly events: readonly BrowserEvent[]; readonly taken?: number }

export type Wishes = {
  /** What stands in the tag's element besides `data-site`. */
  readonly attributes: string
  /** Headers of every page; in them COLLECTOR is the collector's address. */
  readonly headers: Readonly<Record<string, string>>
  /** What the site's setting says. */
  readonly mode: ConsentMode
}

export type Site = {
  readonly key: string
  /** Under which name the device remembers. */
  readonly memory: string
  /** Of the site, `http://www.shop.localhost:…`, without a slash at the end. */
  readonly address: string
  /** The same pages on a domain that is not the site's. */
  readonly other: string
  /** The same pages under another name that ends in `.localhost`. */
  readonly at: (name: string) => string
  /** Where the tag comes from and reports to. */
  readonly collector: string
  /** The collector under another name that ends in `.localhost`. */
  readonly collectorAt: (name: string) => string
  /** The tag's element; other attributes and another collector if need be. */
  readonly tag: (attributes?: string, collector?: string) => string
  /** Serves a page of the test's own, with the tag in place of `<!--tag-->`. */
  readonly serve: (path: string, html: string, headers?: Readonly<Record<string, string>>) => void
  /** What the site itself was asked for: paths with their queries. */
  readonly visits: readonly string[]
  /** What the collector has in its log, in the order in which it took it; each event once. */
  readonly events: <Type extends BrowserEvent['type']>(type?: Type) => Logged<Type>[]
  /** The same in the order of their own times. */
  readonly byTime: () => Logged[]
  /** Every batch that the browser sent, also those that the collector never had. */
  readonly batches: readonly Sent[]
  /** All that the browser sent to the collector as text, to look for what must not be there. */
  readonly bodies: readonly string[]
  /** Methods and paths of all requests to the collector. */
  readonly requests: readonly string[]
  readonly asked: readonly Asked[]
  /** What becomes of the next batches on their way; with nothing more here, they reach the collector. */
  readonly fates: Fate[]
  /** From now on the collector is out of reach, until the answered function is called. */
  readonly cut: () => () => void
  /** What the collector could not take: none in any test. */
  readonly mistakes: readonly string[]
  readonly close: () => Promise<void>
}

type Page = { readonly html: string; readonly headers: Readonly<Record<string, string>> }

export async function startSite(ground: Ground, { attributes, headers, mode }: Wishes): Promise<Site> {
  const { id, key } = await ground.addSite({ consent: mode })
  const relay = await startRelay(ground.port)
  const collectorAt = (name: string) => `http://${name}.localhost:${relay.port}`
  const collector = collectorAt('leads.collector')
  const tag: Site['tag'] = (given = attributes, host = collector) =>
    `<script defer src="${host}/lt.js" data-site="${key}" ${given}></script>`
  const own = new Map<string, Page>()
  const visits: string[] = []
  const filled = (text: string) => text.replace('<!--tag-->', () => tag()).replaceAll('COLLECTOR', collector)
  const answer = answering(own, headers, filled)
  const shown = await serve((request, response) => {
    visits.push(request.url ?? '')
    return answer(request, response)
  })
  const at = (name: string) => `http://${name}.localhost:${shown.port}`
  const posts = () => relay.asked.filter(({ method, path }) => method === 'POST' && path === '/e')
  return {
    key,
    memory: `lt_${key}`,
    address: at('www.shop'),
    other: at('other'),
    at,
    collector,
    collectorAt,
    tag,
    serve: (path, html, more = {}) => void own.set(path, { html, headers: more }),
    visits,
    events: (type) => ground.events(id).filter((event): event is never => !type || event.type === type),
    byTime: () => ground.byTime(id),
    get batches() {
      return posts().map(({ body, taken }): Sent => ({ ...JSON.parse(body), ...(taken && { taken }) }))
    },
    get bodies() {
      return posts().map(({ body }) => body)
    },
    get requests() {
      return relay.asked.map(({ method, path }) => `${method} ${path}`)
    },
    asked: relay.asked,
    fates: relay.fates,
    cut: relay.cut,
    get mistakes() {
      const refused = posts().filter(({ taken = 202 }) => taken !== 202)
      return [...refused.map(({ taken, body }) => `${taken}: ${body}`), ...ground.quarantined(id)]
    },
    close: async () => {
      await Promise.all([shown.close(), relay.close()])
    },
  }
}

/** Answers with the pages; `/api/…` with the status that the path names, everything else with a page named after its path. */
function answering(own: ReadonlyMap<string, Page>, headers: Page['headers'], filled: (text: string) => string): Handle {
  return async (request, response) => {
    for await (const _ of request);
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const api = /^\/api\/(\d+)/.exec(pathname)
    if (api) return void response.writeHead(Number(api[1]), { 'content-type': 'application/json' }).end('{"ok":true}')
    const page = own.get(pathname) ?? { html: await pageOf(pathname), headers: {} }
    for (const [name, value] of Object.entries({ ...headers, ...page.headers })) response.setHeader(name, filled(value))
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(filled(page.html))
  }
}

async function pageOf(pathname: string): Promise<string> {
  const name = pathname.replace(/\/$/, '').slice(1) || 'home'
  return readFile(path.join(pages, `${name}.html`), 'utf8').catch(
    () => `<!doctype html><title>${name}</title><!--tag--><p>${name}</p>`,
  )
}
