/** Problem documents (RFC 9457): every refusal says in the same form what is wrong and where. */
import type { Failure, FieldError } from '@leadtrail/shared/failure'
import type { Problem } from '@leadtrail/shared/reports'
import type { Context, Handler } from 'hono'

/** Failures of the flows, and those that only HTTP knows. */
export type Refusal =
  | Failure
  | { readonly why: 'method-not-allowed'; readonly detail: string; readonly allow: string }
  | { readonly why: 'unsupported-media'; readonly detail: string }
  | { readonly why: 'internal'; readonly detail: string }

const kinds = {
  malformed: { status: 400, title: 'The body cannot be read' },
  invalid: { status: 400, title: 'Something in the request is not right' },
  'too-large': { status: 413, title: 'Too much at once' },
  'unknown-site': { status: 404, title: 'Unknown site' },
  unauthenticated: { status: 401, title: 'Sign in or send a token' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'It is not in a state for that' },
  'too-often': { status: 429, title: 'Too often' },
  unavailable: { status: 503, title: 'Come again soon' },
  'method-not-allowed': { status: 405, title: 'Not with this method' },
  'unsupported-media': { status: 415, title: 'Not in this form' },
  internal: { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<Refusal['why'], { status: number; title: string }>

/** Every kind of problem with its status and title, for the description of the API. */
export const problemKinds = Object.entries(kinds).map(([why, kind]) => ({ type: typeOf(why), ...kind }))

function typeOf(why: string): string {
  return `urn:leadtrail:problem:${why}`
}

/** The answer to a request that is refused. */
export function problem(c: Context, refusal: Refusal): Response {
  const { status, title } = kinds[refusal.why]
  const errors: { errors?: readonly FieldError[] } = refusal.why === 'invalid' ? { errors: refusal.errors } : {}
  const document: Problem = { type: typeOf(refusal.why), title, status, detail: refusal.detail, ...errors }
  if ('retryAfterSeconds' in refusal) c.header('retry-after', String(refusal.retryAfterSeconds))
  if (refusal.why === 'unauthenticated') c.header('www-authenticate', 'Bearer')
  if (refusal.why === 'method-not-allowed') c.header('allow', refusal.allow)
  c.header('cache-control', 'no-store')
  return c.body(JSON.stringify(document), status, { 'content-type': 'application/problem+json' })
}

/** For a path that is served, but not with this method. Stands behind those it is served with. */
export function otherMethods(allow: string): Handler {
  return (c) => problem(c, { why: 'method-not-allowed', detail: `Here only ${allow} is served.`, allow })
}
