/** The one closed union of expected failures. At the HTTP door each becomes problem+json (RFC 9457). */
export type Failure =
  | { readonly why: 'malformed'; readonly detail: string }
  | { readonly why: 'invalid'; readonly detail: string; readonly errors: readonly FieldError[] }
  | { readonly why: 'too-large'; readonly detail: string }
  | { readonly why: 'unknown-site'; readonly detail: string }
  | { readonly why: 'unauthenticated'; readonly detail: string }
  | { readonly why: 'forbidden'; readonly detail: string }
  | { readonly why: 'not-found'; readonly detail: string }
  | { readonly why: 'conflict'; readonly detail: string }
  | { readonly why: 'too-often'; readonly detail: string; readonly retryAfterSeconds: number }
  | { readonly why: 'unavailable'; readonly detail: string; readonly retryAfterSeconds: number }

/** What is wrong, and where: a path such as `events[3].at`. */
export type FieldError = { readonly path: string; readonly message: string }

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
})
