/** Builders of what a courier carries: the hand-over document of one lead, and the parcel around it. */
import type { Handover } from '../../collector/domain/handover.ts'
import type { Parcel } from '../../collector/ports/courier.ts'
import type { Destination } from '../../collector/ports/store.ts'
import { destinationId } from '@leadtrail/shared/ids'
import type { JourneyEvent, JourneySession, LeadJson, TrafficSource } from '@leadtrail/shared/reports'
import { instant } from '@leadtrail/shared/time'

type Touchpoint = LeadJson['touchpoints'][number]
type Contact = NonNullable<LeadJson['contact']>

export const paidSearch: TrafficSource = {
  channel: 'Paid Search',
  rule: 'search source and a paid medium',
  source: 'google',
  medium: 'cpc',
  campaign: 'boreutstyr',
  term: null,
  content: null,
  clickId: 'gclid=abc',
  landing: 'https://boreal.example/',
  referrer: null,
}

export const direct: TrafficSource = {
  ...paidSearch,
  channel: 'Direct',
  rule: 'nothing known',
  source: null,
  medium: null,
  campaign: null,
  clickId: null,
}

/** Minor units of Danish kroner. */
export const dkk = (amount: number) => ({ amount, currency: 'DKK' })

export function aContact(facts: Partial<Contact> = {}): Contact {
  return {
    id: 'c_event-form',
    name: 'Jane Doe',
    email: 'jane@acme.example',
    phone: '+4512345678',
    company: 'Acme A/S',
    traits: {},
    sharedDevice: false,
    ...facts,
  }
}

export function aTouchpoint(facts: Partial<Touchpoint> = {}): Touchpoint {
  return {
    event: 'event-form',
    type: 'contact-form',
    label: 'Contact form',
    stage: 'sql',
    at: '2026-03-16T10:05:00.000Z',
    value: dkk(2_250_000),
    session: 's_event-direct',
    ...facts,
  }
}

export function aPageView(path: string, at: string, id = `page-${path}`): JourneyEvent {
  return { id, type: 'page', at, url: `https://boreal.example${path}`, title: path, detail: null, answers: [] }
}

export function aSession(facts: Partial<JourneySession> = {}): JourneySession {
  return {
    ...paidSearch,
    id: 's_event-landing',
    visitor: 'visitor-0123456789',
    startedAt: '2026-03-14T09:00:00.000Z',
    endedAt: '2026-03-14T09:04:00.000Z',
    device: 'Desktop · Chrome · Windows',
    events: [aPageView('/', '2026-03-14T09:00:00.000Z'), aPageView('/cases', '2026-03-14T09:04:00.000Z')],
    touchpoints: [],
    ...facts,
  }
}

/** Jane found the site by a Google ad, came back two days later, saw the prices and sent the contact form. */
export function aHandover(facts: Partial<Handover> = {}): Handover {
  const pricing = aTouchpoint({
    event: 'event-pricing',
    type: 'pricing-visit',
    label: 'Pricing page',
    stage: 'mql',
    at: '2026-03-16T10:01:00.000Z',
    value: dkk(105_000),
  })
  const form = aTouchpoint()
  const second = aSession({
    ...direct,
    id: 's_event-direct',
    startedAt: '2026-03-16T10:00:00.000Z',
    endedAt: '2026-03-16T10:05:00.000Z',
    events: [
      aPageView('/', '2026-03-16T10:00:00.000Z'),
      aPageView('/pricing', '2026-03-16T10:01:00.000Z', 'event-pricing'),
      aPageView('/contact', '2026-03-16T10:03:00.000Z'),
    ],
    touchpoints: [pricing, form],
  })
  return {
    site: { id: 'boreal', name: 'Boreal Drilling', timeZone: 'Europe/Copenhagen' },
    news: 'lead.created',
    lead: aLead({ touchpoints: [pricing, form] }),
    journey: { visitors: ['visitor-0123456789'], sessions: [aSession(), second], other: [] },
    answers: [
      { label: 'Name', value: 'Jane Doe' },
      { label: 'E-mail', value: 'jane@acme.example' },
      { label: 'Message', value: 'We need three wells of 120 m.\nCan you start in May?' },
    ],
    reasons: {
      fit: [
        { rule: 'company-mail', text: 'Writes from a company address', amount: 15, events: ['event-form'] },
        { rule: 'company', text: 'Company known', amount: 10, events: ['event-form'] },
      ],
      interest: [
        { rule: 'contact', text: 'Sent the contact form', amount: 30, events: ['event-form'] },
        { rule: 'pricing', text: 'Read the prices', amount: 15, events: ['event-pricing'] },
        { rule: 'jobs', text: 'Read job adverts', amount: -5, events: ['event-jobs'] },
      ],
    },
    ...facts,
  }
}

export function aLead(facts: Partial<LeadJson> = {}): LeadJson {
  return {
    id: 'l_event-form',
    openedAt: '2026-03-16T10:05:00.000Z',
    closedAt: null,
    stage: 'sql',
    reason: null,
    contact: aContact(),
    value: dkk(2_250_000),
    revenue: null,
    score: { fit: 25, interest: 40, cell: 'low-high' },
    first: paidSearch,
    converting: direct,
    last: direct,
    touchpoints: [aTouchpoint()],
    owner: null,
    sessions: 2,
    activeAt: '2026-03-16T10:05:00.000Z',
    qualifiedAt: '2026-03-16T10:05:00.000Z',
    ...facts,
  }
}

/** 32 bytes in base64, as the specification wants a secret. */
export const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfgh4zYEAI='

export function aDestination(facts: Partial<Destination> & Pick<Destination, 'kind' | 'to'>): Destination {
  return {
    id: destinationId(`d-${facts.kind}`),
    secret: facts.kind === 'webhook' ? SECRET : undefined,
    createdAt: instant(Date.parse('2026-01-01T00:00:00Z')),
    disabledAt: undefined,
    ...facts,
  }
}

export function aParcel(destination: Destination, facts: Partial<Parcel> = {}): Parcel {
  return {
    id: `h_${destination.id}_event-form`,
    destination,
    handover: aHandover(),
    at: instant(Date.now()),
    ...facts,
  }
}
