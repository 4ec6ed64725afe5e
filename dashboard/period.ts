/**
 * Periods: whole calendar days in the site's time zone, either a named one that moves with today or two dates.
 * Days are texts such as `2026-03-14`; they sort and compare as they stand.
 */
export const presets = ['7d', '30d', '90d', '12m', 'month', 'last-month', 'quarter', 'year', 'all'] as const
export type Preset = (typeof presets)[number]
/** Both days belong to it. */
export type Days = { readonly from: string; readonly to: string }
export type Period = Preset | Days

/** Nothing was tracked before it. */
const BEGINNING = '2000-01-01'

const shifted = (day: string, by: { days?: number; months?: number }): string => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const atMonth = month - 1 + (by.months ?? 0)
  // 31 March less one month is the end of February, not the 3rd of March.
  const kept = by.months === undefined ? date : Math.min(date, new Date(Date.UTC(year, atMonth + 1, 0)).getUTCDate())
  return new Date(Date.UTC(year, atMonth, kept + (by.days ?? 0))).toISOString().slice(0, 10)
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

function firstOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7))
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
}

/** The days a period means when it is looked at on a given day. */
export function daysOf(period: Period, today: string): Days {
  if (typeof period !== 'string') return period
  switch (period) {
    case '7d':
      return { from: shifted(today, { days: -6 }), to: today }
    case '30d':
      return { from: shifted(today, { days: -29 }), to: today }
    case '90d':
      return { from: shifted(today, { days: -89 }), to: today }
    case '12m':
      return { from: shifted(today, { months: -12, days: 1 }), to: today }
    case 'month':
      return { from: firstOfMonth(today), to: today }
    case 'last-month': {
      const to = shifted(firstOfMonth(today), { days: -1 })
      return { from: firstOfMonth(to), to }
    }
    case 'quarter':
      return { from: firstOfQuarter(today), to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'all':
      return { from: BEGINNING, to: today }
  }
}

/** Whether it goes on until now: such a period has no last day to send, so that the collector's clock decides, not the browser's. */
export const isOpen = (period: Period): boolean => typeof period === 'string' && period !== 'last-month'

/** Whether the text is a calendar day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && shifted(text, { days: 0 }) === text
}
