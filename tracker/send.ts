/** One batch on its way: plain text, so that no browser asks first (no preflight), and without cookies. */

/**
 * Posts and waits. True when the collector has answered for good: it keeps the batch, or never will (4xx). A captive
 * portal's 200 is no answer.
 */
export async function post(address: string, body: string, keepalive: boolean): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'POST', body, keepalive, credentials: 'omit' })
    const { status } = answer
    if (status === 202) return 'accepted' in (await answer.json())
    return /^4(?!08|29)/.test(String(status))
  } catch {
    return false
  }
}

/** Leaves the batch to the browser; false when it will not take it. */
export function beacon(address: string, body: string): boolean {
  return !!navigator.sendBeacon && navigator.sendBeacon(address, body)
}
