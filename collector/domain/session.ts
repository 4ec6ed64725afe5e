/**
 * Sessions: what one visitor did in one go, and the one traffic source that brought them.
 * Computed from the times of the events alone, so that late and shuffled events give the same sessions.
 */
import { type SessionId, sessionIdOf, type VisitorId } from '@leadtrail/shared/ids'
import type { TrafficSource } from '@leadtrail/shared/reports'
import { DAY, type Instant, MINUTE } from '@leadtrail/shared/time'
import { type BodyOf, byTime, type EventType, type LogEvent, type Site } from './event.ts'
import type { Referrer } from './referrer.ts'
import { keyOf, sameTouch, type Touch, touchOf, trafficSourceOf, withoutUsed } from './source.ts'

export type Session = {
  /** Named after its first event. */
  readonly id: SessionId
  readonly visitor: VisitorId
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly source: TrafficSource
  readonly device: string | null
  /** A program at work: one of its events says so. */
  readonly bot: boolean
  readonly pages: number
  /** Oldest first. */
  readonly events: readonly LogEvent[]
}

/** So long without an event ends a session. */
const GAP = 30 * MINUTE
/** No session is longer. */
const LONGEST = DAY

const types = [
  'page',
  'engagement',
  'click',
  'form',
  'identify',
  'custom',
  'consent',
  'booking',
] as const satisfies readonly EventType[]
type SessionEvent = LogEvent<BodyOf<(typeof types)[number]>>
const sessionTypes: ReadonlySet<string> = new Set(types)

/** Whether the event is part of a visit: something the visitor did in the browser, sent by it or by the site's server. */
export function inSession(event: LogEvent): event is SessionEvent {
  return sessionTypes.has(event.body.type) && (event.origin === 'browser' || event.origin === 'server')
}

/**
 * Sessions of one visitor's events (any order in, any duplicates by id are one), oldest first. Each event of a visit is
 * in one session; only engagement that no session is running for is in none. Who computes a visitor's timeline in parts
 * passes the same arrivals to each, oldest first.
 */
export function sessionsOf(events: readonly LogEvent[], site: Borders, arrivals = arrivalsAt(site)): Session[] {
  const sessions: Visit[] = []
  let running: Visit | undefined
  for (const event of inOrder(events)) {
    if (running && !isOver(running, event.at)) {
      const touch = mayArrive(event, running) ? arrivals(event) : undefined
      if (!isNewVisit(running, event, touch)) {
        join(running, event, touch)
        continue
      }
      sessions.push((running = visitOf(event, touch)))
    } else if (event.body.type !== 'engagement') {
      sessions.push((running = visitOf(event, arrivals(event))))
    }
  }
  return sessions.map(sessionOf)
}

/** A session in the making. Its landing is its first page, or the first address known before that. */
type Visit = {
  readonly first: SessionEvent
  readonly events: SessionEvent[]
  endedAt: Instant
  touch: Touch | undefined
  landing: string | undefined
}

function inOrder(events: readonly LogEvent[]): SessionEvent[] {
  const ours = events.filter(inSession)
  if (ours.length < 2) return ours
  // Of two copies the one that arrived first counts, whatever order they come in.
  ours.sort((a, b) => byTime(a, b) || a.receivedAt - b.receivedAt)
  const seen = new Set<string>()
  return ours.filter(({ id }) => !seen.has(id) && seen.add(id))
}

const isOver = (visit: Visit, at: Instant): boolean => at - visit.endedAt >= GAP || at - visit.first.at >= LONGEST

/** Pages bring touches. Before the first address is known, any event that has one tells where the visit began. */
const mayArrive = ({ body }: SessionEvent, visit: Visit): boolean =>
  body.type === 'page' || (visit.landing === undefined && body.type !== 'engagement')

const isNewVisit = (visit: Visit, { body }: SessionEvent, touch: Touch | undefined): boolean =>
  body.type === 'page' && visit.landing !== undefined && touch !== undefined && !sameTouch(visit.touch, touch)

const visitOf = (first: SessionEvent, touch: Touch | undefined): Visit => ({
  first,
  events: [first],
  endedAt: first.at,
  touch,
  landing: first.body.url,
})

function join(visit: Visit, event: SessionEvent, touch: Touch | undefined): void {
  visit.events.push(event)
  visit.endedAt = event.at
  if (visit.landing !== undefined || event.body.type === 'engagement') return
  visit.touch = touch
  visit.landing = event.body.url
}

/** What of a site decides which touches come from outside. */
type Borders = Pick<Site, 'domains' | 'rules'>
export type Arrivals = (event: LogEvent) => Touch | undefined

/**
 * The touches of one visitor's events, asked for in order. A click id counts the first time only: a link that is opened again,
 * from a bookmark or an open tab, is no second click.
 */
export function arrivalsAt({ domains, rules }: Borders): Arrivals {
  const site = { domains, referralExclusions: rules.referralExclusions }
  const usedWith = new Map<string, Referrer | null>()
  return (event) => {
    const touch = inSession(event) ? touchOf({ url: event.body.url, referrer: event.body.referrer }, site) : undefined
    if (!touch || touch.clickIds.length === 0) return touch
    const keys = touch.clickIds.map(keyOf)
    const used = keys.filter((key) => usedWith.has(key))
    const [link] = used
    const before = link === undefined ? null : (usedWith.get(link) ?? null)
    for (const key of keys) if (!usedWith.has(key)) usedWith.set(key, touch.referrer)
    return link === undefined ? touch : withoutUsed(touch, used, before)
  }
}

function sessionOf({ first, events, endedAt, touch, landing }: Visit): Session {
  return {
    id: sessionIdOf(first.id),
    visitor: first.visitor,
    startedAt: first.at,
    endedAt,
    source: trafficSourceOf(touch, landing),
    device: events.find(({ device }) => device !== null)?.device ?? null,
    bot: events.some(({ bot }) => bot),
    pages: events.reduce((count, { body }) => count + (body.type === 'page' ? 1 : 0), 0),
    events,
  }
}
