/**
 * A site that carries the tag, and a collector on another origin: real HTTP servers, the pages of `pages/`, the built tag.
 * What arrives is checked with the schemas of the wire and kept as it came, so that the tests speak of batches only.
 */
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Batch, type BrowserEvent, batchSchema, browserEventSchema } from '@leadtrail/shared/event'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const here = path.dirname(fileURLToPath(import.meta.url))
const tag = path.join(here, '../../tracker/dist/lt.js')

export type Received = Omit<Batch, 'events'> & { readonly events: readonly BrowserEvent[]; readonly status: number }

export type Site = {
  /** Of the site, without a slash at the end. */
  readonly address: string
  readonly collector: string
  /** Every batch that came, refused ones too. */
  readonly batches: readonly Received[]
  /** The events that were taken, in the order of arrival; an id that came before is a resend, as it is to the collector. */
  events<Type extends BrowserEvent['type'] = BrowserEvent['type']>(type?: Type): Extract<BrowserEvent, { type: Type }>[]
  /** All that reached the collector as text, to look for what must not be there. */
  readonly bodies: readonly string[]
  /** Methods and paths of all requests to the collector. */
  readonly requests: readonly string[]
  /** What the collector answers to the next batches; 202 when there is nothing more. */
  readonly answers: number[]
  /** What came and was against the schemas. */
  readonly mistakes: readonly string[]
  /** The site's own mode, for tags that ask. */
  consent: string
  close(): Promise<void>
}

/** Starts both. `attributes` go into the script element of every page, `headers` onto every page. */
export async function startSite(
  attributes = 'data-consent="granted"',
  headers: Record<string, string> = {},
): Promise<Site> {
  const batches: Received[] = []
  const bodies: string[] = []
  const requests: string[] = []
  const answers: number[] = []
  const mistakes: string[] = []
  const state = { consent: 'cookieless' }

  const collect: Handle = async (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    if (request.url === '/lt.js') return send(response, 200, 'text/javascript', await readFile(tag))
    if (request.url?.startsWith('/s/')) return json(response, 200, { consent: state.consent, domains: [] })
    const body = await bodyOf(request)
    if (request.method !== 'POST' || request.url !== '/e') return json(response, 404, {})
    const status = answers.shift() ?? 202
    bodies.push(body)
    try {
      const batch = batchSchema.parse(JSON.parse(body))
      const events = batch.events.map((event) => browserEventSchema.parse(event))
      batches.push({ ...batch, events, status })
      json(response, status, { accepted: events.length, quarantined: 0 })
    } catch (mistake) {
      mistakes.push(`${String(mistake)} in ${body}`)
      json(response, 400, {})
    }
  }
  const collector = await listen(collect)
  const element = `<script defer src="${collector.address}/lt.js" data-site="shop" ${attributes}></script>`
  const site = await listen(serve(element, headers, collector.address))

  return {
    address: site.address,
    collector: collector.address,
    batches,
    bodies,
    requests,
    answers,
    mistakes,
    set consent(mode: string) {
      state.consent = mode
    },
    events: (type) =>
      batches
        .filter(({ status }) => status === 202)
        .flatMap(({ events }) => events)
        .filter(({ id }, place, all) => all.findIndex((event) => event.id === id) === place)
        .filter((event): event is never => !type || event.type === type),
    close: async () => {
      await Promise.all([stop(site.server), stop(collector.server)])
    },
  }
}

/** The pages, with the tag in them; posts are answered with thanks, `/api/…` with the status that the path names. */
function serve(element: string, headers: Record<string, string>, collector: string): Handle {
  return async (request, response) => {
    await bodyOf(request)
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const api = /^\/api\/(\d+)/.exec(pathname)
    if (api) return json(response, Number(api[1]), { ok: true })
    const name = pathname.replace(/\/$/, '').slice(1) || 'home'
    try {
      const page = await readFile(path.join(here, 'pages', `${name}.html`), 'utf8')
      for (const [header, value] of Object.entries(headers))
        response.setHeader(header, value.replaceAll('COLLECTOR', collector))
      send(response, 200, 'text/html; charset=utf-8', page.replace('<!--tag-->', element))
    } catch {
      send(response, 200, 'text/html; charset=utf-8', `<!doctype html><title>${name}</title>${element}<p>${name}</p>`)
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value))
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

async function listen(handle: Handle): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return { server, address: `http://127.0.0.1:${port}` }
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}
