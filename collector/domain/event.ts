/**
 * The event log: what happened, as it is kept for ever. Everything else is computed from it.
 */
import type { EventId, SiteId, SiteKey, VisitorId } from '@leadtrail/shared/ids'
import type { DecisionKind, ServerEvent } from '@leadtrail/shared/event'
import type { ConsentMode, NumberPool, Rules } from '@leadtrail/shared/settings'
import type { Instant } from '@leadtrail/shared/time'

/** Who stated it: a browser claims, a server and a person state, the system records its own effects. */
export type Origin = 'browser' | 'server' | 'person' | 'system'

type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
/** What came from outside. */
export type Sent = Without<ServerEvent, 'id' | 'at' | 'visitor' | 'userAgent'>

/** What a person decided about a lead in the dashboard or by an answer in a mail. */
export type Decision = {
  readonly type: 'decision'
  /** The lead that holds the touchpoint this id is made of. */
  readonly lead: string
  readonly decision: DecisionKind
  readonly reason?: string | undefined
  /** Minor units. */
  readonly revenue?: number | undefined
  readonly by: string
}

/** That a lead was handed to a destination: written with the lead's change, so that it happens once. */
export type HandedOver = {
  readonly type: 'handover'
  readonly lead: string
  readonly destination: string
  readonly to: string
  readonly news: News
  /** Whether the lead had a contact by then. */
  readonly known: boolean
}

/** Why a lead is handed over: it is new, or somebody who was unknown has said who they are. */
export type News = 'lead.created' | 'lead.identified'

/** That a number of the site is lent to a visitor, so that who calls it is him. */
export type NumberLent = {
  readonly type: 'number'
  /** As it is dialled, with its + where it is known internationally. */
  readonly number: string
  /** His until then, unless the log says that it was lent to somebody else since. */
  readonly until: Instant
}

export type EventBody = Sent | Decision | HandedOver | NumberLent
export type EventType = EventBody['type']
export type BodyOf<Type extends EventType> = Extract<EventBody, { type: Type }>

export type LogEvent<Body extends EventBody = EventBody> = {
  readonly id: EventId
  /** The browser it came from; events without one (calls, CRM outcomes) have a timeline named after the contact. */
  readonly visitor: VisitorId
  /** Corrected by the device's clock error; never after its arrival. */
  readonly at: Instant
  readonly receivedAt: Instant
  readonly origin: Origin
  /** A program, not a person, by its user agent or its own word. */
  readonly bot: boolean
  /** "Desktop · Chrome · Windows", as far as the user agent told. */
  readonly device: string | null
  readonly body: Body
}

/** A site with the rules that its figures follow. */
export type Site = {
  readonly id: SiteId
  readonly key: SiteKey
  readonly name: string
  readonly domains: readonly string[]
  readonly currency: string
  readonly timeZone: string
  readonly consent: ConsentMode
  readonly rulesVersion: number
  readonly rules: Rules
  readonly numberPools: readonly NumberPool[]
}

/** Whether the event's body is of the type; narrows it. */
export function isType<Type extends EventType>(event: LogEvent, type: Type): event is LogEvent<BodyOf<Type>> {
  return event.body.type === type
}

/** The order of the log: by time, then by id, so that it does not depend on arrival. */
export function byTime(a: LogEvent, b: LogEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The events in order, each once, however they came. */
export function inOrder(events: readonly LogEvent[]): readonly LogEvent[] {
  return events.length === 1 ? events : [...new Map(events.map((event) => [event.id, event])).values()].toSorted(byTime)
}
