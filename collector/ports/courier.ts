/** A courier carries a hand-over to one kind of destination and says how it went. */
import type { Destination } from './store.ts'
import type { Instant } from '@leadtrail/shared/time'
import type { Handover } from '../domain/handover.ts'

export type Parcel = {
  /** The idempotency key: the same on every attempt. */
  readonly id: string
  readonly destination: Destination
  readonly handover: Handover
  readonly at: Instant
}

export type Delivered =
  | { readonly ok: true; readonly detail: string }
  | {
      readonly ok: false
      readonly detail: string
      /** The destination said when to come again. */
      readonly retryAfterSeconds?: number
      /** The destination said never to come again (410), or cannot exist. */
      readonly gone?: boolean
    }

export type Courier = { readonly deliver: (parcel: Parcel) => Promise<Delivered> }
export type Couriers = Readonly<Record<'mail' | 'webhook', Courier>>
