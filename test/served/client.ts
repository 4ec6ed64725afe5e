/** Talks to a served collector as a tag and as a server would. */
import type { Attribution, Journey, LeadJson, LeadPage, Receipt } from '@leadtrail/shared/reports'
import type { Collector } from './collector.ts'

export type SiteAccess = { readonly id: string; readonly key: string; readonly token: string }

/** Makes a site with the golden values of domain rule 6 and a token for it. */
export async function addSite(collector: Collector, domain = 'example.com'): Promise<SiteAccess> {
  const made = await collector.cli(
    'site',
    'add',
    '--name',
    'Test',
    '--domain',
    domain,
    '--currency',
    'DKK',
    '--customer-value',
    '150000',
    '--consent',
    'granted',
    '--json',
  )
  const { id, key } = JSON.parse(made)
  const { token } = JSON.parse(await collector.cli('token', 'add', '--site', key, '--json'))
  return { id, key, token }
}

let made = 0
/** An id no other event of this run has. */
export const anId = (): string => `event-${process.pid}-${(made += 1)}-${Math.floor(performance.now())}`

/** Sends a body to `POST /e` as a browser does. */
export function post(
  collector: Collector,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`${collector.url}/e`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/plain', 'user-agent': firefox, ...headers },
  })
}

export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A batch of one browser. */
export function aBatch(site: SiteAccess, visitor: string, events: readonly object[]): object {
  return {
    v: 1,
    site: site.key,
    visitor,
    sent: Date.now(),
    events: events.map((event) => ({ id: anId(), at: Date.now(), ...event })),
  }
}

export type Api = {
  readonly get: (path: string) => Promise<Response>
  readonly send: (path: string, body: unknown) => Promise<Response>
  readonly leads: () => Promise<readonly LeadJson[]>
  readonly journey: (lead: string) => Promise<Journey>
  readonly receipts: (lead: string) => Promise<readonly Receipt[]>
  readonly attribution: (query?: string) => Promise<Attribution>
}

/** The API with a site's token. */
export function apiOf(collector: Collector, { token }: Pick<SiteAccess, 'token'>): Api {
  const headers = { authorization: `Bearer ${token}` }
  const get = (path: string) => fetch(`${collector.url}/api/v1/${path}`, { headers })
  const json = async <Value>(path: string): Promise<Value> => {
    const answer = await get(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  return {
    get,
    send: (path, body) =>
      fetch(`${collector.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    leads: async () => (await json<LeadPage>('leads?limit=100')).leads,
    journey: (lead) => json(`leads/${lead}/journey`),
    receipts: async (lead) => (await json<{ receipts: Receipt[] }>(`leads/${lead}/receipts`)).receipts,
    attribution: (query = '') => json(`reports/attribution?${query}`),
  }
}

/** Asks again until the answer passes; for what is true soon, not at once. */
export async function eventually<Value>(ask: () => Promise<Value>, passes: (value: Value) => boolean): Promise<Value> {
  let value = await ask()
  for (let tries = 0; !passes(value) && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    value = await ask()
  }
  return value
}
