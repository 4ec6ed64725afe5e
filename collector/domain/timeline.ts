/** A journey as people read it: sessions with where they came from and what happened, and what happened outside any. */
import type { Minor, Money } from '@leadtrail/shared/money'
import type { Journey as JourneyJson, JourneyEvent, JourneySession } from '@leadtrail/shared/reports'
import { isoOf } from '@leadtrail/shared/time'
import { touchpointDocument } from './document.ts'
import type { BodyOf, LogEvent, Site } from './event.ts'
import { isType } from './event.ts'
import type { Journey } from './journey.ts'
import type { Lead } from './lead.ts'
import { viewOf } from './project.ts'
import type { Session } from './session.ts'

/** The journey in JSON (public contract), with the touchpoints of one lead. */
export function journeyDocument(journey: Journey, lead: Lead, { currency }: Pick<Site, 'currency'>): JourneyJson {
  const money = (amount: Minor): Money => ({ amount, currency })
  const touchpoints = viewOf(lead, journey).touchpoints.map((row) => touchpointDocument(row, money))
  const inside = new Set(journey.sessions.flatMap(({ events }) => events.map(({ id }) => id)))
  return {
    visitors: [...new Set(journey.sessions.map(({ visitor }) => visitor))],
    sessions: journey.sessions.map((session) => sessionDocument(session, touchpoints)),
    other: journey.events
      .filter(({ id, body }) => !inside.has(id) && body.type !== 'engagement' && body.type !== 'consent')
      .map((event) => ({
        ...eventDocument(event),
        touchpoint: touchpoints.find((each) => each.event === event.id) ?? null,
      })),
  }
}

function sessionDocument(session: Session, touchpoints: JourneySession['touchpoints']): JourneySession {
  const { id, visitor, startedAt, endedAt, device, events, source } = session
  return {
    id,
    visitor,
    startedAt: isoOf(startedAt),
    endedAt: isoOf(endedAt),
    ...source,
    device,
    events: events.map(eventDocument),
    touchpoints: touchpoints.filter((touchpoint) => touchpoint.session === id),
  }
}

function eventDocument(event: LogEvent): JourneyEvent {
  const { id, at, body } = event
  const place = body.type === 'decision' || body.type === 'handover' || body.type === 'number' ? undefined : body
  return {
    id,
    type: body.type,
    at: isoOf(at),
    url: place?.url ?? null,
    title: place?.title ?? null,
    detail: detailOf(event),
    answers: isType(event, 'form') ? answersOf(event.body) : [],
  }
}

function answersOf({ fields }: BodyOf<'form'>): JourneyEvent['answers'] {
  return fields.map(({ name, label, type, value }) => ({ label: label || name, type: type ?? 'text', value }))
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
function detailOf({ body }: LogEvent): string | null {
  switch (body.type) {
    case 'click':
      return `${linkWords[body.kind]} ${body.target}`
    case 'form':
      return `Form sent${body.kind ? `: ${body.kind}` : ''}`
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
      return body.kind ? `Booked: ${body.kind}` : 'Booked'
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
    case 'page':
    case 'consent':
      return null
  }
}

/** "read for 2 min, down to 85 %". */
function engagementWords({ engagedMs, scroll }: BodyOf<'engagement'>): string {
  const seconds = Math.round(engagedMs / 1000)
  const time = seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return `Read for ${time}${scroll === undefined ? '' : `, down to ${Math.round(scroll)} %`}`
}
