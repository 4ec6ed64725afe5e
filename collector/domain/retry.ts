/**
 * When a failed delivery is tried again (domain rule 10): waits that grow from seconds to a day, so that a receiver
 * which is away for a long weekend still gets everything; after its last attempt a delivery is parked for a person.
 */
import { DAY, HOUR, type Instant, MINUTE, SECOND, instant } from '@leadtrail/shared/time'

/** The waits after the first, second, … failed attempt: 75 h 35 min 5 s in all (Standard Webhooks 1.0). */
export const waits: readonly number[] = [
  5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
] // prettier-ignore

/** How far chance may stretch a wait: less than the fifth between 20 h and 24 h, so that waits always grow. */
export const JITTER = 0.15

/** However far off a destination says to come again, it is asked once a day. */
const LONGEST_REQUEST = DAY

export type Failure = {
  /** When the attempt failed. */
  readonly at: Instant
  /** Failed attempts so far, this one counted. */
  readonly failures: number
  /** The destination's own word (`Retry-After`): it lengthens a wait, it shortens none. */
  readonly retryAfterSeconds?: number | undefined
  /** Chance, from 0 up to 1: keeps what failed together from coming back together. */
  readonly fraction: number
}

/** The moment of the next attempt; undefined when there is none and the delivery is parked. */
export function retryAt({ at, failures, retryAfterSeconds = 0, fraction }: Failure): Instant | undefined {
  const wait = waits[failures - 1]
  if (wait === undefined) return undefined
  const stretched = Math.floor(wait * (1 + JITTER * fraction))
  const requested = Math.min(Math.ceil(Math.max(0, retryAfterSeconds) * SECOND), LONGEST_REQUEST)
  return instant(at + Math.max(stretched, requested))
}
