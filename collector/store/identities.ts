/** Who said which strong key in which browser, and the cluster that follows: visitors linked by keys, and by their keys again. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import { type Engine, type Statement, oneOf, sql } from './engine.ts'

/** Links a visitor with a key. */
export function linkKey(site: SiteId, key: string, visitor: VisitorId): Statement {
  return sql`
    insert into identity_keys (site_id, identity_key, visitor_id)
    values (${site}, ${key}, ${visitor})
    on conflict do nothing`
}

/** The visitors of the cluster, the one asked for first. A visitor without a key costs one look-up. */
export async function clusterOf(db: Engine, site: SiteId, visitor: VisitorId): Promise<readonly VisitorId[]> {
  const visitors = new Set([visitor])
  const keys = new Set<string>()
  let newVisitors: readonly VisitorId[] = [visitor]
  while (newVisitors.length > 0) {
    const newKeys = (await keysOf(db, site, newVisitors)).filter((key) => !keys.has(key))
    if (newKeys.length === 0) break
    for (const key of newKeys) keys.add(key)
    newVisitors = (await visitorsOf(db, site, newKeys)).filter((found) => !visitors.has(found))
    for (const found of newVisitors) visitors.add(found)
  }
  return [...visitors]
}

async function keysOf(db: Engine, site: SiteId, visitors: readonly VisitorId[]): Promise<readonly string[]> {
  const rows = await db.all<{ key: string }>(sql`
    select distinct identity_key as key
    from identity_keys
    where site_id = ${site}
      and visitor_id ${oneOf(visitors)}`)
  return rows.map(({ key }) => key)
}

async function visitorsOf(db: Engine, site: SiteId, keys: readonly string[]): Promise<readonly VisitorId[]> {
  const rows = await db.all<{ visitor: VisitorId }>(sql`
    select distinct visitor_id as visitor
    from identity_keys
    where site_id = ${site}
      and identity_key ${oneOf(keys)}
    order by visitor_id`)
  return rows.map(({ visitor }) => visitor)
}
