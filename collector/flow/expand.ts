/** Expand: moves what waits in the inbox into the event log, each event once, and marks whom it concerns dirty. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import { strongKeysOf } from '../domain/claim.ts'
import type { LogEvent } from '../domain/event.ts'
import type { Inbox, InboxEntry } from '../ports/inbox.ts'
import type { Counts, Expansion, Quarantined, Store } from '../ports/store.ts'

/** What one inbox entry holds as JSON: a judged batch. Only `receive` and `decide` write it. */
export type Entry = {
  readonly site: SiteId
  readonly receivedAt: Instant
  readonly events: readonly LogEvent[]
  readonly quarantined: readonly Omit<Quarantined, 'receivedAt'>[]
}

/** Entries taken into the log in one transaction: a burst is one commit, a shutdown waits for one slice only. */
const SLICE = 256

/** What became of an inbox entry, and whom it concerns. */
export type Settled = { readonly counts: Counts; readonly site: SiteId; readonly visitors: readonly VisitorId[] }
export type Expanded = { readonly seq: number; readonly entries: ReadonlyMap<number, Settled> }

/** Takes one slice of the inbox into the log. Undefined when nothing waits. */
export async function expand(
  inbox: Pick<Inbox, 'after' | 'trim'>,
  store: Pick<Store, 'record' | 'inboxSeq'>,
): Promise<Expanded | undefined> {
  const entries = await inbox.after(await store.inboxSeq(), SLICE)
  const last = entries.at(-1)
  if (!last) return undefined
  const expansions = entries.map(expansionOf)
  const counts = await store.record(expansions, last.seq)
  await inbox.trim(last.seq)
  const settled = entries.map(({ seq }, place) => [seq, settledOf(expansions[place], counts[place])] as const)
  return { seq: last.seq, entries: new Map(settled.flatMap(([seq, each]) => (each ? [[seq, each]] : []))) }
}

function settledOf(expansion: Expansion | undefined, counts: Counts | undefined): Settled | undefined {
  if (!expansion || !counts) return undefined
  const visitors = [...new Set(expansion.events.map(({ event }) => event.visitor))]
  return { counts, site: expansion.site, visitors }
}

function expansionOf({ body }: InboxEntry): Expansion {
  // Written by this program, behind its own checks: the inbox is inside the walls.
  const entry = JSON.parse(body) as Entry
  return {
    site: entry.site,
    events: entry.events.map((event) => ({ event, keys: strongKeysOf(event) })),
    quarantined: entry.quarantined.map((each) => ({ ...each, receivedAt: entry.receivedAt })),
  }
}
