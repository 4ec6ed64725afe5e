/** Who said which strong key in which browser, and the cluster that follows: visitors linked by keys, and by their keys again. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import { type Cells, type Engine, type Statement, oneOf, sql } from './engine.ts'

/** Links a visitor with a key. */
export function linkKey(site: SiteId, key: string, visitor: VisitorId): Statement {
  return sql`
    insert into identity_keys (site_id, identity_key, visitor_id)
    values (${site}, ${key}, ${visitor})
    on conflict do nothing`
}

/** Asks for the keys of some visitors. */
export const keysOf = (site: SiteId, visitors: readonly VisitorId[]): Statement => sql`
  select distinct identity_key
  from identity_keys
  where site_id = ${site}
    and visitor_id ${oneOf(visitors)}`

/** Asks for the visitors of some keys. */
const visitorsOf = (site: SiteId, keys: readonly string[]): Statement => sql`
  select distinct visitor_id
  from identity_keys
  where site_id = ${site}
    and identity_key ${oneOf(keys)}
  order by visitor_id`

/** The visitors of the cluster, the one asked for first: from its keys to their visitors, to their keys, until none is new. */
export async function clusterOf(
  db: Engine,
  site: SiteId,
  visitor: VisitorId,
  keysOfVisitor: readonly Cells[],
): Promise<readonly VisitorId[]> {
  const visitors = new Set([visitor])
  const keys = new Set<string>()
  let found = keysOfVisitor
  while (found.length > 0) {
    const newKeys = added(keys, found as readonly (readonly [string])[])
    if (newKeys.length === 0) break
    const [linked = []] = await db.lists([visitorsOf(site, newKeys)])
    const newVisitors = added(visitors, linked as readonly (readonly [VisitorId])[])
    if (newVisitors.length === 0) break
    ;[found = []] = await db.lists([keysOf(site, newVisitors)])
  }
  return [...visitors]
}

/** Adds to a set what is found, and answers what of it is new. */
function added<Id>(known: Set<Id>, found: readonly (readonly [Id])[]): readonly Id[] {
  const fresh = found.map(([id]) => id).filter((id) => !known.has(id))
  for (const id of fresh) known.add(id)
  return fresh
}
