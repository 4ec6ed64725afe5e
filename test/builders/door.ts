/**
 * The collector's public door in this process: the real application over the real store in a temporary folder, without
 * threads and sockets. A request is asked with `ask()`, as a server would hand it on.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { siteId, siteKey } from '@leadtrail/shared/ids'
import { instant } from '@leadtrail/shared/time'
import type { Hono } from 'hono'
import type { Site } from '../../collector/domain/event.ts'
import { crossings } from '../../collector/flow/cross.ts'
import { decide } from '../../collector/flow/decide.ts'
import { lending } from '../../collector/flow/lend.ts'
import { receiveBrowser, receiveServer } from '../../collector/flow/receive.ts'
import { reportsOf } from '../../collector/flow/report.ts'
import { workOver } from '../../collector/flow/work.ts'
import { type AppDeps, app } from '../../collector/http/app.ts'
import { type Auth, openAuth } from '../../collector/http/auth.ts'
import type { World } from '../../collector/ports/world.ts'
import { inboxOf, openInbox } from '../../collector/store/inbox.ts'
import { openArchive, openRegistry, openStore } from '../../collector/store/open.ts'
import { platformChance } from '../../collector/system/chance.ts'
import { platformDigest } from '../../collector/system/digest.ts'
import { aWorldLog, type LoggedLine } from './world-log.ts'

export const DOOR_URL = 'http://leads.test'
export const PASSWORD = 'correct horse battery'

type Asking = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>
  /** The other end of the socket. */
  readonly peer?: string
}

export type Door = {
  readonly ask: (path: string, asking?: Asking) => Promise<Response>
  /** The same, by another name of the host. */
  readonly askAt: (base: string, path: string, asking?: Asking) => Promise<Response>
  /** The API with a token, or with the cookie of a signed-in person. */
  readonly api: (
    method: string,
    path: string,
    by: { token?: string; cookie?: string },
    body?: unknown,
  ) => Promise<Response>
  readonly auth: Auth
  readonly addSite: (name: string) => Promise<Site & { readonly token: string }>
  /** Makes an account where there is none and answers the cookie of its session. */
  readonly signIn: () => Promise<string>
  readonly log: readonly LoggedLine[]
  readonly close: () => void
}

/** `with` replaces parts of what the application is given. */
export async function aDoor(
  settings: {
    readonly demo?: boolean
    readonly trustedProxies?: string[]
    /** Whoever asks is a program. */
    readonly bot?: boolean
    readonly with?: Partial<AppDeps>
  } = {},
): Promise<Door> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'leadtrail-door-'))
  const { log, lines } = aWorldLog()
  const world: World = {
    clock: { now: () => instant(Date.now()) },
    chance: platformChance,
    digest: platformDigest,
    log,
    readAgent: () => ({ bot: settings.bot ?? false, device: null }),
  }
  const [store, registry, archive] = [openStore(dataDir), openRegistry(dataDir), openArchive(dataDir)]
  const core = openInbox(path.join(dataDir, 'inbox.db'))
  const inbox = inboxOf(core)
  const auth = await openAuth({ dataDir, baseUrl: DOOR_URL, world })
  const work = workOver({ inbox, store: store.port, clock: world.clock, log })
  const settled = async (seq: number) => {
    while (await work.turn()) continue
    return work.settled(seq)
  }
  const reports = reportsOf(archive.port)
  const receiving = { inbox, sites: archive.port, salts: registry.port, world }
  const application = app({
    receive: {
      fromBrowser: (body, sender) => receiveBrowser(receiving, body, sender),
      fromServer: (site, body) => receiveServer(receiving, site, body),
      settled,
    },
    decide: (site, decision, by) =>
      decide({ inbox, settled, archive: archive.port, reports, world }, site, decision, by),
    cross: crossings({ sites: archive.port, world }),
    lend: lending({ inbox, sites: archive.port, registry: registry.port, world }),
    reports,
    sites: archive.port,
    registry: registry.port,
    world,
    auth,
    assets: assetsIn(dataDir),
    config: { baseUrl: DOOR_URL, demo: settings.demo ?? true, trustedProxies: settings.trustedProxies ?? [] },
    ready: async () => true,
    ...settings.with,
  })
  const addSite = async (name: string) => {
    const ids = { id: siteId(`site_${name}`), key: siteKey(`pk_${name}`) }
    const place = { domains: [`${name}.example`], currency: 'DKK', timeZone: 'Europe/Copenhagen' }
    const site = { ...place, name, consent: 'granted' } as const
    const made = await registry.port.addSite(site, ids, world.clock.now())
    const token = `lt_token-of-the-site-${name}`
    await registry.port.addToken(made.id, world.digest.sha256(token), 'test', world.clock.now())
    return { ...made, token }
  }
  const askAt = asker(application)
  const ask: Door['ask'] = (address, asking) => askAt(DOOR_URL, address, asking)
  return {
    ask,
    askAt,
    addSite,
    auth,
    log: lines,
    api: (method, address, { token, cookie }, body) =>
      ask(`/api/v1/${address}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(cookie ? { cookie, 'sec-fetch-site': 'same-origin' } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async signIn() {
      await auth.ensureAccount('owner@example.com', PASSWORD)
      const entered = await auth.signIn({ email: 'owner@example.com', password: PASSWORD }, '192.0.2.1')
      if (!entered.ok) throw new Error(entered.why)
      return entered.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    },
    close() {
      for (const each of [auth, core, archive, registry, store]) each.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function asker(application: Hono): Door['askAt'] {
  return async (base, address, { peer = '127.0.0.1', ...init } = {}) => {
    // Requests come over sockets, each in a turn of its own.
    await new Promise((resolve) => setImmediate(resolve))
    return application.request(base + address, init, { incoming: { socket: { remoteAddress: peer } } })
  }
}

function assetsIn(folder: string): AppDeps['assets'] {
  const dashboard = path.join(folder, 'dashboard')
  mkdirSync(dashboard)
  writeFileSync(path.join(dashboard, 'app.js'), 'document.title = "Leadtrail"')
  writeFileSync(path.join(dashboard, 'app.css'), 'body { margin: 0 }')
  for (const name of ['lt.js', 'lt-more.js', 'lt-full.js'])
    writeFileSync(path.join(folder, name), `window.lt = function () {} // ${'a tracker '.repeat(100)}`)
  return { tracker: folder, dashboard, demo: fileURLToPath(new URL('../../collector/demo-site', import.meta.url)) }
}
