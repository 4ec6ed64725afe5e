/** The demo company's site: made on a first start, so that /demo/ has somewhere to report to. */
import { siteId, siteKey } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import type { Instant } from '@leadtrail/shared/time'
import type { Site } from '../domain/event.ts'
import type { Archive, Registry } from '../ports/store.ts'

/** The key that the pages under /demo/ carry. */
export const DEMO_KEY = 'demo'

/** The golden numbers of domain rule 6 hold for it: 150,000 DKK a customer. */
export async function ensureDemoSite(
  archive: Pick<Archive, 'siteOf'>,
  registry: Pick<Registry, 'addSite'>,
  host: string,
  now: Instant,
): Promise<Site> {
  const found = await archive.siteOf(DEMO_KEY)
  if (found) return found
  const domains = [...new Set(['localhost', '127.0.0.1', host])]
  const site = {
    name: 'Nordbor (demo)',
    domains,
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    consent: 'granted',
  } as const
  const values = { customerValue: minor(15_000_000), sqlToCustomer: 0.35, mqlToSql: 0.2 }
  return registry.addSite({ ...site, ...values }, { id: siteId('site_demo'), key: siteKey(DEMO_KEY) }, now)
}
