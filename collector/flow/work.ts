/**
 * Work: the one loop behind the answers. Expands what waits in the inbox, projects whom it concerns, and
 * settles those who wait to see their own events.
 */
import { MINUTE } from '@leadtrail/shared/time'
import type { Inbox } from '../ports/inbox.ts'
import type { Counts, Store } from '../ports/store.ts'
import type { Clock, Log } from '../ports/world.ts'
import { type Settled, expand } from './expand.ts'
import { type Aside, type Dirty, projectDirty, projectThese } from './project.ts'

export type WorkDeps = {
  readonly inbox: Pick<Inbox, 'after' | 'trim'>
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** How long a cluster that could not be computed is left alone. */
const LEFT_ALONE = 5 * MINUTE

/** How often what another process has overtaken is computed again for somebody who waits. */
const TRIES = 5

/** Settled entries that are remembered for those who ask late. */
const REMEMBERED = 4096

/** Turns of the loop, each of which answers how much it found to do. */
export function workOver({ inbox, store, clock, log }: WorkDeps) {
  const remembered = new Map<number, Settled>()
  const waiting = new Map<number, ((settled: Settled) => void)[]>()
  // As far as this loop has told, not as far as the store has read: between the two nobody has been forgotten yet.
  let told = 0
  const deps = { store, clock, aside: asideFor(clock, log) }

  const turn = async (): Promise<number> => {
    const expanded = await expand(inbox, store)
    if (expanded) {
      for (const [seq, settled] of expanded.entries) {
        remember(remembered, seq, settled)
        for (const tell of waiting.get(seq) ?? []) tell(settled)
        waiting.delete(seq)
      }
      told = expanded.seq
    }
    const projected = await projectDirty(deps)
    return Math.max(expanded?.entries.size ?? 0, projected)
  }

  /** Resolves once the entry is in the log and those whom it concerns are projected. */
  const settled = async (seq: number): Promise<Counts> => {
    const entry = remembered.get(seq) ?? (await entryOf(seq))
    if (!entry) return { stored: 0, duplicate: 0, quarantined: 0 }
    const { site, visitors, counts } = entry
    let left: readonly Dirty[] = visitors.map((visitor) => ({ site, visitor }))
    // Another process may have been quicker; what it wrote was computed from this entry too, or is computed now.
    for (let tries = 0; left.length > 0 && tries < TRIES; tries += 1) left = await projectThese(deps, left)
    return counts
  }

  const entryOf = async (seq: number): Promise<Settled | undefined> => {
    if (seq <= told) {
      log.warn('an entry was asked for after it was forgotten', { seq })
      return undefined
    }
    return new Promise((resolve) => waiting.set(seq, [...(waiting.get(seq) ?? []), resolve]))
  }

  return { turn, settled }
}

function remember(remembered: Map<number, Settled>, seq: number, settled: Settled): void {
  remembered.set(seq, settled)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}

/** One of the two places where a bug is caught: what cannot be computed stays marked, is told, and holds up nobody else. */
function asideFor(clock: Clock, log: Log): Aside {
  const until = new Map<string, number>()
  const nameOf = ({ site, visitor }: Dirty) => `${site} ${visitor}`
  return {
    size: () => until.size,
    holds(dirty) {
      const end = until.get(nameOf(dirty))
      if (end !== undefined && end <= clock.now()) until.delete(nameOf(dirty))
      return end !== undefined && end > clock.now()
    },
    put(dirty, error) {
      until.set(nameOf(dirty), clock.now() + LEFT_ALONE)
      // Where, not what: a message may hold what a visitor wrote.
      const reason =
        error instanceof Error
          ? [error.name, ...(error.stack?.split('\n    at ').slice(1, 5) ?? [])].join(' < ')
          : 'unknown'
      log.error('a visitor could not be computed and is left as it was', { ...dirty, reason })
    },
  }
}
