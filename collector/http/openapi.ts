/** The description of the API (OpenAPI 3.1), made from its routes. */
import { z } from 'zod'
import { sessionCookieAt } from './accounts.ts'
import { problemKinds } from './problem.ts'
import type { Access, Route } from './route.ts'

const schemaOf = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return described
}

const security: Readonly<Record<Access, readonly Record<string, []>[]>> = {
  caller: [{ token: [] }, { session: [] }],
  person: [{ session: [] }],
  site: [{ token: [] }, { session: [] }],
  'named-site': [{ token: [] }, { session: [] }],
  token: [{ token: [] }],
}

const siteParameter = {
  name: 'site',
  in: 'query',
  required: false,
  description: 'Id or key of the site. Needed with a sign-in; a token has its own.',
  schema: { type: 'string' },
}

export function openApi(routes: readonly Route[], baseUrl: string) {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leadtrail',
      version: '1',
      description:
        'Money is {amount, currency} with the amount in minor units. Times are ISO 8601 in UTC, days are of the site’s time zone. Ids are opaque. Every refusal is application/problem+json.',
    },
    servers: [{ url: new URL('/api/v1', baseUrl).href }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of one site, made with `leadtrail token add`.' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieAt(baseUrl) },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function operationOf(route: Route) {
  const body = route.describedBody ?? route.body
  const status = String(route.status ?? 200)
  return {
    summary: route.summary,
    operationId: `${route.method}${route.path.replaceAll(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    security: security[route.peopleOnly ? 'person' : route.access],
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    responses: {
      [status]: {
        description: status === '204' ? 'Done' : 'The answer',
        ...(route.answer ? { content: { 'application/json': { schema: schemaOf(route.answer) } } } : {}),
      },
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parametersOf(route: Route) {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = route.query ? z.toJSONSchema(route.query, { io: 'input' }) : {}
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  const asksSite = route.access === 'site' || route.access === 'token'
  return [...inPath, ...(asksSite ? [siteParameter] : []), ...inQuery]
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', enum: problemKinds.map(({ type }) => type) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
