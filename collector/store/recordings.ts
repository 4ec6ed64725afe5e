/**
 * Recording: entries of the inbox become events of the log, each id once. Which ids are known is read first; should
 * somebody else record one of them meanwhile, nothing is written and it is read again.
 */
import type { SiteId } from '@leadtrail/shared/ids'
import type { Counts, Expansion, Quarantined, Recorded } from '../ports/store.ts'
import { countReceived } from './counts.ts'
import { markDirty } from './dirty.ts'
import { Conflict, type Engine, type Statement } from './engine.ts'
import { grouped } from './grouped.ts'
import { insertEvent, knownEvents } from './events.ts'
import { linkKey } from './identities.ts'
import { reach } from './progress.ts'
import { insertQuarantined, knownQuarantined } from './quarantine.ts'

const TRIES = 5

/** Of one site, what is new. */
type Fresh = { readonly recorded: Recorded[]; readonly quarantined: Quarantined[]; duplicate: number }
type Known = { readonly events: Set<string>; readonly quarantined: Set<string> }

/** Says for each expansion what became of its events. */
export async function record(
  db: Engine,
  expansions: readonly Expansion[],
  inboxSeq: number | undefined,
): Promise<readonly Counts[]> {
  for (let tries = 1; ; tries += 1) {
    const { counts, fresh } = sorted(expansions, await knownOf(db, expansions))
    const statements = [...fresh].flatMap(([site, news]) => statementsOf(site, news))
    if (inboxSeq !== undefined) statements.push(reach(inboxSeq))
    try {
      await db.write([{ statements }])
      return counts
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error
    }
  }
}

async function knownOf(db: Engine, expansions: readonly Expansion[]): Promise<Map<SiteId, Known>> {
  const known = new Map<SiteId, Known>()
  for (const [site, own] of grouped(expansions, ({ site }) => site)) {
    const events = own.flatMap((expansion) => expansion.events.map(({ event }) => event.id))
    const quarantined = own.flatMap((expansion) => expansion.quarantined.map(({ id }) => id))
    known.set(site, {
      events: new Set(events.length > 0 ? await knownEvents(db, site, events) : []),
      quarantined: new Set(quarantined.length > 0 ? await knownQuarantined(db, site, quarantined) : []),
    })
  }
  return known
}

/** Tells new from known; what is new becomes known, so that a second copy in the same call is a duplicate. */
function sorted(expansions: readonly Expansion[], knownOfSites: Map<SiteId, Known>) {
  const fresh = new Map<SiteId, Fresh>()
  const counts = expansions.map(({ site, events, quarantined }): Counts => {
    const known = knownOfSites.get(site) ?? { events: new Set<string>(), quarantined: new Set<string>() }
    const stored = events.filter(({ event }) => isNew(known.events, event.id))
    const refused = quarantined.filter(({ id }) => isNew(known.quarantined, id))
    const duplicate = events.length - stored.length + quarantined.length - refused.length
    const news = fresh.get(site) ?? { recorded: [], quarantined: [], duplicate: 0 }
    for (const one of stored) news.recorded.push(one)
    for (const one of refused) news.quarantined.push(one)
    news.duplicate += duplicate
    fresh.set(site, news)
    return { stored: stored.length, duplicate, quarantined: refused.length }
  })
  return { counts, fresh }
}

function isNew(known: Set<string>, id: string): boolean {
  if (known.has(id)) return false
  known.add(id)
  return true
}

function statementsOf(site: SiteId, { recorded, quarantined, duplicate }: Fresh): Statement[] {
  const events = recorded.map(({ event }) => event)
  const visitors = new Map(events.map(({ visitor, receivedAt }) => [visitor, receivedAt]))
  const received = { stored: events.length, duplicate, quarantined: quarantined.length }
  return [
    countReceived(site, { ...received, events, lastQuarantine: quarantined.at(-1) }),
    ...events.map((event) => insertEvent(site, event)),
    ...recorded.flatMap(({ event, keys }) => keys.map((key) => linkKey(site, key, event.visitor))),
    ...[...visitors].map(([visitor, receivedAt]) => markDirty(site, visitor, receivedAt)),
    ...quarantined.map((one) => insertQuarantined(site, one)),
  ]
}
