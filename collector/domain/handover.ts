/**
 * The hand-over of a lead to sales: decided once per lead and destination, and once more when somebody unknown has said
 * who they are; with the document that is sent, and recorded as an event so that no rebuild repeats it.
 */
import { type DestinationId, eventId, openingOf } from '@leadtrail/shared/ids'
import type { Journey as JourneyJson, LeadJson, Receipt } from '@leadtrail/shared/reports'
import { DAY, type Instant } from '@leadtrail/shared/time'
import type { OutboxItem } from './change.ts'
import { leadDocument, reasonsOf } from './document.ts'
import { type HandedOver, type LogEvent, type News, type Site, isType } from './event.ts'
import type { Lead } from './lead.ts'
import type { Journey } from './journey.ts'
import { viewOf } from './project.ts'
import { journeyDocument } from './timeline.ts'

/** What a lead's mail and webhook carry. `link` is completed by who knows the server's address. */
export type Handover = {
  readonly news: News
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

type About = {
  readonly site: Site
  readonly targets: readonly Target[]
  readonly log: readonly LogEvent[]
  readonly now: Instant
}

/** The hand-overs that a lead still lacks, each with the event that records it. */
export function handoversOf(
  lead: Lead,
  journey: Journey,
  { site, targets, log, now }: About,
): { item: OutboxItem; event: LogEvent }[] {
  const opening = lead.touchpoints.find(({ event }) => event === openingOf(lead.id))
  if (!opening || lead.closedAt !== undefined || opening.receivedAt - opening.at > NEWS) return []
  const known = journey.contact !== undefined
  const earlier = earlierOf(lead, log)
  return targets.flatMap((target) => {
    if (target.disabledAt !== undefined || target.createdAt > opening.receivedAt) return []
    const told = earlier.filter(({ destination }) => destination === target.id)
    const news: News = told.length === 0 ? 'lead.created' : 'lead.identified'
    if (told.length > 0 && (!known || told.some((each) => each.known))) return []
    const id = eventId(`${news === 'lead.created' ? 'h' : 'i'}_${target.id}_${opening.event}`)
    const payload = JSON.stringify(handoverDocument(lead, journey, site, news))
    const item = {
      id,
      lead: lead.id,
      destination: target.id,
      kind: target.kind,
      to: target.to,
      createdAt: now,
      payload,
    }
    const body = { type: 'handover', lead: lead.id, destination: target.id, to: target.to, news, known } as const
    const { visitor } = lead
    // Our clock may have been set back since the lead came; a log that begins with the hand-over would tell of another first day.
    const at = now > opening.at ? now : opening.at
    return [{ item, event: { id, visitor, at, receivedAt: at, origin: 'system', bot: false, device: null, body } }]
  })
}

/** What has been told of the lead, whatever its id was then: a late event may have moved its opening. */
function earlierOf(lead: Lead, log: readonly LogEvent[]): HandedOver[] {
  const held = new Set<string>(lead.touchpoints.map(({ event }) => event))
  return log.flatMap((event) =>
    isType(event, 'handover') && held.has(openingOf(event.body.lead) ?? '') ? [event.body] : [],
  )
}

function handoverDocument(lead: Lead, journey: Journey, site: Site, news: News): Handover {
  const timeline = journeyDocument(journey, lead, site)
  const events = [...timeline.sessions.flatMap((session) => session.events), ...timeline.other]
  return {
    news,
    site: { id: site.id, name: site.name, timeZone: site.timeZone },
    lead: leadDocument(viewOf(lead, journey), site),
    journey: timeline,
    answers: events.flatMap(({ answers }) => answers.map(({ label, value }) => ({ label, value }))),
    reasons: reasonsOf(lead),
  }
}
