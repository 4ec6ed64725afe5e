/** Clicks that say something: on a telephone number, a mail address, a file, a way out, or what the site has marked. */
import type { LinkKind } from '@leadtrail/shared/event'
import { keptAddress } from './campaign.ts'
import { listen } from './guard.ts'
import type { RecordEvent } from './record.ts'
import { line } from './text.ts'

const files =
  /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|epub|zip|rar|7z|gz|dmg|exe|msi|apk|mp[34]|mov|dwg|step|ics|vcf)$/i

/** Listens to clicks, the middle button's too; a click by keyboard is one. */
export function watchLinks(record: RecordEvent, isOwn: (host: string) => boolean): void {
  listen<MouseEvent>(window, 'click auxclick', (event) => {
    if (event.button > 1) return
    let link: Element | undefined
    let name: string | null | undefined
    // From the inside out, through open shadow roots.
    for (const element of event.composedPath()) {
      if (!(element instanceof Element)) continue
      name = name || element.getAttribute('data-lt-event')
      if (!link && /^(a|area)$/i.test(element.tagName)) link = element
    }
    if (name) record({ type: 'custom', name: name.slice(0, 200) })
    if (link) clicked(link, record, isOwn)
  })
}

function clicked(link: Element, record: RecordEvent, isOwn: (host: string) => boolean): void {
  // In an SVG the property is an object.
  const address = link.getAttribute('href') || link.getAttribute('xlink:href')
  if (!address || link.closest('[data-lt-ignore]')) return
  const { protocol, href, hostname, pathname } = new URL(address, document.baseURI)
  const spoken = /^(tel|mailto):/.exec(protocol)
  const file = link.hasAttribute('download') || files.test(pathname)
  if (!spoken && (!/^http/.test(protocol) || (!file && isOwn(hostname)))) return
  const kind = (spoken ? spoken[1] : file ? 'download' : 'outbound') as LinkKind
  const target = spoken ? pathname.replace(/%20/g, ' ') : keptAddress(href)
  const label = line(link.textContent || link.getAttribute('aria-label'), 100)
  if (target) record({ type: 'click', kind, target: target.slice(0, 2000), label })
}

/** Whether the host is the page's own, one above or below it, or one of the site's other domains. */
export function ownHost(here: string, domains: readonly string[], host: string): boolean {
  const bare = (name: string) => name.replace(/^(www)?\.?/, '.')
  const to = bare(host)
  return bare(here).endsWith(to) || [here, ...domains].some((own) => to.endsWith(bare(own)))
}
