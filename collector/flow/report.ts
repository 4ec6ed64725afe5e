/** Report: answers questions from derived rows; a single lead is computed again from its events, receipts included. */
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type LeadId, type SiteId, isId, leadId, openingOf } from '@leadtrail/shared/ids'
import type {
  DeliveryJson,
  Journey as JourneyJson,
  LeadJson,
  LeadPage,
  Receipt,
  Seen,
  Stage,
  Channel,
  Attribution,
} from '@leadtrail/shared/reports'
import { type Instant, instant, isoOf } from '@leadtrail/shared/time'
import { leadDocument } from '../domain/document.ts'
import type { Site } from '../domain/event.ts'
import type { Journey } from '../domain/journey.ts'
import type { Lead } from '../domain/lead.ts'
import { project, viewOf } from '../domain/project.ts'
import { receiptsOf } from '../domain/receipt.ts'
import { journeyDocument } from '../domain/timeline.ts'
import type { Archive, DeliveryView } from '../ports/store.ts'
import { periodOf } from './period.ts'
import { type AttributionQuery, attributionReport } from './report-attribution.ts'

export type LeadListQuery = {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly stage?: Stage | undefined
  readonly qualified?: boolean | undefined
  readonly q?: string | undefined
  readonly channel?: Channel | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Every question that the API answers from reading alone. Failures: not-found, invalid. */
export type Reports = {
  readonly leads: (site: SiteId, query: LeadListQuery) => Promise<Outcome<LeadPage>>
  readonly lead: (site: SiteId, lead: string) => Promise<Outcome<LeadJson>>
  readonly journey: (site: SiteId, lead: string) => Promise<Outcome<JourneyJson>>
  readonly receipts: (site: SiteId, lead: string) => Promise<Outcome<{ receipts: Receipt[] }>>
  readonly attribution: (site: SiteId, query: AttributionQuery) => Promise<Outcome<Attribution>>
  readonly deliveries: (site: SiteId, lead: string | undefined) => Promise<Outcome<{ deliveries: DeliveryJson[] }>>
  readonly seen: (site: SiteId) => Promise<Outcome<Seen>>
}

/** The reports over an archive. */
export function reportsOf(archive: Archive): Reports {
  return {
    leads: (site, query) => withSite(archive, site, (found) => leadPage(archive, found, query)),
    lead: (site, lead) =>
      withLead(archive, site, lead, (found) => leadDocument(viewOf(found.lead, found.journey), found.site)),
    journey: (site, lead) =>
      withLead(archive, site, lead, (found) => journeyDocument(found.journey, found.lead, found.site)),
    receipts: (site, lead) =>
      withLead(archive, site, lead, (found) => ({ receipts: receiptsOf(found.lead, found.journey, found.site) })),
    attribution: (site, query) => withSite(archive, site, (found) => attributionReport(archive, found, query)),
    deliveries: async (site, lead) => {
      const views = await archive.deliveries(site, lead && isId(lead) ? leadId(lead) : undefined, 200)
      return done({ deliveries: views.map(deliveryDocument) })
    },
    seen: async (site) => done(seenDocument(await archive.seen(site))),
  }
}

async function withSite<Value>(
  archive: Archive,
  id: SiteId,
  ask: (site: Site) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const site = await archive.siteOf(id)
  return site ? ask(site) : failed({ why: 'not-found', detail: 'No site has this id.' })
}

type Found = { readonly site: Site; readonly lead: Lead; readonly journey: Journey }

/** Finds a lead by any touchpoint that its id may name, so that an old address still leads to it. */
async function withLead<Value>(
  archive: Archive,
  siteId: SiteId,
  id: string,
  answer: (found: Found) => Value,
): Promise<Outcome<Value>> {
  const none = failed({ why: 'not-found', detail: 'No lead has this id.' })
  const [site, opening] = [await archive.siteOf(siteId), openingOf(id)]
  const visitor = site && opening && (await archive.visitorOfLead(site.id, opening))
  if (!visitor) return none
  const { events } = await archive.history(site.id, visitor)
  for (const { journey, leads } of project(events, site)) {
    const lead = leads.find(({ touchpoints }) => touchpoints.some(({ event }) => event === opening))
    if (lead) return done(answer({ site, lead, journey }))
  }
  return none
}

async function leadPage(archive: Archive, site: Site, query: LeadListQuery): Promise<Outcome<LeadPage>> {
  const period = periodOf(query, site.timeZone)
  if (!period.ok) return period
  const after = cursorOf(query.cursor)
  if (query.cursor && !after)
    return failed({
      why: 'invalid',
      detail: 'The cursor is not one of ours.',
      errors: [{ path: 'cursor', message: 'not a cursor' }],
    })
  const { stage, qualified, q, channel, limit } = query
  const { views, total, value } = await archive.leads(site.id, {
    ...period.value,
    stage,
    qualified,
    text: q,
    channel,
    limit: limit + 1,
    after,
  })
  const page = views.slice(0, limit)
  const last = views.length > limit ? page.at(-1) : undefined
  return done({
    leads: page.map((view) => leadDocument(view, site)),
    next: last ? `${last.lead.openedAt}.${last.lead.id}` : null,
    total,
    value: { amount: value, currency: site.currency },
  })
}

function cursorOf(cursor: string | undefined): { openedAt: Instant; id: LeadId } | undefined {
  // Fourteen digits reach beyond the year 5000, and never beyond what is an instant.
  const [, at = '', id = ''] = /^(\d{1,14})\.(l_.+)$/.exec(cursor ?? '') ?? []
  return at && isId(id) ? { openedAt: instant(Number(at)), id: leadId(id) } : undefined
}

function deliveryDocument(view: DeliveryView): DeliveryJson {
  const { id, lead, destination, kind, to, state, createdAt, nextAt, attempts } = view
  const tried = attempts.map(({ at, ok, detail }) => ({ at: isoOf(at), ok, detail }))
  return {
    id,
    lead,
    destination,
    kind,
    to,
    state,
    createdAt: isoOf(createdAt),
    nextAt: nextAt === undefined ? null : isoOf(nextAt),
    attempts: tried,
  }
}

function seenDocument(facts: Awaited<ReturnType<Archive['seen']>>): Seen {
  const at = (moment: Instant | undefined) => (moment === undefined ? null : isoOf(moment))
  return {
    events: facts.events,
    visitors: facts.visitors,
    firstAt: at(facts.firstAt),
    lastAt: at(facts.lastAt),
    lastUrl: facts.lastUrl ?? null,
    quarantined: facts.quarantined,
    lastQuarantine: facts.lastQuarantine ?? null,
  }
}
