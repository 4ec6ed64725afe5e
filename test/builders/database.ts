/** A database of a test: real files in a folder of their own, gone when the test is; and rows to put into it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SiteId, contactId, eventId, leadId, sessionId, siteId, siteKey, visitorId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { type NewSite, newSiteSchema } from '@leadtrail/shared/settings'
import { onTestFinished } from 'vitest'
import type { Change } from '../../collector/domain/change.ts'
import type { LogEvent } from '../../collector/domain/event.ts'
import type { ContactRow, LeadRow, SessionRow, TouchpointRow } from '../../collector/domain/rows.ts'
import type { Archive, Destination, Expansion, Quarantined, Registry, Store } from '../../collector/ports/store.ts'
import { type Opened, openArchive, openRegistry, openStore } from '../../collector/store/open.ts'
import { MONDAY } from './log.ts'

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leadtrail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Database = {
  readonly dataDir: string
  readonly store: Store
  readonly archive: Archive
  readonly registry: Registry
}

/** The three ports on one new database. */
export function aDatabase(dataDir = join(aFolder(), 'data')): Database {
  const use = <Port>({ port, close }: Opened<Port>): Port => {
    onTestFinished(close)
    return port
  }
  const store = use(openStore(dataDir))
  return { dataDir, store, archive: use(openArchive(dataDir)), registry: use(openRegistry(dataDir)) }
}

export const SITE: SiteId = siteId('site_test')

/** Adds the site of the tests, or another one. */
export const addSite = ({ registry }: Pick<Database, 'registry'>, changes: Partial<NewSite> = {}, id: string = SITE) =>
  registry.addSite(
    newSiteSchema.parse({
      name: 'Test',
      domains: ['example.com'],
      currency: 'DKK',
      customerValue: 15_000_000,
      ...changes,
    }),
    { id: siteId(id), key: siteKey(`key-${id}`) },
    MONDAY,
  )

/** What one entry of the inbox holds. */
export const anExpansion = (
  events: readonly LogEvent[],
  {
    site = SITE,
    keys = [],
    quarantined = [],
  }: { site?: SiteId; keys?: readonly string[]; quarantined?: readonly Quarantined[] } = {},
): Expansion => ({ site, events: events.map((event) => ({ event, keys })), quarantined })

export const aSession = (changes: Partial<SessionRow> = {}): SessionRow => ({
  id: sessionId('s_event-1'),
  visitor: visitorId('visitor-a'),
  journey: visitorId('visitor-a'),
  startedAt: MONDAY,
  endedAt: MONDAY,
  pages: 1,
  device: null,
  bot: false,
  channel: 'Direct',
  rule: 'nothing known',
  source: null,
  medium: null,
  campaign: null,
  term: null,
  content: null,
  clickId: null,
  landing: null,
  referrer: null,
  ...changes,
})

export const aContact = (changes: Partial<ContactRow> = {}): ContactRow => ({
  id: contactId('c_event-1'),
  visitor: visitorId('visitor-a'),
  name: null,
  email: null,
  phone: null,
  company: null,
  traits: '{}',
  sharedDevice: false,
  firstSeenAt: MONDAY,
  ...changes,
})

export const aLead = (changes: Partial<LeadRow> = {}): LeadRow => ({
  id: leadId('l_event-1'),
  visitor: visitorId('visitor-a'),
  journey: visitorId('visitor-a'),
  contact: null,
  openedAt: MONDAY,
  closedAt: null,
  activeAt: MONDAY,
  stage: 'lead',
  reason: null,
  value: minor(0),
  revenue: null,
  fit: 0,
  interest: 0,
  cell: 'low-low',
  sessions: 0,
  firstSession: null,
  convertingSession: null,
  lastSession: null,
  mqlAt: null,
  sqlAt: null,
  customerAt: null,
  ...changes,
})

export const aTouchpoint = (changes: Partial<TouchpointRow> = {}): TouchpointRow => ({
  event: eventId('event-1'),
  visitor: visitorId('visitor-a'),
  lead: leadId('l_event-1'),
  session: null,
  type: 'phone-call',
  label: 'Phone call',
  stage: 'sql',
  at: MONDAY,
  value: minor(0),
  ...changes,
})

const none = { sessions: [], contacts: [], leads: [], touchpoints: [] }

type Parts = { readonly put?: Partial<Change['put']>; readonly remove?: Partial<Change['remove']> }
/** A change; what is not given is not changed. */
export const aChange = ({ put, remove, ...changes }: Omit<Partial<Change>, keyof Parts> & Parts = {}): Change => ({
  site: SITE,
  marks: [],
  append: [],
  outbox: [],
  ...changes,
  put: { ...none, ...put },
  remove: { ...none, ...remove },
})

export const aDestination = (changes: Partial<Destination> & { readonly id: Destination['id'] }): Destination => ({
  kind: 'webhook',
  to: 'https://example.com/hook',
  secret: 'whsec_dGVzdA',
  createdAt: MONDAY,
  disabledAt: undefined,
  ...changes,
})
