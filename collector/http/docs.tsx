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
                <td>{status}</td>
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
  const operation = description.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method]
  const parameters = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query')
  return (
    <>
      <h2>
        <code>
          {route.method.toUpperCase()} {route.path.replaceAll(/:(\w+)/g, '{$1}')}
        </code>
      </h2>
      <p>
        {route.summary}. <span class="quiet">With a {whoMay[route.access]}.</span>
      </p>
      {parameters.length > 0 && (
        <div class="scroll">
          <table>
            <tbody>
              {parameters.map(({ name, schema }) => (
                <tr>
                  <td>
                    <code>{name}</code>
                  </td>
                  <td>{wordsOf(schema)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

type Described = { readonly enum?: readonly unknown[]; readonly default?: unknown; readonly description?: string }

function wordsOf(schema: unknown): string {
  const { enum: values, default: usual, description } = (typeof schema === 'object' ? schema : {}) as Described
  const parts = [description, values?.join(', '), usual === undefined ? undefined : `usually ${JSON.stringify(usual)}`]
  return parts.filter((part) => part !== undefined).join('; ')
}
