/** The sites of this collector, and which of them the view is about. */
import type { SiteJson } from '@leadtrail/shared/settings'
import { signal } from '@preact/signals'

/** Undefined until the collector has answered. */
export const sites = signal<readonly SiteJson[] | undefined>(undefined)

const KEY = 'leadtrail.site'
/** The demo site comes with every collector; it is nobody's own. */
export const isDemo = (site: SiteJson): boolean => site.key === 'demo'

/** The site to begin with: the one looked at last, else the first own one, else the demo. */
export function usualSite(all: readonly SiteJson[]): SiteJson | undefined {
  const last = remembered()
  return all.find(({ id }) => id === last) ?? all.find((site) => !isDemo(site)) ?? all[0]
}

/** Puts a new or changed site among the others. */
export function keepSite(site: SiteJson): void {
  const others = sites.peek() ?? []
  const known = others.some(({ id }) => id === site.id)
  sites.value = known ? others.map((other) => (other.id === site.id ? site : other)) : [...others, site]
}

// Storage may be switched off; then nothing is remembered, and nothing else is lost.
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function remember(site: string): void {
  try {
    localStorage.setItem(KEY, site)
  } catch {
    return
  }
}
