/**
 * What the flows ask of a database. `Store` is the writer's side, used by one thread; `Archive` reads,
 * on connections of its own; `Registry` keeps sites and who may use them. No statement goes without a site,
 * but for the few that find one.
 */
import type { DestinationId, EventId, LeadId, SiteId, SiteKey, VisitorId } from '@leadtrail/shared/ids'
import type { ChangedSite, NewSite } from '@leadtrail/shared/settings'
import type { Channel, Milestone, Stage } from '@leadtrail/shared/reports'
import type { Minor } from '@leadtrail/shared/money'
import type { Instant } from '@leadtrail/shared/time'
import type { Change, Mark } from '../domain/change.ts'
import type { LogEvent, Site } from '../domain/event.ts'
import type { Lease } from '../domain/lease.ts'
import type { LeadRow, LeadView, Rows, SessionRow } from '../domain/rows.ts'

/** An event on its way into the log, with the strong keys it names. */
export type Recorded = { readonly event: LogEvent; readonly keys: readonly string[] }

export type Quarantined = {
  /** The event's own id where it has a usable one, else a digest of its text. */
  readonly id: string
  readonly receivedAt: Instant
  readonly reason: string
  /** The event as it came. */
  readonly body: string
}

/** What one entry of the inbox holds, ready for the log. */
export type Expansion = {
  readonly site: SiteId
  readonly events: readonly Recorded[]
  readonly quarantined: readonly Quarantined[]
}

/** `received = stored + duplicate + quarantined`, always. */
export type Counts = { readonly stored: number; readonly duplicate: number; readonly quarantined: number }

export type Destination = {
  readonly id: DestinationId
  readonly kind: 'mail' | 'webhook'
  readonly to: string
  readonly secret: string | undefined
  readonly createdAt: Instant
  readonly disabledAt: Instant | undefined
}

/** Everything a projection of one cluster (the contacts and visitors that belong together) is computed from. */
export type History = {
  readonly visitors: readonly VisitorId[]
  readonly marks: readonly Mark[]
  readonly events: readonly LogEvent[]
  readonly standing: Rows
}

export type DueDelivery = {
  readonly site: SiteId
  readonly id: EventId
  readonly lead: LeadId
  readonly destination: Destination
  readonly payload: string
  readonly createdAt: Instant
  /** Attempts made since it was created or last replayed. */
  readonly attempts: number
}

export type Attempt = { readonly at: Instant; readonly ok: boolean; readonly detail: string }

export type Store = {
  /**
   * One transaction: events (known ids are left alone), keys, dirty marks, quarantine, counts, and how far the inbox is
   * read; undefined for what did not come through the inbox.
   */
  readonly record: (expansions: readonly Expansion[], inboxSeq: number | undefined) => Promise<readonly Counts[]>
  /** The last inbox entry that is in the log. */
  readonly inboxSeq: () => Promise<number>
  readonly dirty: (limit: number) => Promise<readonly { readonly site: SiteId; readonly visitor: VisitorId }[]>
  readonly dirtyCount: () => Promise<number>
  readonly site: (site: SiteId) => Promise<Site | undefined>
  readonly destinations: (site: SiteId) => Promise<readonly Destination[]>
  readonly history: (site: SiteId, visitor: VisitorId) => Promise<History>
  /** All of the changes in one transaction; a stale one is left out. Says for each whether it was applied. */
  readonly apply: (changes: readonly Change[]) => Promise<readonly boolean[]>
  /** Links the strong keys of every event again, deletes every derived row, and marks every visitor of every site dirty. */
  readonly forgetDerived: (keysOf: (event: LogEvent) => readonly string[]) => Promise<void>
  /** Deliveries whose time has come, oldest first. */
  readonly due: (now: Instant, limit: number) => Promise<readonly DueDelivery[]>
  /** Writes an attempt down. `nextAt` undefined parks a failed delivery. `disable` switches its destination off. */
  readonly attempted: (
    delivery: Pick<DueDelivery, 'site' | 'id' | 'destination'>,
    attempt: Attempt,
    next: { readonly nextAt: Instant | undefined; readonly disable: boolean },
  ) => Promise<void>
}

