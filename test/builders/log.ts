/** Builders of log events: what does not matter to a test has a default. */
import type { Answer } from '@leadtrail/shared/event'
import { eventId, siteId, siteKey, visitorId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { DAY, type Instant, instant } from '@leadtrail/shared/time'
import { defaultRules } from '../../collector/domain/default-rules.ts'
import type { EventBody, LogEvent, Origin, Site } from '../../collector/domain/event.ts'

/** A Monday morning. */
export const MONDAY: Instant = instant(Date.UTC(2026, 2, 2, 9))

/** A site with the golden values of domain rule 6. */
export function aSite(changes: Partial<Site> = {}): Site {
  return {
    id: siteId('site_test'),
    key: siteKey('test'),
    name: 'Test',
    domains: ['example.com'],
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    consent: 'granted',
    rulesVersion: 1,
    rules: defaultRules({ customerValue: minor(15_000_000), sqlToCustomer: 0.35, mqlToSql: 0.2 }),
    numberPools: [],
    ...changes,
  }
}

type Facts = {
  readonly id?: string
  readonly visitor?: string
  readonly at?: number
  readonly receivedAt?: number
  readonly origin?: Origin
}

let counted = 0
/** An event of the body; `at` is ms after MONDAY. */
export function anEvent(
  body: EventBody,
  { id, visitor = 'visitor-a', at = 0, receivedAt, origin = 'browser' }: Facts = {},
): LogEvent {
  const happened = instant(MONDAY + at)
  return {
    id: eventId(id ?? `event-${(counted += 1)}`),
    visitor: visitorId(visitor),
    at: happened,
    receivedAt: receivedAt === undefined ? happened : instant(MONDAY + receivedAt),
    origin,
    bot: false,
    device: 'Desktop · Firefox · Linux',
    body,
  }
}

/** A page view of a path on example.com. */
export const aPage = (path: string, facts?: Facts, referrer?: string): LogEvent =>
  anEvent({ type: 'page', url: `https://example.com${path}`, referrer }, facts)

/** A contact form sent with an e-mail address. */
export const aForm = (email: string, facts?: Facts, more: readonly Answer[] = []): LogEvent =>
  anEvent(
    {
      type: 'form',
      url: 'https://example.com/contact',
      fields: [{ name: 'email', type: 'email', value: email }, ...more],
    },
    facts,
  )

/** A click on a phone link. */
export const aPhoneClick = (facts?: Facts): LogEvent =>
  anEvent({ type: 'click', kind: 'tel', target: '+4512345678', url: 'https://example.com/' }, facts)

type Decided = Extract<EventBody, { type: 'decision' }>
/** A person's decision about a lead. */
export const aDecision = (
  lead: string,
  decision: Decided['decision'],
  facts?: Facts,
  more: Partial<Decided> = {},
): LogEvent =>
  anEvent({ type: 'decision', lead, decision, by: 'sales@example.com', ...more }, { origin: 'person', ...facts })

export const days = (count: number): number => count * DAY
