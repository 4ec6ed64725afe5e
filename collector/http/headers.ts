/** Security headers: what a browser may do with our answers, on every one of them, refusals included. */
import type { MiddlewareHandler } from 'hono'

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

/** For all that the collector answers to its own pages and to programs. */
export function securityHeaders(baseUrl: string): MiddlewareHandler {
  const always: Record<string, string> = {
    'content-security-policy': ours,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not no-referrer: with that a browser would send our own forms without their origin.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  const entries = Object.entries(always)
  return async (c, next) => {
    for (const [name, value] of entries) c.header(name, value)
    await next()
  }
}

/** For the demo's pages. */
export const demoHeaders: MiddlewareHandler = async (c, next) => {
  c.header('content-security-policy', demo)
  c.header('referrer-policy', 'strict-origin-when-cross-origin')
  await next()
}

/** For what other sites' pages load and send to: any origin, never with credentials. */
export const openToAll: MiddlewareHandler = async (c, next) => {
  c.header('access-control-allow-origin', '*')
  c.header('cross-origin-resource-policy', 'cross-origin')
  await next()
}
