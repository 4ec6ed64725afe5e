/**
 * The visitor's cookie, set by HTTP for the script that has set it before: browsers cut what scripts set down to days, but
 * leave what a server on the site's own domain sets.
 */
import type { Kept } from '../flow/receive.ts'
import { DAY } from '@leadtrail/shared/time'

/** Thirteen months from the visitor's first visit, however often it is set again. */
const LIFE = 395 * DAY

type Place = {
  /** Of the address that was asked, and of the page that asked. */
  readonly host: string
  readonly origin: string | undefined
  readonly secure: boolean
}

/**
 * The value of Set-Cookie (RFC 6265bis), or undefined where none may be set: the collector and the page share no such
 * domain, or the visitor's time is over or has not come.
 */
export function visitorCookie({ site, value, domain }: Kept, place: Place, now: number): string | undefined {
  const age = now - Number.parseInt(value.split('.')[1] ?? '', 36) * 1000
  if (!(age > -DAY && age < LIFE) || !isShared(domain, place)) return undefined
  const seconds = Math.floor((LIFE - Math.max(0, age)) / 1000)
  return [
    `lt_${site.replaceAll(/[^\w-]/g, '_')}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'SameSite=Lax',
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(place.secure ? ['Secure'] : []),
  ].join('; ')
}

/** A cookie without a domain is of one host alone, so page and collector must be the same. */
function isShared(domain: string | undefined, { host, origin }: Place): boolean {
  const page = origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : undefined
  if (!page) return false
  return domain === undefined
    ? host === page
    : [host, page].every((name) => name === domain || name.endsWith(`.${domain}`))
}
