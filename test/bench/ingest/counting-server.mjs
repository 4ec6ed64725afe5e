/**
 * The same handler without a database, to compare with: the collector's own web application and checks, before an inbox
 * that only counts and answers at once, and a site that is known already. It ends with the program that started it.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { receiveBrowser } from '../../../collector/dist/flow/receive.js'
import { app } from '../../../collector/dist/http/app.js'
import { defaultRules } from '../../../collector/dist/domain/default-rules.js'
import { realWorld } from '../../../collector/dist/system/world.js'

/** The collector's own dependency, not ours. */
const { serve } = createRequire(new URL('../../../collector/package.json', import.meta.url))('@hono/node-server')

const near = (place) => fileURLToPath(new URL(`../../../${place}`, import.meta.url))
const world = realWorld('error')
const site = {
  id: 'site_demo',
  key: 'demo',
  name: 'Nordbor',
  domains: ['nordbor.example'],
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  consent: 'granted',
  rulesVersion: 1,
  rules: defaultRules({}),
  numberPools: [],
}
let taken = 0
const receiving = {
  inbox: { append: async () => (taken += 1) },
  sites: { siteOf: async (key) => (key === site.key ? site : undefined) },
  salts: {},
  world,
}
const { fetch } = app({
  receive: { fromBrowser: (body, sender) => receiveBrowser(receiving, body, sender) },
  sites: receiving.sites,
  registry: {},
  reports: {},
  auth: {},
  world,
  assets: {
    tracker: near('tracker/dist/lt.js'),
    dashboard: near('dashboard/dist'),
    demo: near('collector/demo-site'),
  },
  config: { baseUrl: 'http://127.0.0.1', demo: false, trustedProxies: [] },
  ready: async () => true,
})
const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => {
  server.close()
  process.exit()
})
