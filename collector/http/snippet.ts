/** The tag that a site owner pastes. */
import type { Site } from '../domain/event.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character)

/** It carries the site's consent mode, so that the page needs no second request before it may start. */
export function snippetOf(
  { key, consent, domains }: Pick<Site, 'key' | 'consent' | 'domains'>,
  baseUrl: string,
): string {
  const attributes = [
    ['src', new URL('/lt.js', baseUrl).href],
    ['data-site', key],
    ['data-consent', consent],
    ...(domains.length > 1 ? [['data-domains', domains.join(',')]] : []),
  ]
  return `<script defer ${attributes.map(([name, value]) => `${name}="${escaped(value ?? '')}"`).join(' ')}></script>`
}
