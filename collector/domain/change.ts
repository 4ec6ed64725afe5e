/** A change: the difference between the rows that stand and the rows that should; applied whole or not at all. */
import type { DestinationId, EventId, LeadId, SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { LogEvent } from './event.ts'
import type { Rows } from './rows.ts'

/** Says that a visitor's rows are out of date; each new event raises the version. */
export type Mark = { readonly visitor: VisitorId; readonly version: number }

/** What must happen once in the world: written with the change that decided it, worked off later. */
export type OutboxItem = {
  /** The idempotency key; also the id of the hand-over event. */
  readonly id: EventId
  readonly lead: LeadId
  readonly destination: DestinationId
  readonly kind: 'mail' | 'webhook'
  readonly to: string
  readonly createdAt: Instant
  /** JSON of a `Handover` document, frozen as it was decided. */
  readonly payload: string
}

type KeysOf = {
  readonly sessions: readonly string[]
  readonly contacts: readonly string[]
  readonly leads: readonly string[]
  readonly touchpoints: readonly string[]
}

export type Change = {
  readonly site: SiteId
  /** The marks it was decided on; when one of them has moved on, the change is stale and nothing of it is applied. */
  readonly marks: readonly Mark[]
  readonly remove: KeysOf
  readonly put: Rows
  readonly append: readonly LogEvent[]
  readonly outbox: readonly OutboxItem[]
}

/** Rows to remove and rows to put, so that `standing` becomes `wanted`. Rows that are equal are left alone. */
export function differenceOf(standing: Rows, wanted: Rows): Pick<Change, 'remove' | 'put'> {
  const sessions = compare(standing.sessions, wanted.sessions, ({ id }) => id)
  const contacts = compare(standing.contacts, wanted.contacts, ({ id }) => id)
  const leads = compare(standing.leads, wanted.leads, ({ id }) => id)
  const touchpoints = compare(standing.touchpoints, wanted.touchpoints, ({ event }) => event)
  return {
    remove: {
      sessions: sessions.remove,
      contacts: contacts.remove,
      leads: leads.remove,
      touchpoints: touchpoints.remove,
    },
    put: { sessions: sessions.put, contacts: contacts.put, leads: leads.put, touchpoints: touchpoints.put },
  }
}

function compare<Row extends object>(standing: readonly Row[], wanted: readonly Row[], keyOf: (row: Row) => string) {
  if (standing.length === 0) return { remove: [], put: wanted }
  const before = new Map(standing.map((row) => [keyOf(row), row]))
  const after = new Set(wanted.map(keyOf))
  return {
    remove: [...before.keys()].filter((key) => !after.has(key)),
    put: wanted.filter((row) => !same(before.get(keyOf(row)), row)),
  }
}

function same<Row extends object>(a: Row | undefined, b: Row): boolean {
  return a !== undefined && (Object.keys(b) as (keyof Row)[]).every((key) => a[key] === b[key])
}
