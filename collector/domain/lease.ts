/** A lease: a phone number of the site that for a time one visitor alone is shown, so that who calls it is him. */
import { type Instant, instant } from '@leadtrail/shared/time'

export type Lease = {
  /** As it is dialled. */
  readonly number: string
  readonly until: Instant
  /** As far as the log tells of it: at most one event for each length of the lease, whoever often it is asked for. */
  readonly toldUntil: Instant
}

/** Whether something is new that the log is to tell of. */
export const isNews = (lease: Lease, before: Lease | undefined): boolean => lease.toldUntil !== before?.toldUntil

/** When a lease ends that begins now. */
export const endOf = (now: Instant, lengthMs: number): Instant => instant(now + lengthMs)

/**
 * The lease of somebody who is seen again; undefined where that changes too little to be written down. What the log does not
 * cover any more it is told a whole length ahead.
 */
export function prolonged(lease: Lease, now: Instant, lengthMs: number): Lease | undefined {
  const until = endOf(now, lengthMs)
  if (until - lease.until < lengthMs / 60) return undefined
  return { ...lease, until, toldUntil: until > lease.toldUntil ? endOf(until, lengthMs) : lease.toldUntil }
}
