/** Arrival: a wire event becomes a log event, with its time corrected, its timeline named and its addresses bare. */
import { type EventId, type VisitorId, eventId, visitorId } from '@leadtrail/shared/ids'
import type { BrowserEvent, ServerEvent } from '@leadtrail/shared/event'
import { DAY, type Instant, instant } from '@leadtrail/shared/time'
import { keptAddress } from './address.ts'
import { strongKeysOf } from './claim.ts'
import type { EventBody, LogEvent, Sent } from './event.ts'
import { eventTimeline } from './timeline-name.ts'

/** Browser events older than this at their arrival are taken to be this old (domain rule 3). */
const OLDEST = 7 * DAY

/**
 * When it happened by our clock: the device's time, moved by the difference between the batch's sending and its
 * arrival, never after the arrival nor more than 7 days before it.
 */
export function correctedTime(
  at: number,
  { sent, receivedAt }: { readonly sent: number; readonly receivedAt: Instant },
): Instant {
  const corrected = Math.round(at + (receivedAt - sent))
  return instant(Math.min(receivedAt, Math.max(corrected, receivedAt - OLDEST)))
}

export type Arrival = {
  readonly receivedAt: Instant
  readonly bot: boolean
  readonly device: string | null
}

/**
 * An event of a browser. Without a visitor (no consent, no storage) it stands alone on a timeline of its own, and so does the form
 * of a kiosk: what others did in the browser of a stand belongs to nobody who fills it in (domain rule 5).
 */
export function fromBrowser(
  event: BrowserEvent,
  arrival: Arrival & { readonly sent: number; readonly visitor: VisitorId | undefined },
): LogEvent {
  const { id, at, ...body } = event
  return {
    id: eventId(id),
    visitor: (isKiosk(body) ? undefined : arrival.visitor) ?? eventTimeline(eventId(id)),
    at: correctedTime(at, arrival),
    receivedAt: arrival.receivedAt,
    origin: 'browser',
    bot: arrival.bot,
    device: arrival.device,
    body: withKeptAddresses(body),
  }
}

const isKiosk = (body: Sent): boolean => body.type === 'form' && body.kiosk === true

/** Whoever sent it, no address is stored with parameters that may be somebody's. */
function withKeptAddresses(body: Sent): Sent {
  const { url, referrer } = body
  const bare = {
    ...body,
    ...(url === undefined ? {} : { url: keptAddress(url) }),
    ...(referrer === undefined ? {} : { referrer: keptAddress(referrer) }),
  }
  if (bare.type === 'page' && bare.canonical !== undefined) return { ...bare, canonical: keptAddress(bare.canonical) }
  if (bare.type === 'booking' && /^https?:/i.test(bare.ref ?? '')) return { ...bare, ref: keptAddress(bare.ref ?? '') }
  if (bare.type === 'click' && /^(?:https?|mailto):/i.test(bare.target))
    return { ...bare, target: keptAddress(bare.target) }
  if (bare.type !== 'form' || bare.form?.action === undefined) return bare
  return { ...bare, form: { ...bare.form, action: keptAddress(bare.form.action) } }
}

/**
 * An event that a server states. It may lie at any past time; later than its arrival it cannot be. Without a
 * visitor it goes on the timeline of the contact it names, by a digest of the strongest key, or on one of its own.
 */
export function fromServer(event: ServerEvent, arrival: Arrival, timelineOf: (key: string) => VisitorId): LogEvent {
  const { id, at, visitor: browser, userAgent: _, ...body } = event
  const visitor = isKiosk(body) ? undefined : browser
  const stated: LogEvent = {
    id: eventId(id),
    visitor: visitor === undefined ? eventTimeline(eventId(id)) : visitorId(visitor),
    at: instant(Math.min(Math.max(0, at), arrival.receivedAt)),
    receivedAt: arrival.receivedAt,
    origin: 'server',
    bot: arrival.bot,
    device: arrival.device,
    body: withKeptAddresses(body),
  }
  if (visitor !== undefined) return stated
  const [key] = strongKeysOf(stated)
  return key ? { ...stated, visitor: timelineOf(key) } : stated
}

/** An event that a person writes: a decision about a lead, on the lead's own timeline. */
export function fromPerson(id: EventId, visitor: VisitorId, body: EventBody, now: Instant): LogEvent {
  return { id, visitor, at: now, receivedAt: now, origin: 'person', bot: false, device: null, body }
}

/** An event that tells of the collector's own doing, on the timeline of whom it concerns. */
export function fromSystem(id: EventId, visitor: VisitorId, body: EventBody, now: Instant): LogEvent {
  return { id, visitor, at: now, receivedAt: now, origin: 'system', bot: false, device: null, body }
}
