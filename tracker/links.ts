/** Clicks that say something: on a telephone number, a mail address, a file, a way out, or what the site has marked. */
import type { LinkKind } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { config } from './config.ts'
import { listen } from './guard.ts'
import { act } from './page.ts'
import { line } from './text.ts'

const files = /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|csv|epub|zip|exe|dmg|mp[34]|dwg|step|ics)$/i

/** Hears of clicks, the middle button's too; a click by keyboard is one. */
export function watchLinks(view: Window): void {
  listen<MouseEvent>(view, 'click auxclick', (event) => {
    if (event.button > 1) return
    // From the inside out, through open shadow roots; at its end stand the document and the window, which have no attributes.
    const path = event.composedPath() as Element[]
    const name = path.map((element) => (element as HTMLElement).dataset?.['ltEvent']).find(Boolean)
    if (name) act({ type: 'custom', name })
    const link = path.find((element) => element.matches?.('a,area'))
    if (link && !link.closest('[data-lt-ignore]')) followed(link)
  })
}

function followed(link: Element): void {
  const { href } = link as HTMLAnchorElement | SVGAElement
  const to = new URL(typeof href === 'string' ? href : href.baseVal, link.baseURI)
  const [, spoken] = /^(tel|mailto):/.exec(to.protocol) || []
  const file = link.hasAttribute('download') || files.test(to.pathname)
  if (!spoken && (!/^http/.test(to.protocol) || (!file && ownHost(location.hostname, config.domains, to.hostname))))
    return
  act({
    type: 'click',
    kind: (spoken || (file ? 'download' : 'outbound')) as LinkKind,
    target: keptAddress(to.href) || to.pathname.replace(/%20/g, ' '),
    label: line(link.textContent, 100),
  })
}

/** Whether the host is the page's own, one above or below it, or one of the site's other domains. */
export function ownHost(here: string, domains: readonly string[], host: string): boolean {
  const bare = (name: string) => name.replace(/^(www)?\.?/, '.')
  return bare(here).endsWith(bare(host)) || [here, ...domains].some((own) => bare(host).endsWith(bare(own)))
}
