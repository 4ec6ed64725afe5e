/**
 * The hand-over of a lead to sales: decided once per lead and destination, with the document that is
 * sent, and recorded as an event so that no rebuild repeats it.
 */
import { type DestinationId, type EventId, eventId, openingOf } from '@leadtrail/shared/ids'
import type { Journey as JourneyJson, LeadJson, Receipt } from '@leadtrail/shared/reports'
import { DAY, type Instant } from '@leadtrail/shared/time'
import type { OutboxItem } from './change.ts'
import { leadDocument, reasonsOf } from './document.ts'
import { type LogEvent, type Site, isType } from './event.ts'
import type { Lead } from './lead.ts'
import type { Journey } from './journey.ts'
import { viewOf } from './project.ts'
import { journeyDocument } from './timeline.ts'

/** What a lead's mail and webhook carry. `link` is completed by who knows the server's address. */
export type Handover = {
  readonly site: { readonly id: string; readonly name: string; readonly timeZone: string }
  readonly lead: LeadJson
  readonly journey: JourneyJson
  /** What the person wrote, in the order of the forms. */
  readonly answers: readonly { readonly label: string; readonly value: string }[]
  /** The strongest reasons of each score, with their points. */
  readonly reasons: { readonly fit: Receipt['lines']; readonly interest: Receipt['lines'] }
}

export type Target = {
  readonly id: DestinationId
  readonly kind: 'mail' | 'webhook'
  readonly to: string
  readonly createdAt: Instant
  readonly disabledAt: Instant | undefined
}

/** Events this much older than their arrival are imports: nobody is told of them. */
const NEWS = 7 * DAY

/** The hand-overs that a lead still lacks, each with the event that records it. */
export function handoversOf(
  lead: Lead,
  journey: Journey,
  { site, targets, log, now }: { site: Site; targets: readonly Target[]; log: readonly LogEvent[]; now: Instant },
): { item: OutboxItem; event: LogEvent }[] {
  const opening = lead.touchpoints.find(({ event }) => event === openingOf(lead.id))
  if (!opening || lead.closedAt !== undefined || opening.receivedAt - opening.at > NEWS) return []
  const held = new Set<string>(lead.touchpoints.map(({ event }) => event))
  const told = new Set(
    log.flatMap((event) => {
      if (!isType(event, 'handover')) return []
      const named = openingOf(event.body.lead)
      return named && held.has(named) ? [event.body.destination] : []
    }),
  )
  const missing = targets.filter(
    ({ id, createdAt, disabledAt }) => !told.has(id) && disabledAt === undefined && createdAt <= opening.receivedAt,
  )
  if (missing.length === 0) return []
  const payload = JSON.stringify(handoverDocument(lead, journey, site))
  return missing.map((target) => {
    const id = handoverId(target.id, opening.event)
    const item = {
      id,
      lead: lead.id,
      destination: target.id,
      kind: target.kind,
      to: target.to,
      createdAt: now,
      payload,
    }
    return { item, event: recordOf(id, lead, target, now) }
  })
}

const handoverId = (destination: DestinationId, opening: EventId): EventId => eventId(`h_${destination}_${opening}`)

function recordOf(id: EventId, lead: Lead, target: Target, now: Instant): LogEvent {
  const body = { type: 'handover', lead: lead.id, destination: target.id, to: target.to } as const
  return { id, visitor: lead.visitor, at: now, receivedAt: now, origin: 'system', bot: false, device: null, body }
}

function handoverDocument(lead: Lead, journey: Journey, site: Site): Handover {
  const timeline = journeyDocument(journey, lead, site)
  const events = [...timeline.sessions.flatMap((session) => session.events), ...timeline.other]
  return {
    site: { id: site.id, name: site.name, timeZone: site.timeZone },
    lead: leadDocument(viewOf(lead, journey), site),
    journey: timeline,
    answers: events.flatMap(({ answers }) => answers.map(({ label, value }) => ({ label, value }))),
    reasons: reasonsOf(lead),
  }
}
