/** Tokens: only their digests are kept. */
import type { SiteId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import { type Engine, sql } from './engine.ts'

export async function addToken(db: Engine, site: SiteId, digest: string, name: string, now: Instant): Promise<void> {
  const added = sql`
    insert into tokens (site_id, digest, name, created_at)
    values (${site}, ${digest}, ${name}, ${now})`
  await db.write([{ statements: [added] }])
}

/** The site that the token opens; one of the questions that find a site and so come without one. */
export async function siteOfToken(db: Engine, digest: string): Promise<SiteId | undefined> {
  const [row] = await db.all<{ site: SiteId }>(sql`select site_id as site from tokens where digest = ${digest}`)
  return row?.site
}
