/**
 * Identity: whose events they are. Raw events keep their visitor for ever; a visitor's timeline is cut
 * where its identity changes, and the parts are laid together by person (domain rule 5).
 */
import { type EventId, type VisitorId, contactIdOf } from '@leadtrail/shared/ids'
import { attributesOf, claimOf, isReachable, strongKeysOf } from './claim.ts'
import type { Contact } from './contact.ts'
import { type LogEvent, type Site, byTime } from './event.ts'
import type { Journey } from './journey.ts'
import { type Arrivals, type Session, arrivalsAt, sessionsOf } from './session.ts'
import { isBrowser } from './timeline-name.ts'

/** A part of one visitor's timeline that belongs to one person, or to nobody yet. */
type Segment = { readonly visitor: VisitorId; readonly person: string | undefined; readonly events: LogEvent[] }

/** The strong keys that each event names, read once: it is asked for several times of every event there is. */
type Keys = ReadonlyMap<LogEvent, readonly string[]>

/** What the whole cluster says, for each of its journeys. */
type Cluster = {
  readonly keys: Keys
  readonly shared: ReadonlySet<VisitorId>
  readonly sessions: ReadonlyMap<Segment, readonly Session[]>
}

/** The journeys of a cluster's timeline (events in order, each once). Oldest journey first. */
export function journeysOf(timeline: readonly LogEvent[], site: Pick<Site, 'domains' | 'rules'>): Journey[] {
  const keys = new Map(timeline.map((event) => [event, strongKeysOf(event)] as const))
  const personOf = personsOf(timeline, keys)
  const segments = segmentsOf(timeline, personOf)
  const shared = sharedVisitors(segments)
  const sessions = sessionsIn(segments, site)
  const persons = new Map<string, Segment[]>()
  for (const segment of segments) {
    const owner = segment.person ?? `visitor:${segment.visitor}`
    const parts = persons.get(owner)
    if (parts) parts.push(segment)
    else persons.set(owner, [segment])
  }
  return [...persons.values()]
    .map((parts) => journeyOf(parts, { keys, shared, sessions }))
    .toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

const startOf = (journey: Journey): number => journey.events[0]?.at ?? 0

/** For each strong key the person it names: keys stated together in one event are one person. */
function personsOf(timeline: readonly LogEvent[], keys: Keys): (event: LogEvent) => string | undefined {
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    const up = parent.get(key) ?? key
    return up === key ? key : rootOf(up)
  }
  for (const event of timeline) {
    const [first, ...others] = keys.get(event) ?? []
    for (const other of first ? others : []) {
      const [a, b] = [rootOf(first ?? other), rootOf(other)]
      // The smaller name is the root, so that the order of arrival does not matter.
      if (a !== b) parent.set(a < b ? b : a, a < b ? a : b)
    }
  }
  return (event) => {
    const [key] = keys.get(event) ?? []
    return key ? rootOf(key) : undefined
  }
}

/** Cuts each visitor's timeline: what came before the first identity belongs to it, what comes from another on to the other. */
function segmentsOf(timeline: readonly LogEvent[], personOf: (event: LogEvent) => string | undefined): Segment[] {
  const current = new Map<VisitorId, Segment & { person: string | undefined }>()
  const segments: Segment[] = []
  for (const event of timeline) {
    const person = personOf(event)
    let segment = current.get(event.visitor)
    if (!segment || (person && segment.person && segment.person !== person)) {
      segment = { visitor: event.visitor, person, events: [] }
      current.set(event.visitor, segment)
      segments.push(segment)
    }
    segment.person ??= person
    segment.events.push(event)
  }
  return segments
}

function sharedVisitors(segments: readonly Segment[]): ReadonlySet<VisitorId> {
  const owners = new Map<VisitorId, Set<string>>()
  for (const { visitor, person } of segments) {
    if (person) owners.set(visitor, (owners.get(visitor) ?? new Set()).add(person))
  }
  return new Set([...owners].filter(([, persons]) => persons.size > 1).map(([visitor]) => visitor))
}

/** Each part has sessions of its own, but a click that brought its browser before the cut brings nobody after it. */
function sessionsIn(
  segments: readonly Segment[],
  site: Pick<Site, 'domains' | 'rules'>,
): ReadonlyMap<Segment, readonly Session[]> {
  const arrivalsOf = new Map<VisitorId, Arrivals>()
  const sessions = new Map<Segment, readonly Session[]>()
  for (const segment of segments.filter(({ visitor }) => isBrowser(visitor))) {
    const arrivals = arrivalsOf.get(segment.visitor) ?? arrivalsAt(site)
    arrivalsOf.set(segment.visitor, arrivals)
    sessions.set(segment, sessionsOf(segment.events, site, arrivals))
  }
  return sessions
}

function journeyOf(parts: readonly Segment[], { keys, shared, sessions: sessionsOfPart }: Cluster): Journey {
  const events =
    parts.length === 1 && parts[0] ? parts[0].events : parts.flatMap((part) => part.events).toSorted(byTime)
  const [first] = events
  if (!first) throw new Error('a journey has at least one event')
  const sessions = parts
    .flatMap((part) => sessionsOfPart.get(part) ?? [])
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
  const visitors = [...new Set(parts.map(({ visitor }) => visitor))].toSorted()
  const contact = contactOf(events, visitors, { keys, shared })
  return { id: contact?.id ?? first.visitor, contact, visitor: first.visitor, events, sessions }
}

/**
 * The person of a timeline: named by a strong key, or else by a phone number or a company's mailbox, which reach somebody but
 * link nothing. Undefined while nobody can be reached. What a server or a person stated stands above what a browser claimed;
 * among equals the latest word counts.
 */
function contactOf(
  events: readonly LogEvent[],
  visitors: readonly VisitorId[],
  { keys, shared }: Pick<Cluster, 'keys' | 'shared'>,
): Contact | undefined {
  const naming = events.filter((event) => (keys.get(event) ?? []).length > 0)
  const evidence: EventId[] = (naming.length > 0 ? naming : events.filter(isReachable)).map(({ id }) => id)
  const [identifying] = evidence
  const [first] = events
  if (!identifying || !first) return undefined
  const claims = events.flatMap((event) => {
    const claim = claimOf(event)
    return claim ? [{ event, trusted: event.origin !== 'browser', ...attributesOf(claim) }] : []
  })
  const ranked = [...claims.filter(({ trusted }) => !trusted), ...claims.filter(({ trusted }) => trusted)].toReversed()
  const named = [...new Set(naming.flatMap((event) => keys.get(event) ?? []))].toSorted()
  return {
    id: contactIdOf(identifying),
    keys: named,
    name: ranked.find(({ name }) => name)?.name,
    email: emailIn(ranked, named),
    phone: ranked.find(({ phone }) => phone)?.phone,
    company: ranked.find(({ company }) => company)?.company,
    externalId: ranked.find(({ externalId }) => externalId)?.externalId,
    traits: Object.fromEntries(ranked.toReversed().flatMap(({ traits }) => Object.entries(traits))),
    visitors,
    sharedDevice: visitors.some((visitor) => shared.has(visitor)),
    firstSeenAt: first.at,
    evidence,
  }
}

/** An address that identifies them, before one that does not (a company's mailbox). */
function emailIn(
  ranked: readonly { readonly email: string | undefined }[],
  keys: readonly string[],
): string | undefined {
  const given = ranked.flatMap(({ email }) => email ?? [])
  return given.find((email) => keys.includes(`email:${email}`)) ?? given[0]
}
