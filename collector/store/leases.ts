/** Leases of phone numbers: who is shown which. Only the last lease of a number is kept here; the log has them all. */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import type { Instant } from '@leadtrail/shared/time'
import { type Lease, endOf, isNews, prolonged } from '../domain/lease.ts'
import type { Loan, Stock } from '../ports/store.ts'
import { type Engine, type Statement, type Work, listed, oneOf, sql } from './engine.ts'

type Borrower = { readonly site: SiteId; readonly visitor: VisitorId; readonly now: Instant }

/**
 * What the visitor then has of each stock: the number he had already, for longer, or else the one that is free longest;
 * undefined where none is, or where he may take none. One transaction: two who ask at once never get the same number.
 */
export async function lend(
  db: Engine,
  borrower: Borrower,
  stocks: readonly Stock[],
  mayTake: boolean,
): Promise<readonly (Loan | undefined)[]> {
  const before = await leasesOf(db, borrower)
  const works = stocks.flatMap((stock): Work[] => {
    const held = heldOf(stock, before)
    if (!held) return mayTake ? [take(borrower, stock)] : []
    const longer = prolonged(held, borrower.now, stock.lengthMs)
    return longer ? [{ statements: [prolong(borrower, longer)] }] : []
  })
  if (works.length > 0) await db.write(works)
  const after = works.length > 0 ? await leasesOf(db, borrower) : before
  return stocks.map((stock) => {
    const lease = heldOf(stock, after)
    const had = before.find(({ number }) => number === lease?.number)
    return lease && { lease, isNew: had === undefined, isNews: isNews(lease, had) }
  })
}

const heldOf = ({ numbers }: Stock, leases: readonly Lease[]): Lease | undefined =>
  leases.find(({ number }) => numbers.includes(number))

/** The visitor's live leases. */
const leasesOf = (db: Engine, { site, visitor, now }: Borrower): Promise<readonly Lease[]> =>
  db.all<Lease>(sql`
    select number, until, told_until as "toldUntil"
    from number_leases
    where site_id = ${site} and visitor_id = ${visitor} and until > ${now}
    order by number`)

/** Takes the number that is free longest: one that nobody has had comes first. */
function take({ site, visitor, now }: Borrower, { numbers, lengthMs }: Stock): Work {
  const until = endOf(now, lengthMs)
  const hasNone = sql`
    select 1 as none
    where not exists (
      select 1 from number_leases
      where site_id = ${site} and visitor_id = ${visitor} and until > ${now} and number ${oneOf(numbers)})`
  const taken = sql`
    insert into number_leases (site_id, number, visitor_id, until, told_until)
    select ${site}, value, ${visitor}, ${until}, ${until}
    from ${listed(numbers)} as stock
    left join number_leases on site_id = ${site} and number = value
    where until is null or until <= ${now}
    order by coalesce(until, 0), value
    limit 1
    on conflict (site_id, number) do update
    set visitor_id = excluded.visitor_id, until = excluded.until, told_until = excluded.told_until
    where number_leases.until <= ${now}`
  return { given: [hasNone], statements: [taken] }
}

/** Nothing where the lease has ended and is somebody else's by now. */
const prolong = ({ site, visitor }: Borrower, { number, until, toldUntil }: Lease): Statement => sql`
  update number_leases
  set until = ${until}, told_until = ${toldUntil}
  where site_id = ${site} and number = ${number} and visitor_id = ${visitor}`

/** Forgets leases of numbers that are not the site's any more. */
export const forgetOthers = (site: SiteId, numbers: readonly string[]): Statement => sql`
  delete from number_leases
  where site_id = ${site} and number not in (select value from ${listed(numbers)} as kept)`
