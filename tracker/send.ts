/** One batch on its way: plain text, so that no browser asks first (no preflight). */

const longestAnswer = 30_000

/**
 * Posts, and answers 0 when the collector has answered for good: it keeps the batch, or never will (4xx). Else how many ms
 * to wait, at least. A captive portal's 200 is no answer. `cookies`: a collector on the site's own domain sees the
 * visitor's, and sets it again.
 */
export async function post(address: string, body: string, keepalive: boolean, cookies: boolean): Promise<number> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      keepalive,
      credentials: cookies ? 'include' : 'omit',
      // A request that hangs would hold what it carries for ever. (Not in Safari before 16.)
      signal: AbortSignal.timeout && AbortSignal.timeout(longestAnswer),
    })
    const { status } = answer
    if (status === 202 ? 'accepted' in (await answer.json()) : /^4(?!08|29)/.test(status + '')) return 0
    return +(answer.headers.get('retry-after') || 0) * 1000 || 1
  } catch {
    return 1
  }
}
