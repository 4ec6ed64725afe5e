/**
 * Path patterns of a site's rules: `/pricing*`, `*contact`. Matching takes time in proportion to the
 * path, whatever somebody put into their address bar: pieces are found one after the other, nothing is tried twice.
 */

/** A pattern as the pieces between its stars: `/a*b` is `['/a', 'b']`; one piece means no star. */
type Pattern = readonly string[]

const compiled = new WeakMap<readonly string[], readonly Pattern[]>()

/**
 * Whether the path of an address fits one of the patterns. `*` stands for any run of characters, also none. Case, a trailing
 * slash and a locale in front (`/da/pricing`, `/en-gb/pricing`) do not matter. Of a hash route (`/#/pricing`) the route counts.
 */
export function matchesPath(patterns: readonly string[], url: string | undefined): boolean {
  if (!url || patterns.length === 0) return false
  const path = pathOf(url)
  if (path === undefined) return false
  let pieces = compiled.get(patterns)
  if (!pieces) compiled.set(patterns, (pieces = patterns.map(compile)))
  const route = routeOf(url)
  return fitsAny(pieces, comparable(path)) || (route !== undefined && fitsAny(pieces, comparable(route)))
}

const scheme = /^[a-z][a-z0-9+.-]{0,30}:\/\//i

/** The path of an address as it stands there: without host, query and hash; undefined for what has no path. */
export function pathOf(url: string): string | undefined {
  let from = 0
  if (!url.startsWith('/')) {
    const start = scheme.exec(url)?.[0].length
    if (start === undefined) return undefined
    const end = endOfPath(url, start)
    const slash = url.indexOf('/', start)
    if (slash === -1 || slash >= end) return '/'
    from = slash
  }
  return url.slice(from, endOfPath(url, from))
}

/** What stands before the query or the hash. */
function endOfPath(url: string, from: number): number {
  const query = url.indexOf('?', from)
  const hash = url.indexOf('#', from)
  if (query === -1) return hash === -1 ? url.length : hash
  return hash === -1 ? query : Math.min(query, hash)
}

/** The route that a single-page site keeps in the hash: `#/pricing?x` and `#!/pricing`. */
function routeOf(url: string): string | undefined {
  const hash = url.indexOf('#')
  if (hash === -1) return undefined
  const from = url.startsWith('#!/', hash) ? hash + 2 : url.startsWith('#/', hash) ? hash + 1 : -1
  if (from === -1) return undefined
  const query = url.indexOf('?', from)
  return url.slice(from, query === -1 ? url.length : query)
}

function compile(pattern: string): Pattern {
  const path = comparable(pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`)
  return path.split('*')
}

/** Lower case, decoded, without slashes at the end; the root is the empty string. */
function comparable(path: string): string {
  const text = decoded(path).toLowerCase()
  let end = text.length
  while (end > 0 && text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}

/** `/l%C3%B8sninger` is `/løsninger`. What is no valid encoding stays as it is. */
function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const locale = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/|$)/

function fitsAny(patterns: readonly Pattern[], path: string): boolean {
  const prefix = locale.exec(path)?.[0].length ?? 0
  const translated = prefix > 0 ? path.slice(prefix) : undefined
  return patterns.some(
    (pattern) => fitsWithSlash(pattern, path) || (translated !== undefined && fitsWithSlash(pattern, translated)),
  )
}

/** `/blog/*` fits `/blog` too, since a slash at the end does not matter. */
function fitsWithSlash(pattern: Pattern, path: string): boolean {
  return fits(pattern, path) || (pattern.length > 1 && fits(pattern, `${path}/`))
}

function fits(pattern: Pattern, path: string): boolean {
  const first = pattern[0] ?? ''
  if (pattern.length === 1) return path === first
  const last = pattern[pattern.length - 1] ?? ''
  const end = path.length - last.length
  if (end < first.length || !path.startsWith(first) || !path.endsWith(last)) return false
  let from = first.length
  for (let place = 1; place < pattern.length - 1; place += 1) {
    const piece = pattern[place] ?? ''
    const at = path.indexOf(piece, from)
    if (at === -1) return false
    from = at + piece.length
    if (from > end) return false
  }
  return true
}
