/**
 * The visitor's cookie, set again by HTTP where page and collector live on one domain: browsers cut what scripts set down
 * to days, but leave what a server on the site's own domain sets. A browser sends the cookie along only there.
 */
import { DAY } from '@leadtrail/shared/time'

/** Thirteen months from the visitor's first visit, however often it is set again. */
const LIFE = 395 * DAY
/** Domains have more parts than this only to make trouble. */
const MOST_DOMAINS = 4

export type Place = {
  /** Of the address that was asked, and of the page that asked. */
  readonly host: string
  readonly origin: string | undefined
  readonly secure: boolean
}

/**
 * The values of Set-Cookie (RFC 6265bis) for the visitor that the batch names, if the request carries his cookie: one for
 * each domain that page and collector share. A browser takes none for a domain that is nobody's, such as `co.uk`.
 */
export function visitorCookies(
  cookies: string,
  batch: { readonly site: string; readonly visitor: string },
  place: Place,
  now: number,
): string[] {
  const name = `lt_${batch.site.replaceAll(/[^\w-]/g, '_')}`
  const value = cookies
    .split(/; */)
    .filter((cookie) => cookie.startsWith(`${name}=${batch.visitor}.`))
    .map((cookie) => cookie.slice(name.length + 1))
    .find((kept) => /^[\w-]{22}\.[0-9a-z]{6}(\.1)?$/.test(kept))
  if (value === undefined) return []
  const age = now - Number.parseInt(value.slice(23), 36) * 1000
  if (!(age > -DAY && age < LIFE)) return []
  const seconds = Math.floor((LIFE - Math.max(0, age)) / 1000)
  const life = `Path=/; Max-Age=${seconds}; SameSite=Lax${place.secure ? '; Secure' : ''}`
  return sharedDomains(place).map((domain) => `${name}=${value}; ${life}; Domain=${domain}`)
}

/** `www.a.example` and `leads.a.example` share `a.example`; the widest comes first. */
function sharedDomains({ host, origin }: Place): string[] {
  const page = origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : ''
  const labels = page.split('.')
  return labels
    .map((_, place) => labels.slice(-1 - place).join('.'))
    .filter((domain) => (domain.includes('.') && host.endsWith(`.${domain}`)) || host === domain)
    .slice(0, MOST_DOMAINS)
}
