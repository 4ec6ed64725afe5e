/**
 * The writer's side. Every statement names its site, but for those that go over all of them: how far the inbox is read,
 * who is dirty, what is due, and deleting all derived rows.
 */
import type { Store } from '../ports/store.ts'
import { apply, forgetDerived } from './changes.ts'
import { attempted, dueDeliveries } from './deliveries.ts'
import { destinationsOf } from './destinations.ts'
import { countDirty, longestDirty } from './dirty.ts'
import type { Engine } from './engine.ts'
import { historyOf } from './histories.ts'
import { inboxSeqOf } from './progress.ts'
import { record } from './recordings.ts'
import { siteById } from './sites.ts'

export const storeOf = (db: Engine): Store => ({
  record: (expansions, inboxSeq) => record(db, expansions, inboxSeq),
  inboxSeq: () => inboxSeqOf(db),
  dirty: (limit) => longestDirty(db, limit),
  dirtyCount: () => countDirty(db),
  site: (site) => siteById(db, site),
  destinations: (site) => destinationsOf(db, site),
  history: (site, visitor) => historyOf(db, site, visitor),
  apply: (changes) => apply(db, changes),
  forgetDerived: (keysOf) => forgetDerived(db, keysOf),
  due: (now, limit) => dueDeliveries(db, now, limit),
  attempted: attempted(db),
})
