/** Project: brings the derived rows of dirty visitors up to date, one change a cluster, and writes the hand-overs due. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import { type Change, differenceOf } from '../domain/change.ts'
import type { Site } from '../domain/event.ts'
import { handoversOf } from '../domain/handover.ts'
import { project, rowsOf } from '../domain/project.ts'
import type { Destination, Store } from '../ports/store.ts'
import type { Clock } from '../ports/world.ts'

/** Clusters projected in one transaction. */
const SLICE = 128

type ProjectStore = Pick<Store, 'dirty' | 'site' | 'destinations' | 'history' | 'apply'>
export type ProjectDeps = {
  readonly store: ProjectStore
  readonly clock: Clock
  /** Where clusters go that cannot be computed, so that the others can; without it such a one throws. */
  readonly aside?: Aside
}

/** Dirty visitors that are left alone for a while. */
export type Aside = {
  readonly size: () => number
  readonly holds: (dirty: Dirty) => boolean
  readonly put: (dirty: Dirty, error: unknown) => void
}
type SiteFacts = { readonly site: Site; readonly targets: readonly Destination[] }

export type Dirty = { readonly site: SiteId; readonly visitor: VisitorId }

/** Projects one slice of dirty visitors. Answers how many it looked at; 0 when nothing is dirty but what is set aside. */
export async function projectDirty(deps: ProjectDeps): Promise<number> {
  const { store, aside } = deps
  const marked = await store.dirty(SLICE + (aside?.size() ?? 0))
  const dirty = aside ? marked.filter((each) => !aside.holds(each)) : marked
  await projectThese(deps, dirty)
  return dirty.length
}

/**
 * Projects the clusters of these visitors, whether they are dirty or not, in one transaction. Answers those whose marks had
 * moved on meanwhile, so that what was computed for them was not written.
 */
export async function projectThese(deps: ProjectDeps, dirty: readonly Dirty[]): Promise<readonly Dirty[]> {
  const facts = new Map<SiteId, SiteFacts>()
  const covered = new Set<string>()
  const changes: Change[] = []
  const asked: Dirty[] = []
  for (const { site, visitor } of dirty) {
    if (covered.has(`${site} ${visitor}`)) continue
    try {
      const known = facts.get(site) ?? (await factsOf(deps.store, site))
      facts.set(site, known)
      const { change, visitors } = await changeOf(deps, known, visitor)
      for (const each of visitors) covered.add(`${site} ${each}`)
      changes.push(change)
      asked.push({ site, visitor })
    } catch (error) {
      if (!deps.aside) throw error
      deps.aside.put({ site, visitor }, error)
    }
  }
  if (changes.length === 0) return []
  const applied = await deps.store.apply(changes)
  return asked.filter((_, place) => !applied[place])
}

async function factsOf(store: ProjectStore, id: SiteId): Promise<SiteFacts> {
  const site = await store.site(id)
  if (!site) throw new Error('events of a site that is not there')
  return { site, targets: await store.destinations(id) }
}

/** What makes the cluster's rows right: pure but for reading its history. */
async function changeOf({ store, clock }: ProjectDeps, { site, targets }: SiteFacts, visitor: VisitorId) {
  const { visitors, marks, events, standing } = await store.history(site.id, visitor)
  const projection = project(events, site)
  const about = { site, targets, log: events, now: clock.now() }
  const handovers = projection.flatMap(({ journey, leads }) =>
    leads.flatMap((lead) => handoversOf(lead, journey, about)),
  )
  const change: Change = {
    site: site.id,
    marks,
    ...differenceOf(standing, rowsOf(projection)),
    append: handovers.map(({ event }) => event),
    outbox: handovers.map(({ item }) => item),
  }
  return { change, visitors }
}
