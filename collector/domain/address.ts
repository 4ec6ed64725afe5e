/**
 * Addresses as the log keeps them: which page it was and what the link said of itself. What else stood in a query or a hash may
 * be somebody's (a token, a name, what was searched for) and is dropped before anything is stored (domain rule 11).
 */
import { isTelling } from './parameter.ts'

/** The address without user, password and every parameter that is not on the list; a route in the hash stays. Never throws. */
export function keptAddress(address: string): string {
  const hash = address.indexOf('#')
  const beforeHash = hash === -1 ? address : address.slice(0, hash)
  const query = beforeHash.indexOf('?')
  const place = withoutUser(query === -1 ? beforeHash : beforeHash.slice(0, query))
  const kept = query === -1 ? '' : withMark('?', tellingParts(beforeHash.slice(query + 1)))
  return place + kept + (hash === -1 ? '' : keptHash(address.slice(hash + 1)))
}

const withMark = (mark: string, text: string): string => (text === '' ? '' : mark + text)

const withoutUser = (place: string): string => place.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1')

/** The parts of a query whose names are on the list, as they were written. */
function tellingParts(query: string): string {
  return query.split('&').filter((part) => isTelling(nameOf(part))).join('&') // prettier-ignore
}

/** Decoded as the reader of parameters decodes it, so that both mean the same ones. */
function nameOf(part: string): string {
  const [[name = ''] = []] = new URLSearchParams(part)
  return name
}

/** `#/pricing?utm_source=x` of a single-page site, `#!/pricing` or `#utm_source=x`; a route with a `=` is none. */
function keptHash(hash: string): string {
  const [route = ''] = /^!?\/[^?&=]*(?=[?&]|$)/.exec(hash) ?? []
  const query = hash.indexOf('?')
  const kept = tellingParts(hash.slice(query + 1))
  return withMark('#', route + withMark(route === '' && query === -1 ? '' : '?', kept))
}
