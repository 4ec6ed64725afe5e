/**
 * Cross: takes a visitor from one of a site's domains to another. The page that he leaves keeps him here under a token, the
 * page that he comes to fetches him with it: so no address ever names him.
 */
import { type Crossed, crossingSchema } from '@leadtrail/shared/ask'
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type Instant, MINUTE, instant } from '@leadtrail/shared/time'
import type { Archive } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import { ration } from './ration.ts'
import { errorsOf } from './receive.ts'
import type { Sender } from './recognise.ts'

const LIFE = 2 * MINUTE
/** Tokens that are kept at once; the oldest go first. */
const KEPT = 10_000
/** Tokens of one address in the life of one. */
const MOST = 60

export type CrossDeps = {
  readonly sites: Pick<Archive, 'siteOf'>
  readonly world: Pick<World, 'clock' | 'digest'>
}

/** Answers the visitor who was fetched, undefined when one was kept. Fails with invalid, unknown-site, too-often or not-found. */
export type Cross = (body: unknown, sender: Sender) => Promise<Outcome<Crossed | undefined>>

/**
 * The crossings of this process, in memory. What is kept is found only by the digest of site, token, address and user agent:
 * another device, or another site, finds nothing. A token is spent by its first use, and stays spent.
 */
export function crossings({ sites, world: { clock, digest } }: CrossDeps): Cross {
  const kept = new Map<string, Kept>()
  const rationed = ration(clock, MOST, LIFE)

  const keep = (place: string, visitor: string, { address }: Sender): Outcome<undefined> => {
    const now = clock.now()
    if (isLive(kept.get(place), now)) return done(undefined)
    const wait = rationed.take(address)
    if (wait !== undefined)
      return failed({ why: 'too-often', detail: 'Too many crossings from here.', retryAfterSeconds: wait })
    kept.delete(place)
    kept.set(place, { visitor, until: instant(now + LIFE) })
    for (const [oldest, each] of kept) {
      if (isLive(each, now) && kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return done(undefined)
  }

  const fetch = (place: string): Outcome<Crossed> => {
    const found = kept.get(place)
    const visitor = found && isLive(found, clock.now()) ? found.visitor : undefined
    if (!found || visitor === undefined) return failed({ why: 'not-found', detail: 'Nobody is kept under this token.' })
    found.visitor = undefined
    return done({ visitor })
  }

  return async (body, sender) => {
    const parsed = crossingSchema.safeParse(body)
    if (!parsed.success)
      return failed({ why: 'invalid', detail: 'The crossing is not right.', errors: errorsOf(parsed.error) })
    const { site: key, token, visitor } = parsed.data
    const site = await sites.siteOf(key)
    if (site?.key !== key)
      return failed({ why: 'unknown-site', detail: 'No site has this key. Check data-site in the tag.' })
    const place = digest.sha256([site.id, token, sender.address ?? '', sender.userAgent ?? ''].join('\n'))
    return visitor === undefined ? fetch(place) : keep(place, visitor, sender)
  }
}

/** What is kept under a token; no visitor once he was fetched. */
type Kept = { visitor: string | undefined; readonly until: Instant }

const isLive = (kept: Kept | undefined, now: Instant): boolean => kept !== undefined && kept.until > now
