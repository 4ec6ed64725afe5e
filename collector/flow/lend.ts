/**
 * Lend: a visitor is lent a number of the site's own, to be shown in place of the published one, and the log is told, so that
 * a call to it can be his.
 */
import { type Borrowed, type Swap, borrowingSchema } from '@leadtrail/shared/ask'
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type EventId, type SiteId, type VisitorId, eventId } from '@leadtrail/shared/ids'
import { dialledOf } from '@leadtrail/shared/phone'
import type { NumberPool } from '@leadtrail/shared/settings'
import { DAY, type Instant, MINUTE } from '@leadtrail/shared/time'
import { fromSystem } from '../domain/arrival.ts'
import type { LogEvent, Site } from '../domain/event.ts'
import { endOf } from '../domain/lease.ts'
import { patternOf } from '../domain/number-pattern.ts'
import { type Inbox, InboxFull } from '../ports/inbox.ts'
import type { Archive, Loan, Registry, Stock } from '../ports/store.ts'
import type { Digest, World } from '../ports/world.ts'
import type { Entry } from './expand.ts'
import { networkOf, ration } from './ration.ts'
import { errorsOf } from './receive.ts'
import { type Sender, recognise } from './recognise.ts'
import { sharing } from './share.ts'

/** New numbers for one address, which may be a whole office. */
const MOST = 20
const IN = 10 * MINUTE
/** A page that is seen asks again after so long: what has changed in the site's settings is to be seen. */
const LATEST = 10 * MINUTE
/** Visitors of whom the log is still to be told, and what it was told last. */
const UNTOLD = 1000
const TOLD = 10_000

export type LendDeps = {
  readonly inbox: Pick<Inbox, 'append'>
  readonly sites: Pick<Archive, 'siteOf'>
  readonly registry: Pick<Registry, 'lend' | 'saltOf'>
  readonly world: World
}

/** Fails with invalid, unknown-site, too-often or unavailable. */
export type Lend = (body: unknown, sender: Sender) => Promise<Outcome<Borrowed>>

const noLoan: Borrowed = { swap: [], again: DAY }
const nothing: Outcome<Borrowed> = done(noLoan)

/**
 * Programs and visitors who may not be known are lent nothing: a number that a search engine has seen is published. Who has
 * a number keeps it, however often his address has asked, and however many it has.
 */
export function lending({ inbox, sites, registry, world }: LendDeps): Lend {
  const rationed = ration(world.clock, MOST, IN)
  const borrow = borrowing(registry, world.digest)
  const tell = telling(inbox)
  return async (body, sender) => {
    const parsed = borrowingSchema.safeParse(body)
    if (!parsed.success)
      return failed({ why: 'invalid', detail: 'The question is not right.', errors: errorsOf(parsed.error) })
    const { site: key, visitor: named } = parsed.data
    const site = await sites.siteOf(key)
    if (site?.key !== key)
      return failed({ why: 'unknown-site', detail: 'No site has this key. Check data-site in the tag.' })
    if (site.numberPools.length === 0 || world.readAgent(sender.userAgent).bot) return nothing
    const now = world.clock.now()
    const visitor = await recognise({ salts: registry, world }, site, named, sender, now)
    if (!visitor) return nothing
    const wait = rationed.take(sender.address)
    const borrower = { site: site.id, visitor, now, network: networkOf(sender.address) }
    const loans = await Promise.all(site.numberPools.map((pool) => borrow(borrower, pool, wait === undefined)))
    if (wait === undefined && !loans.some((loan) => loan?.isNew)) rationed.giveBack(sender.address)
    if (wait !== undefined && loans.every((loan) => loan === undefined))
      return failed({ why: 'too-often', detail: 'Too many numbers for this address.', retryAfterSeconds: wait })
    const told = await tell(site, visitor, lentTo(site, visitor, loans, now, world.digest), now)
    return told ? done(borrowedOf(site.numberPools, loans, now)) : failed(full)
  }
}

const full = {
  why: 'unavailable',
  detail: 'Too much is waiting to be written. Ask again soon.',
  retryAfterSeconds: 2,
} as const

const lengthOf = ({ minutes }: NumberPool): number => minutes * MINUTE

