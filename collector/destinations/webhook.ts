/**
 * The webhook courier: a signed JSON request by Standard Webhooks 1.0. The lead's document goes out whole; of the
 * answer only its status counts.
 */
import { Webhook } from 'standardwebhooks'
import type { Instant } from '@leadtrail/shared/time'
import type { Courier, Delivered, Parcel } from '../ports/courier.ts'
import { linkOf } from './link.ts'
import { oneLine } from './text.ts'

export type WebhookOptions = {
  /** The collector's own address, for the link to the lead. */
  readonly baseUrl: string
  /** Of Leadtrail, for the user agent. */
  readonly version: string
  readonly timeoutMs?: number
}

/** The specification recommends 15 to 30 s. */
const TIMEOUT = 15_000
/** Longest detail that is kept of an attempt. */
const DETAIL = 200

/**
 * Sends each parcel as one POST. A 2xx is success; a redirect is a failure (it could lead anywhere); 410 says never to
 * come again; 429 and 503 may say when.
 */
export function webhookCourier({ baseUrl, version, timeoutMs = TIMEOUT }: WebhookOptions): Courier {
  return {
    deliver: async (parcel) => {
      const { to, secret } = parcel.destination
      if (!isWebAddress(to)) return { ok: false, detail: 'Not an http(s) address without a password', gone: true }
      if (!secret) return { ok: false, detail: 'The destination has no secret to sign with' }
      const body = bodyOf(parcel, baseUrl)
      const headers = { ...signed(parcel, body, secret), 'user-agent': `Leadtrail/${version}` }
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const response = await fetch(to, { method: 'POST', headers, body, redirect: 'manual', signal })
        return await outcomeOf(response, parcel.at)
      } catch (error) {
        return { ok: false, detail: causeOf(error, timeoutMs) }
      }
    },
  }
}

/** The same bytes on every attempt: its time is that of the lead, not of the attempt. */
function bodyOf({ handover }: Parcel, baseUrl: string): string {
  const { news, lead, journey, answers, reasons, site } = handover
  const data = { lead, journey, answers, reasons, site, link: linkOf(baseUrl, handover) }
  return JSON.stringify({ type: news, timestamp: news === 'lead.created' ? lead.openedAt : lead.activeAt, data })
}

function signed({ id, at }: Parcel, body: string, secret: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
  }
}

function isWebAddress(to: string): boolean {
  if (!URL.canParse(to)) return false
  const { protocol, username, password } = new URL(to)
  return (protocol === 'http:' || protocol === 'https:') && !username && !password
}

async function outcomeOf(response: Response, at: Instant): Promise<Delivered> {
  const { status, ok, headers } = response
  // What it says is not read: an address inside the network must not be read out through its answers.
  await response.body?.cancel().catch(() => undefined)
  if (ok) return { ok: true, detail: String(status) }
  const detail = oneLine([status, headers.get('content-type')].filter(Boolean).join(' '), DETAIL)
  if (status === 410) return { ok: false, detail, gone: true }
  const wait = status === 429 || status === 503 ? secondsOf(headers.get('retry-after'), at) : undefined
  return wait === undefined ? { ok: false, detail } : { ok: false, detail, retryAfterSeconds: wait }
}

/** Retry-After as RFC 9110 10.2.3 has it: seconds, or a date. */
function secondsOf(retryAfter: string | null, at: Instant): number | undefined {
  if (retryAfter === null) return undefined
  if (/^\s*\d{1,9}\s*$/.test(retryAfter)) return Number(retryAfter)
  const until = Date.parse(retryAfter)
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - at) / 1000))
}

/** Why no answer came, in words that name nobody: fetch hides the reason in the error's cause. */
function causeOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'No answer'
  if (error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} s`
  const { cause } = error
  const reason =
    cause instanceof Error
      ? 'code' in cause && typeof cause.code === 'string'
        ? cause.code
        : cause.message
      : error.name
  return oneLine(`No connection: ${reason}`, DETAIL)
}