export type LeadQuery = {
  readonly from: Instant | undefined
  /** Exclusive. */
  readonly until: Instant | undefined
  readonly stage: Stage | undefined
  /** true: reached MQL and not irrelevant; false: the others; undefined: all. */
  readonly qualified: boolean | undefined
  /** Part of a name, e-mail, phone or company. */
  readonly text: string | undefined
  /** The first session's channel. */
  readonly channel: Channel | undefined
  readonly limit: number
  /** Where the page before ended. */
  readonly after: { readonly openedAt: Instant; readonly id: LeadId } | undefined
}

/** A lead and the sessions of its journey, for attribution. */
export type LeadPath = { readonly lead: LeadRow; readonly sessions: readonly SessionRow[] }

export type SeenFacts = {
  readonly events: number
  readonly visitors: number
  readonly firstAt: Instant | undefined
  readonly lastAt: Instant | undefined
  readonly lastUrl: string | undefined
  readonly quarantined: number
  readonly lastQuarantine: string | undefined
}

export type DeliveryView = {
  readonly id: EventId
  readonly lead: LeadId
  readonly destination: DestinationId
  readonly kind: 'mail' | 'webhook'
  readonly to: string
  readonly state: 'waiting' | 'delivered' | 'parked'
  readonly createdAt: Instant
  readonly nextAt: Instant | undefined
  readonly attempts: readonly Attempt[]
}

export type Archive = {
  readonly sites: () => Promise<readonly Site[]>
  /** By id or by public key. */
  readonly siteOf: (idOrKey: string) => Promise<Site | undefined>
  /** The site that a token opens, by the token's digest. */
  readonly siteOfToken: (digest: string) => Promise<SiteId | undefined>
  readonly destinations: (site: SiteId) => Promise<readonly Destination[]>
  readonly seen: (site: SiteId) => Promise<SeenFacts>
  readonly leads: (
    site: SiteId,
    query: LeadQuery,
  ) => Promise<{ readonly views: readonly LeadView[]; readonly total: number; readonly value: Minor }>
  /** A visitor of the cluster in which the lead lives, found by the touchpoint its id names. */
  readonly visitorOfLead: (site: SiteId, opening: EventId) => Promise<VisitorId | undefined>
  readonly history: (site: SiteId, visitor: VisitorId) => Promise<History>
  /** Leads whose milestone lies in the period, with the sessions of their journeys, oldest first. */
  readonly paths: (site: SiteId, milestone: Milestone, from: Instant, until: Instant) => Promise<readonly LeadPath[]>
  readonly deliveries: (site: SiteId, lead: LeadId | undefined, limit: number) => Promise<readonly DeliveryView[]>
  readonly counts: (site: SiteId) => Promise<Counts>
}

/** Numbers, as they are dialled, of which a visitor is lent one. */
export type Stock = { readonly numbers: readonly string[]; readonly lengthMs: number }
/** A number that a visitor has; whether he had it before, and whether there is something to tell the log. */
export type Loan = { readonly lease: Lease; readonly isNew: boolean; readonly isNews: boolean }

export type Registry = {
  readonly addSite: (site: NewSite, ids: { readonly id: SiteId; readonly key: SiteKey }, now: Instant) => Promise<Site>
  /** Changed rules mark every visitor of the site dirty: all figures are computed again. */
  readonly changeSite: (site: SiteId, changes: ChangedSite) => Promise<Site | undefined>
  /** `digest` is what is kept of the token. */
  readonly addToken: (site: SiteId, digest: string, name: string, now: Instant) => Promise<void>
  readonly addDestination: (site: SiteId, destination: Destination) => Promise<void>
  readonly removeDestination: (site: SiteId, destination: DestinationId) => Promise<boolean>
  /** The secret random bytes of a day, made on its first use; older days are forgotten. Base64url. */
  readonly saltOf: (day: string, fresh: string) => Promise<string>
  /**
   * The number that the visitor has of each stock from now on: the one he had, else the one that is free longest; undefined
   * where none is. Without `mayTake` he only keeps what he has. No number is lent to two.
   */
  readonly lend: (
    borrower: { readonly site: SiteId; readonly visitor: VisitorId; readonly now: Instant },
    stocks: readonly Stock[],
    mayTake: boolean,
  ) => Promise<readonly (Loan | undefined)[]>
  /** Makes a parked or delivered delivery due again. */
  readonly replay: (site: SiteId, delivery: string, now: Instant) => Promise<boolean>
}
