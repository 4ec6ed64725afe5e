/**
 * Share: how much of a pool's numbers one sender may have at a time, so that nobody takes it whole and keeps it. Held in memory,
 * under digests; after a restart it is known again from whoever is seen.
 */
import type { VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { Digest } from '../ports/world.ts'

/** Senders that are remembered, each once for each pool; beyond them the one not seen for longest is forgotten. */
const REMEMBERED = 10_000

/** What one sender's visitors have of one pool. */
type Share = {
  /** Whether the visitor may take a number: he is of those who have one, or a place is free, which is then kept for him. */
  readonly take: (visitor: VisitorId, until: Instant) => boolean
  /** What came of it: he has one until then. */
  readonly keep: (visitor: VisitorId, until: Instant) => void
  readonly giveBack: (visitor: VisitorId) => void
}

/** The share of a sender in a pool, by what names both. A number is its sender's as long as its lease. */
export type ShareOf = (names: readonly string[], most: number, now: Instant) => Share

export function sharing(digest: Digest): ShareOf {
  const senders = new Map<string, Map<VisitorId, Instant>>()
  return (names, most, now) => {
    const name = digest.sha256(names.join('\n'))
    const ends = senders.get(name) ?? new Map<VisitorId, Instant>()
    for (const [visitor, until] of ends) if (until <= now) ends.delete(visitor)
    senders.delete(name)
    senders.set(name, ends)
    const [oldest] = senders.keys()
    if (senders.size > REMEMBERED && oldest !== undefined) senders.delete(oldest)
    return {
      take(visitor, until) {
        if (ends.has(visitor)) return true
        if (ends.size >= most) return false
        ends.set(visitor, until)
        return true
      },
      keep: (visitor, until) => void ends.set(visitor, until),
      giveBack: (visitor) => void ends.delete(visitor),
    }
  }
}
