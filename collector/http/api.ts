/** The API: takes each request through the same steps (who, which site, what is asked), then one flow answers. */
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { errorsOf } from '../flow/receive.ts'
import { jsonOf } from './body.ts'
import { type GuardDeps, callerOf, siteAsked } from './guard.ts'
import { type Refusal, otherMethods, problem } from './problem.ts'
import type { Route } from './route.ts'

const BODY_LIMIT = 64 * 1024
const forPeople = {
  why: 'forbidden',
  detail: 'A token may not do this. Sign in to the dashboard, or use the command line.',
} as const
const noQuery = z.strictObject({})

/** Serves the routes. A known path with another method is answered with what it takes. */
export function api(guard: GuardDeps, routes: readonly Route[]): Hono {
  const app = new Hono()
  for (const route of routes) app.on(route.method.toUpperCase(), route.path, (c) => answer(c, guard, route))
  for (const path of new Set(routes.map(({ path }) => path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase())
    const allow = methods.includes('GET') ? [...methods, 'HEAD'].join(', ') : methods.join(', ')
    app.all(path, otherMethods(allow))
  }
  return app
}

async function answer(c: Context, guard: GuardDeps, route: Route): Promise<Response> {
  c.header('cache-control', 'no-store')
  const caller = await callerOf(guard, c)
  if (!caller.ok) return problem(c, caller.failure)
  if (route.peopleOnly && caller.value.via === 'token') return problem(c, forPeople)
  const { site: inQuery, ...rest } = c.req.query()
  const params = c.req.param()
  const named = route.access === 'named-site' ? params['id'] : inQuery
  const site = await siteAsked(guard.sites, route.access, caller.value, named)
  if (!site.ok) return problem(c, site.failure)
  const query = parsed(route.query ?? noQuery, rest, 'A parameter of the address is not right.')
  if (!query.ok) return problem(c, query.failure)
  const body = await bodyOf(c, route, caller.value.via === 'session')
  if (!body.ok) return problem(c, body.failure)
  const asked = { caller: caller.value, site: site.value, params, query: query.value, body: body.value }
  const outcome = await route.handle(asked)
  if (!outcome.ok) return problem(c, outcome.failure)
  return route.status === 204 ? c.body(null, 204) : c.json(outcome.value, route.status ?? 200)
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Refusal }

async function bodyOf(c: Context, route: Route, fromPage: boolean): Promise<Read> {
  if (!route.body) return done(undefined)
  // A form of another site cannot send this type, so it is one more lock on the door of the dashboard.
  if (fromPage && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    return { ok: false, failure: { why: 'unsupported-media', detail: 'Send the body as application/json.' } }
  const json = await jsonOf(c.req.raw, route.bodyLimit ?? BODY_LIMIT)
  return json.ok ? parsed(route.body, json.value, 'The body is not right.') : json
}

function parsed(schema: z.ZodType, value: unknown, detail: string): Outcome<unknown> {
  const result = schema.safeParse(value)
  if (result.success) return done(result.data)
  return failed({ why: 'invalid', detail, errors: errorsOf(result.error) })
}
