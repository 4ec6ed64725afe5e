/** The program: what is made on a first start, the threads, the HTTP server, and an orderly end. */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { serve as listen } from '@hono/node-server'
import { crossings } from '../flow/cross.ts'
import { decide } from '../flow/decide.ts'
import { knownSites } from '../flow/known-sites.ts'
import { lending } from '../flow/lend.ts'
import { receiveBrowser, receiveServer } from '../flow/receive.ts'
import { app } from '../http/app.ts'
import { openAuth } from '../http/auth.ts'
import { openArchive, openRegistry, openStore } from '../store/open.ts'
import { realWorld } from '../system/world.ts'
import type { Config } from './config.ts'
import { ensureDemoSite } from './demo-site.ts'
import { startThreads } from './threads.ts'

export type Running = {
  readonly url: string
  readonly setUpLink: string | undefined
  readonly close: () => Promise<void>
}

/** Requests still under way get this long to finish when the program is told to end. */
const GRACE_MS = 5000

/** How long a sender may take over its headers and over its whole request: without this the slow hold every connection. */
const patience = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2000 }

const near = (place: string): string => fileURLToPath(new URL(place, import.meta.url))
/** From collector/dist/main, where this file runs. */
const assets = {
  tracker: near('../../../tracker/dist'),
  dashboard: near('../../../dashboard/dist'),
  demo: near('../../demo-site'),
}

/** Starts the collector; resolves once it answers. */
export async function serve(config: Config): Promise<Running> {
  const world = realWorld(config.logLevel)
  const { port: registry, close: closeRegistry } = openRegistry(config.dataDir)
  const { port: archive, close: closeArchive } = openArchive(config.dataDir)
  const host = new URL(config.baseUrl).hostname
  if (config.demo) await ensureDemoSite(archive, registry, host, world.clock.now())
  const auth = await openAuth({ dataDir: config.dataDir, baseUrl: config.baseUrl, world })
  if (config.admin) await auth.ensureAccount(config.admin.email, config.admin.password)

  let alive = true
  const threads = startThreads(config, await inboxSeqOf(config.dataDir), (error) => {
    alive = false
    world.log.error('a thread has died; the program ends, and goes on where it was when it is started again', {
      error: error.message,
    })
    process.exitCode = 1
    setTimeout(() => process.exit(1), 100)
  })
  const known = knownSites(archive, registry, world.clock)
  const receiving = { inbox: threads, sites: { ...archive, siteOf: known.siteOf }, salts: registry, world }
  // Numbers are lent by the thread that writes: waiting for it here would hold up every sender.
  const numbers = { saltOf: registry.saltOf, lend: threads.lend }
  const deciding = { inbox: threads, settled: threads.settled, archive, reports: threads.reports, world }
  const { fetch } = app({
    receive: {
      fromBrowser: (body, sender) => receiveBrowser(receiving, body, sender),
      fromServer: (site, body) => receiveServer(receiving, site, body),
      settled: threads.settled,
    },
    decide: (site, decision, by) => decide(deciding, site, decision, by),
    cross: crossings({ sites: known, world }),
    lend: lending({ inbox: threads, sites: known, registry: numbers, world }),
    reports: threads.reports,
    sites: archive,
    registry: { ...registry, changeSite: known.changeSite },
    world,
    auth,
    assets,
    config,
    ready: async () => alive && threads.healthy(),
  })
  const server = listen({ fetch, port: config.port, hostname: config.host, serverOptions: patience })
  const close = async () => {
    const closed = server.listening ? once(server, 'close') : undefined
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())])
    await threads.stop()
    auth.close()
    closeRegistry()
    closeArchive()
  }
  try {
    await once(server, 'listening')
  } catch (error) {
    await close()
    throw error
  }
  return { url: config.baseUrl, setUpLink: auth.setUpLink(), close }
}

/** How far the log has read the inbox. */
async function inboxSeqOf(dataDir: string): Promise<number> {
  const { port: store, close } = openStore(dataDir)
  const seq = await store.inboxSeq()
  close()
  return seq
}
