/** The web application: every address of the collector, put together from what it is given. */
import { Hono } from 'hono'
import type { Cross } from '../flow/cross.ts'
import type { Decide } from '../flow/decide.ts'
import type { Lend } from '../flow/lend.ts'
import type { Reports } from '../flow/report.ts'
import type { Archive, Registry } from '../ports/store.ts'
import type { World } from '../ports/world.ts'
import { api } from './api.ts'
import { asked } from './asked.ts'
import type { Auth } from './auth.ts'
import { type Receive, collect } from './collect.ts'
import { type Counters, counters } from './counters.ts'
import { dashboard } from './dashboard.tsx'
import { deliveries } from './deliveries.ts'
import { demo } from './demo.ts'
import { destinations } from './destinations.ts'
import { docs } from './docs.tsx'
import { events } from './events.ts'
import { securityHeaders, setHeaders, withHeaders } from './headers.ts'
import { health } from './health.ts'
import { leads } from './leads.ts'
import { me } from './me.ts'
import { problem } from './problem.ts'
import { reports } from './reports.ts'
import type { Route } from './route.ts'
import { senders } from './sender.ts'
import { signIn } from './sign-in.tsx'
import { sites } from './sites.ts'
import { tag } from './tag.ts'

export type AppDeps = {
  readonly receive: Receive
  readonly decide: Decide
  readonly cross: Cross
  readonly lend: Lend
  readonly reports: Reports
  readonly sites: Pick<Archive, 'sites' | 'siteOf' | 'siteOfToken' | 'destinations'>
  readonly registry: Registry
  readonly world: World
  readonly auth: Auth
  /** The folders of the tracker's scripts, the dashboard and the demo. */
  readonly assets: { readonly tracker: string; readonly dashboard: string; readonly demo: string }
  readonly config: { readonly baseUrl: string; readonly demo: boolean; readonly trustedProxies: readonly string[] }
  readonly ready: () => Promise<boolean>
}

export function app(deps: AppDeps): Hono {
  const { receive, auth, assets, config, world } = deps
  const { baseUrl } = config
  const counted = counters()
  const senderOf = senders(config.trustedProxies)
  const routes = apiRoutes(deps, counted)
  const guard = { auth, sites: deps.sites, digest: world.digest, baseUrl }

  const all = new Hono()
  const headers = securityHeaders(baseUrl)
  all.route(
    '/e',
    collect({ receive, senderOf, counted, headers, clock: world.clock, secure: baseUrl.startsWith('https:') }),
  )
  all.use(withHeaders(headers))
  all.route('/', asked({ '/x': deps.cross, '/n': deps.lend }, senderOf))
  all.route('/', tag({ folder: assets.tracker, sites: deps.sites }))
  all.route('/', health({ ready: deps.ready, counted }))
  all.route('/', docs(routes, baseUrl))
  all.route('/api/v1', api(guard, routes))
  all.route('/', signIn({ auth, baseUrl, senderOf }))
  if (config.demo) all.route('/', demo(assets.demo))
  all.route('/', dashboard({ auth, folder: assets.dashboard }))
  all.notFound((c) => problem(c, { why: 'not-found', detail: 'There is nothing at this address.' }))
  all.onError((error, c) => {
    counted.failures += 1
    setHeaders(c, headers)
    const number = world.chance.id()
    // Neither the message nor the address: either may hold what a visitor wrote.
    const place = error.stack?.split('\n    at ').slice(1, 6).join(' < ') ?? ''
    world.log.error('unexpected error', { number, name: error.name, method: c.req.method, place })
    return problem(c, { why: 'internal', detail: `This is a mistake of ours. The log knows it as ${number}.` })
  })
  return all
}

/** The list from which the API and its description are made. */
export function apiRoutes(
  deps: Omit<AppDeps, 'auth' | 'assets' | 'ready' | 'cross' | 'lend'>,
  counted: Counters,
): readonly Route[] {
  const { world, registry } = deps
  const { clock } = world
  return [
    ...me(),
    ...sites({ sites: deps.sites, registry, reports: deps.reports, world, baseUrl: deps.config.baseUrl }),
    ...leads({ reports: deps.reports, decide: deps.decide }),
    ...reports({ reports: deps.reports, clock }),
    ...destinations({ sites: deps.sites, registry, world }),
    ...deliveries({ reports: deps.reports, registry, clock }),
    ...events({ receive: deps.receive, counted }),
  ]
}
