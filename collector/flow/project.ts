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
export type ProjectDeps = { readonly store: ProjectStore; readonly clock: Clock }
type SiteFacts = { readonly site: Site; readonly targets: readonly Destination[] }

export type Dirty = { readonly site: SiteId; readonly visitor: VisitorId }

/** Projects one slice of dirty visitors. Answers how many it looked at; 0 when nothing is dirty. */
export async function projectDirty(deps: ProjectDeps): Promise<number> {
  const dirty = await deps.store.dirty(SLICE)
  await projectThese(deps, dirty)
  return dirty.length
}

/** Projects the clusters of these visitors, whether they are dirty or not, in one transaction. */
export async function projectThese(deps: ProjectDeps, dirty: readonly Dirty[]): Promise<void> {
  const facts = new Map<SiteId, SiteFacts | undefined>()
  const covered = new Set<string>()
  const changes: Change[] = []
  for (const { site, visitor } of dirty) {
    if (covered.has(`${site} ${visitor}`)) continue
    if (!facts.has(site)) facts.set(site, await factsOf(deps.store, site))
    const known = facts.get(site)
    if (!known) continue
    const { change, visitors } = await changeOf(deps, known, visitor)
    for (const each of visitors) covered.add(`${site} ${each}`)
    changes.push(change)
  }
  if (changes.length > 0) await deps.store.apply(changes)
}

async function factsOf(store: ProjectStore, id: SiteId): Promise<SiteFacts | undefined> {
  const site = await store.site(id)
  return site && { site, targets: await store.destinations(id) }
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
