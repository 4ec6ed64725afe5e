/** The description of the API, for programs and for people. */
import { Hono } from 'hono'
import { openApi } from './openapi.ts'
import { page } from './page.tsx'
import { otherMethods, problemKinds } from './problem.ts'
import type { Access, Route } from './route.ts'

/** `/api/v1/openapi.json` and `/api/docs`. */
export function docs(routes: readonly Route[], baseUrl: string): Hono {
  const app = new Hono()
  const description = openApi(routes, baseUrl)
  app.get('/api/v1/openapi.json', (c) => c.json(description, 200, { 'cache-control': 'no-cache' }))
  app.get('/api/docs', (c) =>
    page(c, 200, { title: 'API', wide: true, children: <Docs routes={routes} description={description} /> }),
  )
  for (const path of ['/api/v1/openapi.json', '/api/docs']) app.all(path, otherMethods('GET, HEAD'))
  return app
}

const whoMay: Readonly<Record<Access, string>> = {
  caller: 'token or sign-in',
  person: 'sign-in',
  site: 'token, or sign-in with ?site=',
  'named-site': 'token or sign-in',
  token: 'token',
}

type DocsProps = { readonly routes: readonly Route[]; readonly description: ReturnType<typeof openApi> }

function Docs({ routes, description }: DocsProps) {
  const [server] = description.servers
  return (
    <>
      <h1>The API</h1>
      <p>{description.info.description}</p>
      <p>
        Every path stands below <code>{server?.url}</code>. The same as{' '}
        <a href="/api/v1/openapi.json">OpenAPI 3.1 for programs</a>, with the form of every answer. A token belongs to
        one site: <code>npm run leadtrail -- token add --site KEY</code>, then send{' '}
        <code>Authorization: Bearer lt_…</code>.
      </p>
      {routes.map((route) => (
        <RouteDocs route={route} description={description} />
      ))}
      <h2>Refusals</h2>
      <div class="scroll">
        <table>
          <tbody>
            {problemKinds.map(({ type, status, title }) => (
              <tr>
                <th scope="row">{status}</th>
                <td>
                  <code>{type}</code>
                </td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function RouteDocs({ route, description }: { readonly route: Route; readonly description: DocsProps['description'] }) {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
  const operation = description.paths[path]?.[route.method]
  const asked = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const body = operation?.requestBody?.content['application/json'].schema
  return (
    <>
      <h2>
        <code>
          {route.method.toUpperCase()} {path}
        </code>
      </h2>
      <p>
        {route.summary}. <span class="quiet">With a {whoMay[route.peopleOnly ? 'person' : route.access]}.</span>
      </p>
      <Fields title="Parameters" fields={asked.map(({ name, schema }) => [name ?? '', wordsOf(schema)])} />
      <Fields title="Body" fields={fieldsOf(body)} />
    </>
  )
}

type Field = readonly [name: string, words: string]

function Fields({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null
  return (
    <div class="scroll">
      <table>
        <tbody>
          {fields.map(([name, words], place) => (
            <tr>
              {place === 0 && (
                <th scope="rowgroup" rowspan={fields.length}>
                  {title}
                </th>
              )}
              <td>
                <code>{name}</code>
              </td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Described = {
  readonly type?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly oneOf?: readonly unknown[]
}
const described = (schema: unknown): Described => (typeof schema === 'object' && schema ? schema : {})

/** The fields of an object, or of each of the objects that a body may be. */
function fieldsOf(schema: unknown): Field[] {
  const { properties = {}, oneOf = [] } = described(schema)
  const own = Object.entries(properties).map(([name, field]): Field => [name, wordsOf(field)])
  return [...own, ...oneOf.flatMap(fieldsOf)]
}

function wordsOf(schema: unknown): string {
  const { type, enum: values, const: only, default: usual, description } = described(schema)
  const form = values?.join(', ') ?? (only === undefined ? typeof type === 'string' && type : JSON.stringify(only))
  const parts = [description, form, usual !== undefined && `usually ${JSON.stringify(usual)}`]
  return parts.filter((part) => typeof part === 'string').join('; ')
}