const stockOf = (pool: NumberPool): Stock => ({
  numbers: pool.numbers.flatMap((number) => dialledOf(number) ?? []),
  lengthMs: lengthOf(pool),
})

/** Nobody's address has more than half of a pool at a time: others are shown numbers as well, whatever one of them tries. */
const shareOf = ({ numbers }: NumberPool): number => Math.max(1, Math.floor(numbers.length / 2))

type Borrower = {
  readonly site: SiteId
  readonly visitor: VisitorId
  readonly now: Instant
  readonly network: string
}

/** The visitor's number of a pool. Without `mayTake`, and where his address has its share, he only keeps what he has. */
function borrowing(registry: LendDeps['registry'], digest: Digest) {
  const shares = sharing(digest)
  return async ({ network, ...borrower }: Borrower, pool: NumberPool, mayTake: boolean): Promise<Loan | undefined> => {
    const { site, visitor, now } = borrower
    const share = shares([site, pool.on, network], shareOf(pool), now)
    const takes = mayTake && share.take(visitor, endOf(now, lengthOf(pool)))
    let loan: Loan | undefined
    try {
      ;[loan] = await registry.lend(borrower, [stockOf(pool)], takes)
    } finally {
      if (loan) share.keep(visitor, loan.lease.until)
      else if (takes) share.giveBack(visitor)
    }
    return loan
  }
}

/** What the log knows of each lease. Named after what it tells, so that it stands there once, however often it is told. */
function lentTo(
  site: Site,
  visitor: VisitorId,
  loans: readonly (Loan | undefined)[],
  now: Instant,
  digest: Digest,
): LogEvent[] {
  return loans.flatMap((loan) => {
    if (!loan) return []
    const { number, toldUntil: until } = loan.lease
    const id = eventId(`n_${digest.sha256([site.id, visitor, number, until].join('\n'))}`)
    return [fromSystem(id, visitor, { type: 'number', number, until }, now)]
  })
}

/**
 * Tells the log through the inbox; false when that is full. The number is not shown then, and what was not told, for whatever
 * reason, is told when the visitor asks again. So is what this process has not told: another may have ended before it could.
 */
function telling(inbox: LendDeps['inbox']) {
  const untold = new Map<string, readonly LogEvent[]>()
  const told = new Set<EventId>()
  return async (site: Site, visitor: VisitorId, known: readonly LogEvent[], now: Instant): Promise<boolean> => {
    const name = `${site.id} ${visitor}`
    const late = untold.get(name) ?? []
    const news = known.filter(({ id }) => !told.has(id) && !late.some((event) => event.id === id))
    const events = [...late, ...news]
    if (events.length === 0) return true
    untold.delete(name)
    untold.set(name, events)
    dropOldest(untold, UNTOLD)
    const entry: Entry = { site: site.id, receivedAt: now, events, quarantined: [] }
    try {
      await inbox.append(JSON.stringify(entry))
    } catch (error) {
      if (error instanceof InboxFull) return false
      throw error
    }
    for (const { id } of events) told.add(id)
    dropOldest(told, TOLD)
    const left = untold.get(name)?.filter(({ id }) => !told.has(id)) ?? []
    if (left.length > 0) untold.set(name, left)
    else untold.delete(name)
    return true
  }
}

/** A Map and a Set keep the order in which they were filled. */
function dropOldest<Key>(kept: Map<Key, unknown> | Set<Key>, most: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) return
    kept.delete(key)
  }
}

/** Asked again when half of the shortest lease is over, so that none ends on a page that is seen. */
function borrowedOf(pools: readonly NumberPool[], loans: readonly (Loan | undefined)[], now: Instant): Borrowed {
  const ends: number[] = [now + 2 * LATEST]
  const swap = pools.flatMap((pool, place): Swap[] => {
    const lease = loans[place]?.lease
    const shown = lease ? pool.numbers.find((number) => dialledOf(number) === lease.number) : pool.fallback
    if (shown === undefined) return []
    ends.push(lease?.until ?? endOf(now, lengthOf(pool)))
    const e164 = dialledOf(shown) ?? shown
    return [{ find: patternOf(pool.on, e164), e164, shown }]
  })
  return swap.length > 0 ? { swap, again: (Math.min(...ends) - now) / 2 } : noLoan
}
