/** The collector's API as functions: one call each, typed by what both programs share. A refusal is thrown as readable text. */
import type {
  Attribution,
  DeliveryJson,
  DestinationJson,
  Journey,
  LeadJson,
  LeadPage,
  Me,
  NewDecision,
  NewDestination,
  Problem,
  Receipt,
  Seen,
} from '@leadtrail/shared/reports'
import type { ChangedSite, SiteJson } from '@leadtrail/shared/settings'
import { daysOf, isOpen, type Period } from './period.ts'
import type { AttributionQuestion, LeadsQuestion } from './question.ts'

/** What a request came to when it came to nothing: a sentence to show, and per field what is wrong with it. */
export class Refusal extends Error {
  readonly status: number
  readonly fields: ReadonlyMap<string, string>

  constructor(sentence: string, status: number, fields: ReadonlyMap<string, string> = new Map()) {
    super(sentence)
    this.status = status
    this.fields = fields
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type Settings = Readonly<Record<string, string | undefined>>

async function send(method: Method, path: string, settings: Settings, body?: unknown): Promise<Response> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(settings)) if (value !== undefined) query.set(name, value)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await fetch(query.size > 0 ? `${path}?${query}` : path, init).catch(() => {
    throw new Refusal('Leadtrail does not answer. Is it running, and are you connected?', 0)
  })
  if (response.status === 401) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function refusalOf(response: Response): Promise<Refusal> {
  const otherwise = `Leadtrail answered with an error (${response.status}).`
  const problem: Partial<Problem> = await response.json().catch(() => ({}))
  const fields = new Map((problem.errors ?? []).map(({ path, message }) => [path, message]))
  return new Refusal(problem.detail || problem.title || otherwise, response.status, fields)
}

async function ask<Answer>(path: string, settings: Settings = {}): Promise<Answer> {
  const response = await send('GET', `/api/v1/${path}`, settings)
  return response.json()
}
async function tell<Answer>(method: Method, path: string, body: unknown, settings: Settings = {}): Promise<Answer> {
  const response = await send(method, `/api/v1/${path}`, settings, body)
  return response.json()
}

const part = encodeURIComponent
const periodOf = (period: Period, today: string): Settings => {
  const { from, to } = daysOf(period, today)
  return isOpen(period) ? { from } : { from, to }
}

export const me = (): Promise<Me> => ask('me')
export const sites = (): Promise<SiteJson[]> => ask<{ sites: SiteJson[] }>('sites').then((answer) => answer.sites)
/** What is left out is as the collector has it by default, or as it was. */
export type SiteForm = Omit<ChangedSite, 'name' | 'domains'> & { readonly name: string; readonly domains: string[] }
export const addSite = (site: SiteForm): Promise<SiteJson> => tell('POST', 'sites', site)
export const changeSite = (id: string, change: ChangedSite): Promise<SiteJson> =>
  tell('PATCH', `sites/${part(id)}`, change)
export const seen = (site: string): Promise<Seen> => ask(`sites/${part(site)}/seen`)
export const snippet = (site: string): Promise<string> =>
  ask<{ html: string }>(`sites/${part(site)}/snippet`).then((answer) => answer.html)

/** One page of leads; `cursor` is the `next` of the page before. */
export function leads(site: string, asked: LeadsQuestion, today: string, cursor: string | null): Promise<LeadPage> {
  return ask('leads', {
    site,
    ...periodOf(asked.period, today),
    stage: asked.stage ?? undefined,
    channel: asked.channel ?? undefined,
    q: asked.text.trim() || undefined,
    qualified: asked.qualified ? 'true' : undefined,
    limit: '50',
    cursor: cursor ?? undefined,
  })
}
export const lead = (site: string, id: string): Promise<LeadJson> => ask(`leads/${part(id)}`, { site })
export const journey = (site: string, id: string): Promise<Journey> => ask(`leads/${part(id)}/journey`, { site })
export const receipts = (site: string, id: string): Promise<Receipt[]> =>
  ask<{ receipts: Receipt[] }>(`leads/${part(id)}/receipts`, { site }).then((answer) => answer.receipts)
export const decide = (site: string, decision: NewDecision): Promise<LeadJson> =>
  tell('POST', 'decisions', decision, { site })

export function attribution(site: string, asked: AttributionQuestion, today: string): Promise<Attribution> {
  const { model, by, milestone, unit, direct } = asked
  const settings = { model, by, milestone, unit, direct, lookback: String(asked.lookback) }
  return ask('reports/attribution', {
    site,
    ...periodOf(asked.period, today),
    ...settings,
    qualified: String(asked.qualified),
  })
}

export const deliveries = (site: string, lead?: string): Promise<DeliveryJson[]> =>
  ask<{ deliveries: DeliveryJson[] }>('deliveries', { site, lead }).then((answer) => answer.deliveries)
export const replay = (site: string, id: string): Promise<unknown> =>
  send('POST', `/api/v1/deliveries/${part(id)}/replay`, { site }, {})
export const destinations = (site: string): Promise<DestinationJson[]> =>
  ask<{ destinations: DestinationJson[] }>('destinations', { site }).then((answer) => answer.destinations)
export const addDestination = (site: string, destination: NewDestination): Promise<unknown> =>
  send('POST', '/api/v1/destinations', { site }, destination)
export const removeDestination = (site: string, id: string): Promise<unknown> =>
  send('DELETE', `/api/v1/destinations/${part(id)}`, { site })

/** Ends the sign-in of this browser and leaves. */
export async function signOut(): Promise<void> {
  await send('POST', '/api/auth/sign-out', {}, {})
  location.assign('/sign-in')
}
