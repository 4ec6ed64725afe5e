/**
 * Dirty marks: whose rows are out of date. A mark's version comes from a counter of the site that only rises, so that a
 * mark which was worked off and set again is never taken for the old one.
 */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Mark } from '../domain/change.ts'
import { type Cells, type Engine, type Statement, arrival, oneOf, sql } from './engine.ts'

/** Marks a visitor with the site's present version; raise that first, in the same transaction. */
export function markDirty(site: SiteId, visitor: VisitorId, at: number): Statement {
  return sql`
    insert into dirty (site_id, visitor_id, version, marked_at)
    values (${site}, ${visitor}, (select marking from counts where site_id = ${site}), ${at})
    on conflict (site_id, visitor_id) do update set version = excluded.version`
}

/** Marks everybody on a site. */
export const markSite = (site: SiteId): readonly Statement[] => [
  sql`update counts set marking = marking + 1 where site_id = ${site}`,
  sql`
    insert into dirty (site_id, visitor_id, version, marked_at)
    select distinct events.site_id, visitor_id, marking, 0
    from events join counts on counts.site_id = events.site_id
    where events.site_id = ${site}
    on conflict (site_id, visitor_id) do update set version = excluded.version`,
]

/** Marks everybody on every site. */
export const markAll: readonly Statement[] = [
  sql`update counts set marking = marking + 1`,
  sql`
    insert into dirty (site_id, visitor_id, version, marked_at)
    select distinct events.site_id, visitor_id, marking, 0
    from events join counts on counts.site_id = events.site_id
    where true
    on conflict (site_id, visitor_id) do update set version = excluded.version`,
]

/** Finds a row while the mark stands as it was read. */
export const stands = (site: SiteId, { visitor, version }: Mark): Statement => sql`
  select 1 as stands
  from dirty
  where site_id = ${site}
    and visitor_id = ${visitor}
    and version = ${version}`

export const removeMark = (site: SiteId, { visitor }: Mark): Statement => sql`
  delete from dirty
  where site_id = ${site}
    and visitor_id = ${visitor}`

/** Asks for the marks of some visitors. */
export const marksOf = (site: SiteId, visitors: readonly VisitorId[]): Statement => sql`
  select visitor_id, version
  from dirty
  where site_id = ${site}
    and visitor_id ${oneOf(visitors)}`

/** The marks that this is answered with. */
export const marksIn = (answer: readonly Cells[] = []): readonly Mark[] =>
  (answer as readonly (readonly [VisitorId, number])[]).map(([visitor, version]) => ({ visitor, version }))

/** Who has waited longest, on any site. */
export function longestDirty(
  db: Engine,
  limit: number,
): Promise<readonly { readonly site: SiteId; readonly visitor: VisitorId }[]> {
  return db.all(sql`select site_id as site, visitor_id as visitor from dirty order by ${arrival} limit ${limit}`)
}

export async function countDirty(db: Engine): Promise<number> {
  const [row] = await db.all<{ count: number }>(sql`select count(*) as count from dirty`)
  return row?.count ?? 0
}
