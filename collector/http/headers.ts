/** Security headers: what a browser may do with our answers, on every one of them, refusals included. */
import type { Context, Handler, MiddlewareHandler } from 'hono'

const ours = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The demo is a site like any other: its brochure may open in the browser's own viewer. */
const demo = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export type Headers = Readonly<Record<string, string>>

/** For all that the collector answers to its own pages and to programs. */
export function securityHeaders(baseUrl: string): Headers {
  return {
    'content-security-policy': ours,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not no-referrer: with that a browser would send our own forms without their origin.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** For the demo's pages, in place of some of those. */
export const demoHeaders: Headers = {
  'content-security-policy': demo,
  'referrer-policy': 'strict-origin-when-cross-origin',
}

/** For what other sites' pages load and send to: any origin, never with credentials. */
export const openToAll: Headers = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/**
 * For what the tag sends to: any origin, which is named so that it may send with the cookies of a domain that the collector
 * shares. No answer here tells anything that a cookie opens.
 */
export function openTo(origin: string | undefined): Headers {
  return {
    'access-control-allow-origin': origin ?? '*',
    ...(origin === undefined ? {} : { 'access-control-allow-credentials': 'true' }),
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
    'cross-origin-resource-policy': 'cross-origin',
  }
}

/** The tag's own requests need no preflight; those of a sender that names its JSON get their answer. */
export const preflight: Handler = (c) => {
  c.header('access-control-allow-methods', 'POST')
  c.header('access-control-allow-headers', 'content-type')
  c.header('access-control-max-age', '86400')
  return c.body(null, 204)
}

/** Puts headers on every answer that follows, refusals included. */
export function withHeaders(headers: Headers): MiddlewareHandler {
  return async (c, next) => {
    setHeaders(c, headers)
    await next()
  }
}

export function setHeaders(c: Context, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}
