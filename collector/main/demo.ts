/**
 * Fills the demo company's site with a deterministic year: writes the events straight into the log, as if they had been
 * received on their days, and projects whom they concern. A server may be at work on the same data meanwhile.
 */
import { SECOND, isDay } from '@leadtrail/shared/time'
import { strongKeysOf } from '../domain/claim.ts'
import type { Site } from '../domain/event.ts'
import { projectDirty } from '../flow/project.ts'
import type { Archive, Expansion, Store } from '../ports/store.ts'
import { openArchive, openRegistry, openStore } from '../store/open.ts'
import { machineClock } from '../system/clock.ts'
import { dayBefore, daysUntil, endOfDay } from './demo/calendar.ts'
import { DAYS, type DaySent, type Year, yearOf } from './demo/year.ts'
import { ensureDemoSite } from './demo-site.ts'

export type DemoProgress = {
  /** Days are recorded, visitors are projected. */
  readonly phase: 'record' | 'project'
  readonly done: number
  readonly total: number
}

export type DemoOptions = {
  readonly dataDir: string
  /** The last day, `2026-03-14`, before today. Default: yesterday. */
  readonly until?: string | undefined
  readonly seed?: number | undefined
  /** About so many visits in the year. */
  readonly visits?: number | undefined
  /** Where the demo site is, for the addresses of its pages. */
  readonly baseUrl?: string | undefined
  readonly onProgress?: ((progress: DemoProgress) => void) | undefined
}

/** `events = stored + duplicate + quarantined`. */
export type DemoFilled = {
  /** The site's key. */
  readonly site: string
  readonly from: string
  readonly until: string
  readonly events: number
  readonly stored: number
  readonly duplicate: number
  readonly quarantined: number
  readonly visitors: number
  /** Leads that were opened in the year, whoever brought them. */
  readonly leads: number
  readonly seconds: number
}

/** Events in one transaction: few enough that others who write need not wait. */
const SLICE = 2000

/**
 * The same arguments give the same events with the same ids: done again, all of them are duplicates. Nobody is told of
 * these leads: where the site has destinations, the year ends before the first of them was added.
 * @throws RangeError when `until` is no day or is not over.
 */
export async function fillDemo(options: DemoOptions): Promise<DemoFilled> {
  const {
    dataDir,
    baseUrl = 'http://localhost:8787',
    seed = 1,
    visits = 36_000,
    onProgress = () => undefined,
  } = options
  const startedAt = machineClock.now()
  const registry = openRegistry(dataDir)
  const archive = openArchive(dataDir)
  const store = openStore(dataDir)
  try {
    const site = await ensureDemoSite(archive.port, registry.port, new URL(baseUrl).hostname, startedAt)
    const until = await lastDay(archive.port, site, options.until)
    const base = baseUrl.replace(/\/+$/, '')
    const year = { seed, site: site.id, base, until, visits }
    const recorded = await recordYear(store.port, site, year, onProgress)
    await projectAll(store.port, onProgress)
    const [from = until] = daysUntil(until, DAYS).map(({ iso }) => iso)
    const leads = await leadsOf(archive.port, site, year)
    const seconds = (machineClock.now() - startedAt) / SECOND
    return { site: site.key, from, until, ...recorded, leads, seconds }
  } finally {
    store.close()
    archive.close()
    registry.close()
  }
}

async function lastDay(
  archive: Pick<Archive, 'destinations'>,
  site: Site,
  wished: string | undefined,
): Promise<string> {
  const yesterday = dayBefore(machineClock.now())
  if (wished !== undefined && (!isDay(wished) || wished > yesterday))
    throw new RangeError(`until is "${wished}": it must be a day up to ${yesterday}, such as 2026-03-14.`)
  const added = (await archive.destinations(site.id)).map(({ createdAt }) => dayBefore(createdAt))
  return [wished ?? yesterday, ...added].toSorted()[0] ?? yesterday
}

type Recorded = Pick<DemoFilled, 'events' | 'stored' | 'duplicate' | 'quarantined' | 'visitors'>

async function recordYear(
  store: Pick<Store, 'record'>,
  site: Site,
  year: Year,
  onProgress: (progress: DemoProgress) => void,
): Promise<Recorded> {
  const sum = { stored: 0, duplicate: 0, quarantined: 0 }
  const visitors = new Set<string>()
  let waiting: Expansion[] = []
  let days = 0
  const write = async (): Promise<void> => {
    for (const counts of await store.record(waiting, undefined)) {
      sum.stored += counts.stored
      sum.duplicate += counts.duplicate
      sum.quarantined += counts.quarantined
    }
    waiting = []
    onProgress({ phase: 'record', done: days, total: DAYS })
  }
  for (const day of yearOf(year)) {
    days += 1
    for (const { visitor } of day.events) visitors.add(visitor)
    waiting.push(expansionOf(site, day))
    if (waiting.reduce((count, { events }) => count + events.length, 0) >= SLICE) await write()
  }
  await write()
  return { ...sum, events: sum.stored + sum.duplicate + sum.quarantined, visitors: visitors.size }
}

const expansionOf = ({ id }: Site, { events, quarantined }: DaySent): Expansion => ({
  site: id,
  events: events.map((event) => ({ event, keys: strongKeysOf(event) })),
  quarantined,
})

/** Until nothing is dirty; the server may take its share. */
async function projectAll(store: Store, onProgress: (progress: DemoProgress) => void): Promise<void> {
  const total = await store.dirtyCount()
  while ((await projectDirty({ store, clock: machineClock })) > 0) {
    const left = await store.dirtyCount()
    onProgress({ phase: 'project', done: Math.max(0, total - left), total: Math.max(total, left) })
  }
}

async function leadsOf(archive: Pick<Archive, 'leads'>, { id }: Site, { until }: Year): Promise<number> {
  const [first] = daysUntil(until, DAYS)
  const all = { stage: undefined, qualified: undefined, text: undefined, channel: undefined, after: undefined }
  const period = { from: first?.startsAt, until: endOfDay(until) }
  const { total } = await archive.leads(id, { ...all, ...period, limit: 1 })
  return total
}
