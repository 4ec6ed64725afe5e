/**
 * The mail courier: one mail per parcel over SMTP, in text and HTML, to the address that the site's owner chose. Nothing a
 * stranger wrote reaches a header but the subject, and that as one cleaned line.
 */
import { createTransport } from 'nodemailer'
import type { Courier, Delivered, Parcel } from '../ports/courier.ts'
import { letterPage } from './letter-page.tsx'
import { letterText } from './letter-text.ts'
import { letterOf } from './letter.ts'
import { oneLine } from './text.ts'

export type MailOptions = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them; undefined where none is set. */
  readonly smtpUrl: string | undefined
  readonly from: string
  /** The collector's own address, for the link to the lead. */
  readonly baseUrl: string
  readonly timeoutMs?: number
}

/** For the connection, the greeting, and each silence after that. */
const TIMEOUT = 15_000
/** Longest detail that is kept of an attempt. */
const DETAIL = 200

/** Sends each parcel as one mail. Without a mail server every attempt fails with the reason, so that it is seen and mended. */
export function mailCourier({ smtpUrl, from, baseUrl, timeoutMs = TIMEOUT }: MailOptions): Courier {
  if (!smtpUrl) return { deliver: () => Promise.resolve(unset) }
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = createTransport({ url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  return {
    deliver: async (parcel) => {
      const message = await messageOf(parcel, from, baseUrl)
      try {
        const { response } = await transport.sendMail(message)
        return { ok: true, detail: oneLine(response, DETAIL) }
      } catch (error) {
        return { ok: false, detail: oneLine(reasonOf(error, timeoutMs), DETAIL) }
      }
    },
  }
}

const unset: Delivered = { ok: false, detail: 'SMTP_URL is not set: the collector has no mail server to send through' }

/** The Message-ID is made of the parcel's id: a mail that comes twice after a broken connection is recognised as one. */
async function messageOf({ id, destination, handover, at }: Parcel, from: string, baseUrl: string) {
  const letter = letterOf(handover, baseUrl)
  const domain = domainOf(from, baseUrl)
  return {
    from,
    to: { name: '', address: destination.to },
    subject: letter.subject,
    messageId: `<${id}@${domain}>`,
    date: new Date(at),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<${handover.site.id}.leadtrail.${domain}>`,
    },
    text: letterText(letter),
    html: await letterPage(letter),
  }
}

function domainOf(from: string, baseUrl: string): string {
  const [, domain] = /@([a-z\d.-]+)/i.exec(from) ?? []
  return domain ?? new URL(baseUrl).hostname
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'The mail server gave no reason'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ETIMEDOUT') return `No answer from the mail server within ${timeoutMs / 1000} s`
  return code ? `${code}: ${error.message}` : error.message
}
