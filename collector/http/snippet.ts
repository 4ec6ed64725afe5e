/** The tag that a site owner pastes. */
import type { Site } from '../domain/event.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character)

export type SnippetWishes = {
  /** The consent banner to listen to. */
  readonly banner?: string | undefined
  /** One script with all parts, for pages whose policy forbids the tag to load the rest itself. */
  readonly full?: boolean
}

/**
 * It carries what the site's settings say, so that the page needs no second request before it may start: the consent mode,
 * the domains to carry visitors across, and whether there are numbers to lend. What names nothing makes it load nothing.
 */
export function snippetOf(
  { key, consent, domains, numberPools }: Pick<Site, 'key' | 'consent' | 'domains' | 'numberPools'>,
  baseUrl: string,
  { banner, full = false }: SnippetWishes = {},
): string {
  const attributes: readonly (readonly [name: string, value?: string])[] = [
    ['defer'],
    ['src', new URL(full ? '/lt-full.js' : '/lt.js', baseUrl).href],
    ['data-site', key],
    ['data-consent', consent],
    ...(banner ? [['data-cmp', banner] as const] : []),
    ...(areSeveral(domains) ? [['data-domains', domains.join(',')] as const] : []),
    ...(numberPools.length > 0 ? [['data-numbers'] as const] : []),
  ]
  const written = attributes.map(([name, value]) => (value === undefined ? name : `${name}="${escaped(value)}"`))
  return `<script ${written.join(' ')}></script>`
}

/** A domain and its `www.` share their cookies: nobody has to be carried across. */
function areSeveral(domains: readonly string[]): boolean {
  return new Set(domains.map((domain) => domain.replace(/^www\./, ''))).size > 1
}
