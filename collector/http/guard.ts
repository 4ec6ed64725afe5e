/** The guard: who asks, whether a browser asks of its own accord, and which site is asked about. */
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import type { Context } from 'hono'
import type { Site } from '../domain/event.ts'
import type { Archive } from '../ports/store.ts'
import type { Digest } from '../ports/world.ts'
import type { Auth } from './auth.ts'
import type { Access, Caller } from './route.ts'

export type GuardDeps = {
  readonly auth: Pick<Auth, 'visit'>
  readonly sites: Pick<Archive, 'siteOf' | 'siteOfToken'>
  readonly digest: Digest
  readonly baseUrl: string
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The caller by bearer token, else by cookie. A wrong token is refused even beside a good cookie. */
export async function callerOf(deps: GuardDeps, c: Context): Promise<Outcome<Caller>> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return callerByToken(deps, authorization)
  const visit = await deps.auth.visit(c.req.header('cookie'))
  if (!visit) return unauthenticated('Sign in to the dashboard, or send a token as "Authorization: Bearer …".')
  for (const cookie of visit.cookies) c.header('set-cookie', cookie, { append: true })
  if (!isOwnRequest(c, deps.baseUrl))
    return failed({ why: 'forbidden', detail: 'The request comes from another site.' })
  return done({ via: 'session', user: visit.user })
}

async function callerByToken({ digest, sites }: GuardDeps, authorization: string): Promise<Outcome<Caller>> {
  const [, token] = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(authorization) ?? []
  const id = token && (await sites.siteOfToken(digest.sha256(token)))
  const site = id && (await sites.siteOf(id))
  return site ? done({ via: 'token', site }) : unauthenticated('The token is not valid.')
}

const unauthenticated = (detail: string) => failed({ why: 'unauthenticated', detail })

/**
 * Whether a request that may change something was sent by one of our own pages. Browsers say so in Sec-Fetch-Site, or at
 * least in Origin; a request that says neither is not believed, since a cookie vouches for the browser, not for the page.
 */
export function isOwnRequest(c: Context, baseUrl: string): boolean {
  if (safe.has(c.req.method)) return true
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  if (!origin || !URL.canParse(origin)) return false
  return origin === new URL(baseUrl).origin || new URL(origin).host === c.req.header('host')
}

/** The site that is asked about, where the access needs one. A token's site is its own and no other. */
export async function siteAsked(
  sites: Pick<Archive, 'siteOf'>,
  access: Access,
  caller: Caller,
  named: string | undefined,
): Promise<Outcome<Site | undefined>> {
  if (access === 'person')
    return caller.via === 'session' ? done(undefined) : forbidden('This is for people in the dashboard.')
  if (access === 'caller') return done(undefined)
  if (caller.via === 'token') return ownSite(caller.site, named)
  if (access === 'token') return unauthenticated('This takes the token of a site, not a sign-in.')
  if (!named) {
    const errors = [{ path: 'site', message: 'is missing' }]
    return failed({ why: 'invalid', detail: 'Say which site: ?site= with its id or key.', errors })
  }
  const site = await sites.siteOf(named)
  return site ? done(site) : failed({ why: 'unknown-site', detail: 'No site has this id or key.' })
}

/** The token's site, unless another one is named. */
export function ownSite(site: Site, named: string | undefined): Outcome<Site> {
  const isOwn = named === undefined || named === site.id || named === site.key
  return isOwn ? done(site) : forbidden('The token is of another site.')
}

const forbidden = (detail: string) => failed({ why: 'forbidden', detail })
