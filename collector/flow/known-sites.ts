/** Known sites: what the door remembers of sites, so that a request from a browser costs no look-up. */
import type { Site } from '../domain/event.ts'
import type { Archive, Registry } from '../ports/store.ts'
import type { Clock } from '../ports/world.ts'

/** A change made by another process is seen so much later at most; one that is made here at once. */
const REMEMBERED_MS = 1000

export type KnownSites = Pick<Archive, 'siteOf'> & Pick<Registry, 'changeSite'>

/** What is asked and not found is not remembered: strangers cannot fill the memory, and a new site is there at once. */
export function knownSites(
  sites: Pick<Archive, 'siteOf'>,
  registry: Pick<Registry, 'changeSite'>,
  clock: Clock,
): KnownSites {
  const known = new Map<string, { readonly site: Site; readonly readAt: number }>()
  return {
    async siteOf(idOrKey) {
      const now = clock.now()
      const found = known.get(idOrKey)
      if (found && Math.abs(now - found.readAt) < REMEMBERED_MS) return found.site
      const site = await sites.siteOf(idOrKey)
      if (site) known.set(idOrKey, { site, readAt: now })
      return site
    },
    async changeSite(site, changes) {
      const changed = await registry.changeSite(site, changes)
      known.clear()
      return changed
    },
  }
}
