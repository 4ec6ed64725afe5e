/** Decide: what a person says of a lead becomes an event; the answer is the lead as it then stands. */
import { minorIn } from '@leadtrail/shared/money'
import type { NewDecision } from '@leadtrail/shared/reports'
import { type Outcome, failed } from '@leadtrail/shared/failure'
import { type SiteId, eventId, openingOf } from '@leadtrail/shared/ids'
import type { LeadJson } from '@leadtrail/shared/reports'
import { fromPerson } from '../domain/arrival.ts'
import { type Inbox, InboxFull } from '../ports/inbox.ts'
import type { Archive, Counts } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import type { Entry } from './expand.ts'
import type { Reports } from './report.ts'

export type DecideDeps = {
  readonly inbox: Pick<Inbox, 'append'>
  readonly settled: (seq: number) => Promise<Counts>
  readonly archive: Pick<Archive, 'visitorOfLead' | 'siteOf'>
  readonly reports: Pick<Reports, 'lead'>
  readonly world: World
}

export type Decide = (site: SiteId, decision: NewDecision, by: string) => Promise<Outcome<LeadJson>>

/** Fails with not-found, invalid (what a decision lacks) or unavailable. */
export async function decide(
  deps: DecideDeps,
  site: SiteId,
  decision: NewDecision,
  by: string,
): Promise<Outcome<LeadJson>> {
  const missing = missingOf(decision)
  if (missing) return failed({ why: 'invalid', detail: missing.message, errors: [missing] })
  const opening = openingOf(decision.lead)
  const visitor = opening && (await deps.archive.visitorOfLead(site, opening))
  if (!visitor) return failed({ why: 'not-found', detail: 'No lead has this id.' })
  const now = deps.world.clock.now()
  const currency = (await deps.archive.siteOf(site))?.currency ?? ''
  const revenue = decision.revenue === undefined ? undefined : minorIn(decision.revenue, currency)
  if (decision.revenue !== undefined && revenue === undefined) {
    const error = { path: 'revenue.currency', message: `The site counts in ${currency}.` }
    return failed({ why: 'invalid', detail: error.message, errors: [error] })
  }
  const body = { type: 'decision', ...decision, revenue, by } as const
  const entry: Entry = {
    site,
    receivedAt: now,
    events: [fromPerson(eventId(deps.world.chance.id()), visitor, body, now)],
    quarantined: [],
  }
  try {
    await deps.settled(await deps.inbox.append(JSON.stringify(entry)))
  } catch (error) {
    if (!(error instanceof InboxFull)) throw error
    return failed({
      why: 'unavailable',
      detail: 'Too much is waiting to be written. Try again soon.',
      retryAfterSeconds: 2,
    })
  }
  return deps.reports.lead(site, decision.lead)
}

function missingOf({ decision, reason, revenue }: NewDecision): { path: string; message: string } | undefined {
  if (decision === 'won' && revenue === undefined)
    return { path: 'revenue', message: 'A won lead needs its revenue, in minor units.' }
  if (decision === 'irrelevant' && !reason) return { path: 'reason', message: 'An irrelevant lead needs a reason.' }
  return undefined
}
