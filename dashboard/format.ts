/**
 * How figures and moments are written: money in the site's currency, times on the site's clock. Amounts arrive in minor
 * units and leave as text; nothing is calculated with what stands here.
 */
import type { Credit } from '@leadtrail/shared/reports'
import type { Money } from '@leadtrail/shared/money'

const LOCALE = 'en-GB'
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Intl's formatters cost far more to make than to use. */
function kept<Settings extends object, Format>(make: (settings: Settings) => Format): (settings: Settings) => Format {
  const formats = new Map<string, Format>()
  return (settings) => {
    const key = JSON.stringify(settings)
    const format = formats.get(key) ?? make(settings)
    formats.set(key, format)
    return format
  }
}
const numbers = kept((settings: Intl.NumberFormatOptions) => new Intl.NumberFormat(LOCALE, settings))
const dates = kept((settings: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, settings))

/** How many decimals the currency's minor unit has; two for a currency nobody knows. */
export function decimalsOf(currency: string): number {
  try {
    return numbers({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** `22,500.00`: every decimal, without the currency, for columns that name it in their head. */
export function exact({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  return numbers({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount / 10 ** decimals)
}

/** `22,500 DKK`, and `22,500.50 DKK` where there is something behind the point. */
export function money({ amount, currency }: Money): string {
  const text = exact({ amount, currency })
  const whole = amount % 10 ** decimalsOf(currency) === 0
  return `${whole ? text.replace(/\.0+$/, '') : text}\u00a0${currency}`
}

export const number = (value: number): string => numbers({ maximumFractionDigits: 0 }).format(value)

/** Money exactly, a number of leads to two decimals where it is no whole one. */
export const credit = (value: Credit): string =>
  typeof value === 'number' ? numbers({ maximumFractionDigits: 2 }).format(value) : exact(value)

export const amountOf = (value: Credit): number => (typeof value === 'number' ? value : value.amount)

/** `12.5 %` of a whole; a dash where the whole is nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–'
  if (part > 0 && part / whole < 0.0005) return '< 0.1\u00a0%'
  const format = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return `${format.format((100 * part) / whole)}\u00a0%`
}

/** `+15` and `−5`. */
export function signed(points: number): string {
  return points < 0 ? `−${number(-points)}` : `+${number(points)}`
}

/** `1 lead`, `12 leads`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

/** `14 Mar 2026`. */
export const day = (iso: string, timeZone: string): string =>
  dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(Date.parse(iso))

/** `10:05`. */
export const clock = (iso: string, timeZone: string): string =>
  dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(Date.parse(iso))

/** `14 Mar 2026, 10:05`. */
export const moment = (iso: string, timeZone: string): string => `${day(iso, timeZone)}, ${clock(iso, timeZone)}`

/** A calendar day, `2026-03-14`, as people write it. */
export const calendarDay = (text: string): string => day(`${text}T12:00:00Z`, 'UTC')

/** How long something took or lay apart: `under a minute`, `4 min`, `2 h 5 min`, `3 days`. */
export function span(ms: number): string {
  if (ms < MINUTE) return 'under a minute'
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  if (ms < 10 * HOUR && minutes > 0) return `${Math.floor(ms / HOUR)} h ${minutes} min`
  if (ms < DAY) return counted(Math.floor(ms / HOUR), 'hour')
  if (ms < 60 * DAY) return counted(Math.floor(ms / DAY), 'day')
  return counted(Math.floor(ms / (30.44 * DAY)), 'month')
}

/** How long ago, for a glance: `just now`, `4 min ago`, `3 days ago`. */
export function ago(iso: string, now: number): string {
  const ms = now - Date.parse(iso)
  return ms < MINUTE ? 'just now' : `${span(ms)} ago`
}

/**
 * The minor units a person means by `150,000`, `150.000,50` or `150 000`; null where it is no amount. A single mark
 * before exactly three digits groups thousands: nobody writes a currency with three decimals by accident.
 */
export function minorOf(text: string, currency: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/g, '')
  const shape = /^(\d{1,15}|\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(bare)
  if (!shape) return null
  const [, whole = '', grouping, point, fraction = ''] = shape
  const decimals = decimalsOf(currency)
  if ((grouping !== undefined && grouping === point) || fraction.length > decimals) return null
  const amount = Number(whole.replaceAll(/[.,]/g, '') + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}

/** Minor units as a field shows them: `150000` or `150000.50`. */
export function majorOf(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return (amount / 10 ** decimals).toFixed(decimals).replace(/\.0+$/, '')
}

/** The part (0 to 1) a person means by `35`, `12,5` or `35 %`; null where it is no percentage. */
export function rateOf(text: string): number | null {
  const shape = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text.trim())
  if (!shape) return null
  const millionths = Math.round(Number((shape[1] ?? '').replace(',', '.')) * 10_000)
  return millionths <= 1_000_000 ? millionths / 1_000_000 : null
}

/** A rate as a field shows it: `35`. */
export const percentOf = (rate: number): string => String(Math.round(rate * 1_000_000) / 10_000)

/** What is left of an amount after rates, rounded half up once at the end: the collector's own rule, shown while typing. */
export function afterRates(amount: number, rates: readonly number[]): number {
  const scale = 1_000_000n ** BigInt(rates.length)
  const product = rates.reduce((left, rate) => left * BigInt(Math.round(rate * 1_000_000)), BigInt(amount))
  return Number((product * 2n + scale) / (scale * 2n))
}

/** An address without what is the same on every line: `/pricing` of `https://example.com/pricing?utm_source=a`. */
export const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url)
