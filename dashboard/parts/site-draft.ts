/** What somebody has typed about a site so far, and what it means. */
import type { ConsentMode, SiteJson } from '@leadtrail/shared/settings'
import { majorOf, minorOf, percentOf, rateOf } from '../format.ts'

export type Draft = {
  readonly name: string
  readonly domains: string
  readonly currency: string
  readonly timeZone: string
  readonly consent: ConsentMode
  readonly customerValue: string
  readonly sqlToCustomer: string
  readonly mqlToSql: string
}

export const currencies = ['DKK', 'EUR', 'NOK', 'SEK', 'GBP', 'USD', 'CHF', 'PLN', 'ISK', 'CZK', 'HUF', 'CAD', 'AUD']

/** Where people who set up a site most likely count in something else than euros. */
const localCurrencies: Readonly<Record<string, string>> = {
  'Europe/Copenhagen': 'DKK',
  'Europe/Oslo': 'NOK',
  'Europe/Stockholm': 'SEK',
  'Europe/London': 'GBP',
  'Europe/Zurich': 'CHF',
  'Europe/Warsaw': 'PLN',
  'America/New_York': 'USD',
  'America/Chicago': 'USD',
  'America/Los_Angeles': 'USD',
}

/** The fields of a site, or of one that is still to be made. */
export function draftOf(site: SiteJson | undefined): Draft {
  if (!site) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const rates = { customerValue: '150000', sqlToCustomer: '35', mqlToSql: '20' }
    const currency = localCurrencies[timeZone] ?? 'EUR'
    return { name: '', domains: '', currency, timeZone, consent: 'cookieless', ...rates }
  }
  const { values } = site.rules
  return {
    name: site.name,
    domains: site.domains.join(', '),
    currency: site.currency,
    timeZone: site.timeZone,
    consent: site.consent,
    customerValue: majorOf(values.customerValue, site.currency),
    sqlToCustomer: percentOf(values.sqlToCustomer),
    mqlToSql: percentOf(values.mqlToSql),
  }
}

/** `https://www.Example.com/start` and `www.example.com` name the same domain. */
export const domainsIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((part) =>
      part
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/:?#].*$/, ''),
    )
    .filter(Boolean)

/** What the draft means, and what is wrong with it by field; what only the collector can judge is left to it. */
export function understood(draft: Draft): {
  values: readonly [number | null, number | null, number | null]
  wrong: Map<string, string>
} {
  const amount = minorOf(draft.customerValue, draft.currency)
  const sql = rateOf(draft.sqlToCustomer)
  const mql = rateOf(draft.mqlToSql)
  const wrong = new Map<string, string>()
  if (!draft.name.trim()) wrong.set('name', 'Please give it a name.')
  if (domainsIn(draft.domains).length === 0)
    wrong.set('domains', 'Please give at least one domain, such as example.com.')
  if (amount === null) wrong.set('customerValue', 'Please give an amount such as 150000.')
  if (sql === null) wrong.set('sqlToCustomer', 'Please give a percentage between 0 and 100.')
  if (mql === null) wrong.set('mqlToSql', 'Please give a percentage between 0 and 100.')
  return { values: [amount, sql, mql], wrong }
}
