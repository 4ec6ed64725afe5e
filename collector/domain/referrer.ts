/** Referrers: the page that linked here, as far as the browser says, and whether it is somebody else's. */

/** Host in lower case without port; page = origin and path, without the query. */
export type Referrer = { readonly host: string; readonly page: string }

type Page = { readonly url: string | undefined; readonly referrer: string | undefined }
type Borders = { readonly domains: readonly string[]; readonly referralExclusions: readonly string[] }

/**
 * The referrer of a page; null when there is none, or none with a host on the web or an app's package name.
 * Most page views come from the page before on the same host: those are told apart without reading the address.
 */
export function referrerOf({ url, referrer }: Page): Referrer | 'same host' | null {
  if (!referrer) return null
  if (url !== undefined && startsAtSameHost(url, referrer)) return 'same host'
  const from = parsed(referrer)
  if (!from || !from.host) return null
  return url !== undefined && parsed(url)?.host === from.host ? 'same host' : from
}

function startsAtSameHost(url: string, referrer: string): boolean {
  const start = url.indexOf('//')
  const end = start === -1 ? -1 : url.indexOf('/', start + 2)
  return end !== -1 && referrer.startsWith(url.slice(0, end + 1))
}

const schemes = new Set(['http:', 'https:', 'android-app:', 'ios-app:'])

function parsed(address: string): Referrer | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!schemes.has(url.protocol)) return null
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  const port = url.port ? `:${url.port}` : ''
  return { host, page: `${url.protocol}//${host}${port}${url.pathname || '/'}`.slice(0, 1000) }
}

/** Whether a host is neither the site's own nor on its exclusion list. Hosts below a listed one are covered by it. */
export function isExternal(host: string, site: Borders): boolean {
  return !isCovered(host, site.domains) && !isCovered(host, site.referralExclusions)
}

const prepared = new WeakMap<readonly string[], ReadonlySet<string>>()

function isCovered(host: string, list: readonly string[]): boolean {
  if (list.length === 0) return false
  let hosts = prepared.get(list)
  if (!hosts) prepared.set(list, (hosts = new Set(list.map(bareHost).filter((entry) => entry !== ''))))
  for (let from = 0; ;) {
    if (hosts.has(host.slice(from))) return true
    const dot = host.indexOf('.', from)
    if (dot === -1) return false
    from = dot + 1
  }
}

/** People write `https://www.paypal.com/`, `*.paypal.com` and `PayPal.com`, and mean the same. */
function bareHost(entry: string): string {
  return entry
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:\*\.)?(?:www\.)?/, '')
    .replace(/\/.*$/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
}
