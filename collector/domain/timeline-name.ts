/**
 * Names of timelines that the collector gives itself. They hold a dot, which no id sent from outside may,
 * so that nobody can write on them by naming them.
 */
import { type EventId, type VisitorId, visitorId } from '@leadtrail/shared/ids'

/** Of a browser known for one day only, by a digest of the day's secret. */
export const dayTimeline = (digest: string): VisitorId => visitorId(`d.${digest}`)
/** Of a contact that a server names without a browser, by a digest of its strongest key. */
export const contactTimeline = (digest: string): VisitorId => visitorId(`k.${digest}`)
/** Of one event that nobody can be named for. */
export const eventTimeline = (event: EventId): VisitorId => visitorId(`e.${event}`)

/** Whether somebody browsed on it: only then has it sessions. */
export const isBrowser = (visitor: VisitorId): boolean => !/^[ke]\./.test(visitor)
