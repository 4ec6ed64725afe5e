/**
 * Routes of the API as data: what each takes, who may ask and what it answers. The server, its refusals and the
 * description of the API all come from the same list.
 */
import type { Outcome } from '@leadtrail/shared/failure'
import type { z } from 'zod'
import type { Site } from '../domain/event.ts'
import type { User } from './accounts.ts'

/** Who asks: a person signed in to the dashboard, or a program with the token of one site. */
export type Caller = { readonly via: 'session'; readonly user: User } | { readonly via: 'token'; readonly site: Site }

/**
 * Who may ask, and about which site: `caller` anybody known; `person` only the dashboard; `site` needs a site (`?site=`, or
 * the token's own); `named-site` takes it from `:id` of the path; `token` only a token, about its site.
 */
export type Access = 'caller' | 'person' | 'site' | 'named-site' | 'token'

export type Asked<Query, Body, Of extends Access = Access> = {
  readonly caller: Caller
  readonly site: Of extends 'caller' | 'person' ? undefined : Site
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
}

type Definition<Query, Body, Answer, Of extends Access> = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Below /api/v1, parameters as `:name`. */
  readonly path: string
  readonly summary: string
  readonly access: Of
  /** No token opens it: it decides where personal data goes, or what figures mean. */
  readonly peopleOnly?: true
  readonly query?: z.ZodObject & z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** What the description says of the body, where it knows more than what is parsed here. */
  readonly describedBody?: z.ZodType
  /** In bytes; 64 KiB unless it says otherwise. */
  readonly bodyLimit?: number
  readonly status?: 200 | 201 | 204
  readonly answer?: z.ZodType<unknown, Answer>
  readonly handle: (asked: Asked<Query, Body, Of>) => Promise<Outcome<Answer>>
}

/** A route whose kinds of query, body and answer are forgotten: its schemas have checked what its handler gets. */
export type Route = Definition<unknown, unknown, unknown, Access>

/** Makes a route; the schemas give the handler its types. */
export function route<const Of extends Access, Query = unknown, Body = undefined, Answer = undefined>(
  definition: Definition<Query, Body, Answer, Of>,
): Route {
  return definition as unknown as Route
}
