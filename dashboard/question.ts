/**
 * What the address asks for. The address is the state: every view can be reloaded, bookmarked and sent to a colleague.
 * `read` never fails, and `write(read(address))` is the shortest address of the same view.
 */
import type { Channel, Dimension, Milestone, ModelName, Receipt, Stage, Unit } from '@leadtrail/shared/reports'
import { isDay, type Period, presets } from './period.ts'
import {
  channelNames,
  dimensionNames,
  type DirectTreatment,
  directTreatments,
  figureNames,
  listOf,
  milestoneNames,
  modelNames,
  stageNames,
  unitNames,
} from './words.ts'

export type Figure = Receipt['figure']
export type LeadsQuestion = {
  readonly page: 'leads'
  readonly site: string | null
  readonly period: Period
  readonly stage: Stage | null
  readonly channel: Channel | null
  readonly qualified: boolean
  readonly text: string
}
export type LeadQuestion = {
  readonly page: 'lead'
  readonly site: string | null
  readonly lead: string
  /** The figure whose receipt lies open. */
  readonly receipt: Figure | null
}
export type AttributionQuestion = {
  readonly page: 'attribution'
  readonly site: string | null
  readonly period: Period
  readonly model: ModelName
  readonly by: Dimension
  readonly milestone: Milestone
  readonly unit: Unit
  readonly direct: DirectTreatment
  readonly qualified: boolean
  readonly lookback: number
}
export type HandOverQuestion = { readonly page: 'hand-over'; readonly site: string | null }
export type NewSiteQuestion = { readonly page: 'new-site'; readonly site: string | null }
export type SetUpQuestion = { readonly page: 'set-up'; readonly site: string | null }
export type LostQuestion = { readonly page: 'lost'; readonly site: string | null }
export type Question =
  | LeadsQuestion
  | LeadQuestion
  | AttributionQuestion
  | HandOverQuestion
  | NewSiteQuestion
  | SetUpQuestion
  | LostQuestion

export const leadsOf = (site: string | null): LeadsQuestion => ({
  page: 'leads',
  site,
  period: '12m',
  stage: null,
  channel: null,
  qualified: false,
  text: '',
})

export const attributionOf = (site: string | null): AttributionQuestion => ({
  page: 'attribution',
  site,
  period: '12m',
  model: 'first',
  by: 'channel',
  milestone: 'lead',
  unit: 'value',
  direct: 'keep',
  qualified: true,
  lookback: 180,
})

/** One of the names, or the default where the address says something else. */
function oneOf<Name extends string, Default>(names: Iterable<Name>, given: string | null, otherwise: Default) {
  for (const name of names) if (name === given) return name
  return otherwise
}

function periodIn(query: URLSearchParams): Period {
  const from = query.get('from') ?? ''
  const to = query.get('to') ?? ''
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : { from: to, to: from }
  return oneOf(presets, query.get('period'), '12m')
}

/** What a path and query such as `/reports/attribution?site=…&model=linear` ask for. */
export function read(path: string, search: string): Question {
  const query = new URLSearchParams(search)
  const site = query.get('site')
  const parts = path.split('/').filter(Boolean).map(decoded)
  const [first, second] = parts
  if (parts.length === 0) return readLeads(query, site)
  if (first === 'leads' && second && parts.length === 2)
    return { page: 'lead', site, lead: second, receipt: oneOf(listOf(figureNames), query.get('receipt'), null) }
  if (first === 'reports' && second === 'attribution' && parts.length === 2) return readAttribution(query, site)
  if (first === 'hand-over' && parts.length === 1) return { page: 'hand-over', site }
  if (first === 'set-up' && second && parts.length === 2)
    return second === 'new' ? { page: 'new-site', site } : { page: 'set-up', site: second }
  return { page: 'lost', site }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function readLeads(query: URLSearchParams, site: string | null): LeadsQuestion {
  return {
    page: 'leads',
    site,
    period: periodIn(query),
    stage: oneOf(listOf(stageNames), query.get('stage'), null),
    channel: oneOf(channelNames, query.get('channel'), null),
    qualified: query.get('qualified') === 'true',
    text: query.get('q') ?? '',
  }
}

function readAttribution(query: URLSearchParams, site: string | null): AttributionQuestion {
  const usual = attributionOf(site)
  const lookback = Number(query.get('lookback'))
  return {
    page: 'attribution',
    site,
    period: periodIn(query),
    model: oneOf(listOf(modelNames), query.get('model'), usual.model),
    by: oneOf(listOf(dimensionNames), query.get('by'), usual.by),
    milestone: oneOf(listOf(milestoneNames), query.get('milestone'), usual.milestone),
    unit: oneOf(listOf(unitNames), query.get('unit'), usual.unit),
    direct: oneOf(listOf(directTreatments), query.get('direct'), usual.direct),
    qualified: query.get('qualified') !== 'false',
    lookback: Number.isInteger(lookback) && lookback >= 1 && lookback <= 3650 ? lookback : usual.lookback,
  }
}

const daysIn = (period: Period): Record<string, string> =>
  typeof period === 'string' ? { period } : { from: period.from, to: period.to }

/** The address of a view. What is as usual is left out. */
export function write(question: Question): string {
  const { site } = question
  switch (question.page) {
    case 'leads': {
      const { period, stage, channel, qualified, text } = question
      const asked = { ...daysIn(period), stage, channel, qualified: qualified ? 'true' : null, q: text || null }
      return address('/', { site, ...asked }, { period: '12m' })
    }
    case 'lead':
      return address(`/leads/${encodeURIComponent(question.lead)}`, { site, receipt: question.receipt })
    case 'attribution': {
      const { page: _, period, qualified, lookback, ...asked } = question
      const usual = { ...attributionOf(null), period: '12m', qualified: 'true', lookback: '180' }
      const settings = { ...asked, ...daysIn(period), qualified: String(qualified), lookback: String(lookback) }
      return address('/reports/attribution', settings, usual)
    }
    case 'hand-over':
      return address('/hand-over', { site })
    case 'new-site':
      return address('/set-up/new', { site })
    case 'set-up':
      return site ? `/set-up/${encodeURIComponent(site)}` : '/set-up/new'
    case 'lost':
      return address('/', { site })
  }
}

function address(path: string, asked: Record<string, string | null>, usual: Record<string, unknown> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value && value !== usual[name]) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
