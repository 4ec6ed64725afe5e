/** A journey as people read it: sessions with where they came from and what happened, and what happened outside any. */
import type { Minor, Money } from '@leadtrail/shared/money'
import type { Journey as JourneyJson, JourneyEvent, JourneySession } from '@leadtrail/shared/reports'
import { isoOf } from '@leadtrail/shared/time'
import { touchpointDocument } from './document.ts'
import { answersOf } from './answer.ts'
import type { BodyOf, LogEvent, Site } from './event.ts'
import type { Journey } from './journey.ts'
import type { Lead } from './lead.ts'
import { viewOf } from './project.ts'
import type { Session } from './session.ts'

/** In whose money and by whose clock it is told. */
type Words = Pick<Site, 'currency' | 'timeZone'>

/** The journey in JSON (public contract), with the touchpoints of one lead. */
export function journeyDocument(journey: Journey, lead: Lead, { currency, timeZone }: Words): JourneyJson {
  const money = (amount: Minor): Money => ({ amount, currency })
  const touchpoints = viewOf(lead, journey).touchpoints.map((row) => touchpointDocument(row, money))
  const inside = new Set(journey.sessions.flatMap(({ events }) => events.map(({ id }) => id)))
  return {
    visitors: [...new Set(journey.sessions.map(({ visitor }) => visitor))],
    sessions: journey.sessions.map((session) => sessionDocument(session, touchpoints, timeZone)),
    other: journey.events
      .filter(({ id, body }) => !inside.has(id) && body.type !== 'engagement')
      .map((event) => ({
        ...eventDocument(event, timeZone),
        touchpoint: touchpoints.find((each) => each.event === event.id) ?? null,
      })),
  }
}

function sessionDocument(
  session: Session,
  touchpoints: JourneySession['touchpoints'],
  timeZone: string,
): JourneySession {
  const { id, visitor, startedAt, endedAt, device, events, source } = session
  return {
    id,
    visitor,
    startedAt: isoOf(startedAt),
    endedAt: isoOf(endedAt),
    ...source,
    device,
    events: events.map((event) => eventDocument(event, timeZone)),
    touchpoints: touchpoints.filter((touchpoint) => touchpoint.session === id),
  }
}

function eventDocument(event: LogEvent, timeZone: string): JourneyEvent {
  const { id, at, body } = event
  const place = body.type === 'decision' || body.type === 'handover' || body.type === 'number' ? undefined : body
  return {
    id,
    type: body.type,
    at: isoOf(at),
    url: place?.url ?? null,
    title: place?.title ?? null,
    detail: detailOf(event, timeZone),
    answers: answersOf(event).map(({ label, name, type, value }) => ({ label: label || name, type, value })),
  }
}

const linkWords = { tel: 'Phone link', mailto: 'Mail link', download: 'Download', outbound: 'Link to' } as const
const mailWords = {
  received: 'Wrote a mail',
  sent: 'Was sent a mail',
  open: 'Opened a mail',
  click: 'Clicked in a mail',
} as const
const decisionWords = {
  qualify: 'Qualified', irrelevant: 'Marked irrelevant', opportunity: 'Made an opportunity',
  won: 'Won', lost: 'Lost', reopen: 'Last decision taken back',
} as const // prettier-ignore

/** One line of what happened. */
function detailOf({ body }: LogEvent, timeZone: string): string | null {
  switch (body.type) {
    case 'click':
      return `${linkWords[body.kind]} ${body.target}`
    case 'form':
      return `Form sent${body.kiosk ? ' at a kiosk' : ''}${body.kind ? `: ${body.kind}` : ''}`
    case 'identify':
      return 'Said who they are'
    case 'custom':
      return body.name
    case 'call':
      return [
        'Called',
        body.from ? ` from ${body.from}` : '',
        body.answered === false ? ', not answered' : '',
        body.seconds ? `, ${body.seconds} s` : '',
      ].join('')
    case 'email':
      return [mailWords[body.kind], body.subject].filter(Boolean).join(': ')
    case 'booking':
      return bookingWords(body, timeZone)
    case 'webinar':
      return [body.attended === false ? 'Signed up for a webinar' : 'Attended a webinar', body.name]
        .filter(Boolean)
        .join(': ')
    case 'decision':
      return `${decisionWords[body.decision]}${body.reason ? ` (${body.reason})` : ''} by ${body.by}`
    case 'outcome':
      return `${decisionWords[body.decision]}${body.reason ? ` (${body.reason})` : ''}, says the CRM`
    case 'handover':
      return `Queued for ${body.to}`
    case 'number':
      return `Was shown the number ${body.number}`
    case 'engagement':
      return engagementWords(body)
    case 'consent':
      return body.state === 'granted' ? 'Gave consent' : 'Denied or withdrew consent'
    case 'page':
      return null
  }
}

/** "Read for 2 min, down to 85 %". */
function engagementWords({ engagedMs, scroll }: BodyOf<'engagement'>): string {
  const seconds = Math.round(engagedMs / 1000)
  const time = seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return `Read for ${time}${scroll === undefined ? '' : `, down to ${Math.round(scroll)} %`}`
}

/** Booking services, by a kind that names them or by the host of the reference. */
const bookingServices: readonly (readonly [RegExp, string])[] = [
  [/^calendly\b|\/\/([^/]+\.)?calendly\.com\b/i, 'Calendly'],
  [/^hubspot\b|\/\/([^/]+\.)?hubspot\.com\b/i, 'HubSpot'],
  [/^cal([-._ ]?com)?$|\/\/([^/]+\.)?cal\.com\b/i, 'Cal.com'],
]

/** "Booked with Calendly: demo, for 16 Mar 2026, 10:00", as far as it is known. */
function bookingWords({ kind = '', ref = '', startsAt }: BodyOf<'booking'>, timeZone: string): string {
  const byKind = bookingServices.find(([pattern]) => pattern.test(kind))
  const [, service] = byKind ?? bookingServices.find(([pattern]) => pattern.test(ref)) ?? []
  return [
    'Booked',
    service ? ` with ${service}` : '',
    kind && !byKind ? `: ${kind}` : '',
    startsAt === undefined ? '' : `, for ${clockOf(timeZone).format(startsAt)}`,
  ].join('')
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
