/** A contact: a person known by e-mail or external id, with what was said of them. */
import type { ContactId, EventId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'

export type Trait = string | number | boolean | null

export type Contact = {
  readonly id: ContactId
  /** `email:…` and `id:…`, sorted. */
  readonly keys: readonly string[]
  readonly name: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly company: string | undefined
  readonly externalId: string | undefined
  readonly traits: Readonly<Record<string, Trait>>
  /** The browsers of which it owns a part. */
  readonly visitors: readonly VisitorId[]
  /** Somebody else identified themselves in one of the same browsers. */
  readonly sharedDevice: boolean
  readonly firstSeenAt: Instant
  /** The events that identified it, oldest first: the evidence. */
  readonly evidence: readonly EventId[]
}
