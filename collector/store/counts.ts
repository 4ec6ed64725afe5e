/** What a site has received, counted with every record, so that nobody scans the log to know. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import type { LogEvent } from '../domain/event.ts'
import type { Counts, Quarantined, SeenFacts } from '../ports/store.ts'
import { type Engine, type Statement, listed, sql } from './engine.ts'

export type Received = Counts & {
  /** The events among them that are new to the log. */
  readonly events: readonly LogEvent[]
  readonly lastQuarantine: Quarantined | undefined
}

/**
 * Adds to a site's counts and raises its marking version. It must run before the events are inserted: a visitor is new
 * while the log knows none of its events.
 */
export function countReceived(
  site: SiteId,
  { stored, duplicate, quarantined, events, lastQuarantine }: Received,
): Statement {
  const { visitors, firstAt, lastAt, lastUrl } = summaryOf(events)
  const reason = lastQuarantine?.reason
  return sql`
    insert into counts (site_id, stored, duplicate, quarantined, visitors, first_at, last_at, last_url, last_quarantine, marking)
    values (${site}, ${stored}, ${duplicate}, ${quarantined},
      (select count(*) from ${listed(visitors)} as arriving
        where not exists (select 1 from events where site_id = ${site} and visitor_id = arriving.value)),
      ${firstAt}, ${lastAt}, ${lastUrl}, ${reason}, 1)
    on conflict (site_id) do update set
      stored = counts.stored + excluded.stored,
      duplicate = counts.duplicate + excluded.duplicate,
      quarantined = counts.quarantined + excluded.quarantined,
      visitors = counts.visitors + excluded.visitors,
      first_at = case when excluded.first_at < counts.first_at or counts.first_at is null
        then excluded.first_at else counts.first_at end,
      last_url = case when excluded.last_url is not null and (excluded.last_at >= counts.last_at or counts.last_url is null)
        then excluded.last_url else counts.last_url end,
      last_at = case when excluded.last_at > counts.last_at or counts.last_at is null
        then excluded.last_at else counts.last_at end,
      last_quarantine = coalesce(excluded.last_quarantine, counts.last_quarantine),
      marking = counts.marking + 1`
}

function summaryOf(events: readonly LogEvent[]) {
  const visitors = new Set<VisitorId>()
  let first: LogEvent | undefined
  let last: LogEvent | undefined
  let lastPage: { readonly at: Instant; readonly url: string } | undefined
  for (const event of events) {
    visitors.add(event.visitor)
    if (!first || event.at < first.at) first = event
    if (!last || event.at >= last.at) last = event
    const url = 'url' in event.body ? event.body.url : undefined
    if (url !== undefined && (!lastPage || event.at >= lastPage.at)) lastPage = { at: event.at, url }
  }
  return { visitors: [...visitors], firstAt: first?.at, lastAt: last?.at, lastUrl: lastPage?.url }
}

type CountsRecord = Counts & {
  readonly visitors: number
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly lastUrl: string | null
  readonly lastQuarantine: string | null
}

async function recordOf(db: Engine, site: SiteId): Promise<CountsRecord | undefined> {
  const [record] = await db.all<CountsRecord>(sql`
    select stored, duplicate, quarantined, visitors, first_at as "firstAt", last_at as "lastAt", last_url as "lastUrl",
      last_quarantine as "lastQuarantine"
    from counts
    where site_id = ${site}`)
  return record
}

/** What became of all that the site was sent. */
export async function countsOf(db: Engine, site: SiteId): Promise<Counts> {
  const { stored = 0, duplicate = 0, quarantined = 0 } = (await recordOf(db, site)) ?? {}
  return { stored, duplicate, quarantined }
}

/** What the site's own check shows: that events arrive, from whom, and what was wrong last. */
export async function seenOn(db: Engine, site: SiteId): Promise<SeenFacts> {
  const record = await recordOf(db, site)
  return {
    events: record?.stored ?? 0,
    visitors: record?.visitors ?? 0,
    firstAt: record?.firstAt ?? undefined,
    lastAt: record?.lastAt ?? undefined,
    lastUrl: record?.lastUrl ?? undefined,
    quarantined: record?.quarantined ?? 0,
    lastQuarantine: record?.lastQuarantine ?? undefined,
  }
}
