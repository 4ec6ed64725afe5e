/**
 * What a worker's tests share: one built collector, to which each test adds a site of its own, and the event log that the
 * collector keeps. What stands there is what has arrived.
 */
import path from 'node:path'
import type { BodyOf, EventType } from '../../collector/domain/event.ts'
import type { NewSite, SiteJson } from '@leadtrail/shared/settings'
import Database from 'better-sqlite3'
import { startCollector } from '../served/collector.ts'

/** An event as it stands in the log. */
export type Logged<Type extends EventType = EventType> = {
  readonly id: string
  readonly visitor: string
  readonly at: number
  readonly receivedAt: number
  readonly bot: boolean
} & BodyOf<Type>

export type Ground = {
  /** Where the collector listens. */
  readonly port: number
  readonly addSite: (site: Partial<NewSite>) => Promise<SiteJson>
  /** All events of a site, in the order in which they were taken into the log. */
  readonly events: (siteId: string) => Logged[]
  /** The same in the order of their own times, which is the log's order for everybody who reads it. */
  readonly byTime: (siteId: string) => Logged[]
  /** Why events of the site could not be kept. */
  readonly quarantined: (siteId: string) => string[]
  readonly close: () => Promise<void>
}

/** `env`: what the collector's environment says besides. */
export async function startGround(env: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const collector = await startCollector({ DEMO: 'off', ...env })
  const cookie = await sessionOf(collector.url, collector.email, collector.password)
  const log = new Database(path.join(collector.dataDir, 'leadtrail.db'), { readonly: true })
  const eventsBy = (order: string) => {
    const rows = log.prepare<[string], EventRow>(
      `select event_id as id, visitor_id as visitor, at, received_at as receivedAt, bot, body
       from events where site_id = ? order by ${order}`,
    )
    return (siteId: string): Logged[] =>
      rows.all(siteId).map(({ body, bot, ...rest }) => ({ ...JSON.parse(body), ...rest, bot: bot === 1 }))
  }
  const quarantined = log.prepare<[string], string>('select reason from quarantine where site_id = ?').pluck()
  return {
    port: Number(new URL(collector.url).port),
    addSite: async (site) => {
      const answer = await fetch(`${collector.url}/api/v1/sites`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: collector.url, cookie },
        body: JSON.stringify({ name: 'Shop', domains: ['shop.localhost'], ...site }),
      })
      if (answer.status !== 201) throw new Error(`no site was made: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    events: eventsBy('rowid'),
    byTime: eventsBy('at, event_id'),
    quarantined: (siteId) => quarantined.all(siteId),
    close: async () => {
      log.close()
      await collector.dispose()
    },
  }
}

type EventRow = { id: string; visitor: string; at: number; receivedAt: number; bot: number; body: string }

async function sessionOf(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`signing in was answered with ${answer.status}`)
  return cookies.join('; ')
}
