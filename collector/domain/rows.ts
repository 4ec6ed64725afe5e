/**
 * The derived rows: what lists and reports read, written only by the projection and always
 * recomputable from the log. Every row names a visitor of its cluster, by which it is found again.
 */
import type { ContactId, EventId, LeadId, SessionId, VisitorId } from '@leadtrail/shared/ids'
import type { Minor } from '@leadtrail/shared/money'
import type { Cell, Channel, Stage } from '@leadtrail/shared/reports'
import type { Instant } from '@leadtrail/shared/time'

/** Whose timeline it is: a contact's, or that of a visitor who is still unknown. */
export type JourneyId = ContactId | VisitorId

export type SessionRow = {
  readonly id: SessionId
  readonly visitor: VisitorId
  readonly journey: JourneyId
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly pages: number
  readonly device: string | null
  readonly bot: boolean
  readonly channel: Channel
  readonly rule: string
  readonly source: string | null
  readonly medium: string | null
  readonly campaign: string | null
  readonly term: string | null
  readonly content: string | null
  readonly clickId: string | null
  readonly landing: string | null
  readonly referrer: string | null
}

export type ContactRow = {
  readonly id: ContactId
  readonly visitor: VisitorId
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly company: string | null
  /** JSON of the traits. */
  readonly traits: string
  readonly sharedDevice: boolean
  readonly firstSeenAt: Instant
}

export type LeadRow = {
  readonly id: LeadId
  readonly visitor: VisitorId
  readonly journey: JourneyId
  readonly contact: ContactId | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly activeAt: Instant
  readonly stage: Stage
  readonly reason: string | null
  readonly value: Minor
  readonly revenue: Minor | null
  readonly fit: number
  readonly interest: number
  readonly cell: Cell
  readonly sessions: number
  readonly firstSession: SessionId | null
  readonly convertingSession: SessionId | null
  readonly lastSession: SessionId | null
  /** First entries; immutable in meaning: the first time the stage was reached. */
  readonly mqlAt: Instant | null
  readonly sqlAt: Instant | null
  readonly customerAt: Instant | null
}

export type TouchpointRow = {
  readonly event: EventId
  readonly visitor: VisitorId
  readonly lead: LeadId
  readonly session: SessionId | null
  readonly type: string
  readonly label: string
  readonly stage: 'mql' | 'sql'
  readonly at: Instant
  readonly value: Minor
}

export type Rows = {
  readonly sessions: readonly SessionRow[]
  readonly contacts: readonly ContactRow[]
  readonly leads: readonly LeadRow[]
  readonly touchpoints: readonly TouchpointRow[]
}

/** A lead with the rows that a list, a page or a mail shows beside it. */
export type LeadView = {
  readonly lead: LeadRow
  readonly contact: ContactRow | undefined
  readonly touchpoints: readonly TouchpointRow[]
  readonly first: SessionRow | undefined
  readonly converting: SessionRow | undefined
  readonly last: SessionRow | undefined
}
