/**
 * What the mail about a lead says, in the order in which sales wants it: who and what they wrote, what it is worth and
 * why, which channels brought it, the journey, the score, and the way to the dashboard. How it looks is decided elsewhere.
 */
import { type Money, decimalsOf } from '@leadtrail/shared/money'
import type { LeadJson, Receipt, TrafficSource } from '@leadtrail/shared/reports'
import type { Handover } from '../domain/handover.ts'
import { linkOf } from './link.ts'
import { type Visit, visitsOf } from './visits.ts'
import { oneLine, paragraphs } from './text.ts'

export type Letter = {
  readonly subject: string
  /** Why it comes, in two or three words. */
  readonly news: string
  readonly site: string
  readonly timeZone: string
  /** The person's name, or the best there is instead. */
  readonly name: string
  readonly company: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly answers: readonly { readonly label: string; readonly value: string }[]
  readonly value: { readonly amount: string; readonly why: string; readonly touchpoints: readonly string[] }
  readonly channels: readonly { readonly place: string; readonly channel: string; readonly detail: string }[]
  readonly visits: readonly Visit[]
  readonly scores: readonly { readonly name: string; readonly points: number; readonly reasons: readonly string[] }[]
  readonly advice: string
  readonly link: string
}

const LINE = 300
const MOST_ANSWERS = 40
const LONGEST_ANSWER = 4000
const MOST_TOUCHPOINTS = 5

/** The letter about a lead. Everything that strangers wrote in it is cleaned and of bounded length. */
export function letterOf(handover: Handover, baseUrl: string): Letter {
  const { lead, journey, site, reasons } = handover
  const who = whoOf(lead)
  return {
    subject: subjectOf(handover, who),
    news: newsWords[handover.news],
    site: oneLine(site.name, LINE),
    timeZone: site.timeZone,
    ...who,
    answers: answersOf(handover, who),
    value: { amount: moneyText(lead.value), why: whyOf(lead), touchpoints: touchpointsOf(lead) },
    channels: [
      channelOf('First', lead.first),
      channelOf('Converting', lead.converting),
      channelOf('Last', lead.last),
    ].flat(),
    visits: visitsOf(journey, site.timeZone),
    scores: [scoreOf('Fit', lead.score.fit, reasons.fit), scoreOf('Interest', lead.score.interest, reasons.interest)],
    advice: advice[lead.score.cell],
    link: linkOf(baseUrl, handover),
  }
}

type Who = Pick<Letter, 'name' | 'company' | 'email' | 'phone'>

function whoOf({ contact }: LeadJson): Who {
  const [name, company, email, phone] = [contact?.name, contact?.company, contact?.email, contact?.phone].map((text) =>
    text ? oneLine(text, LINE) || undefined : undefined,
  )
  return { name: name ?? email ?? phone ?? 'Unknown visitor', company, email, phone }
}

const newsWords = { 'lead.created': 'New lead', 'lead.identified': 'Lead now known' } as const

/** `New lead: Jane Doe, Acme A/S — 22,500 DKK (Paid Search)`; `Lead now known: …` once an unknown one has a name. */
function subjectOf({ news, lead: { value, first } }: Handover, { name, company }: Who): string {
  const person = [name, company].filter((part) => part !== undefined).map((part) => oneLine(part, 60))
  const channel = first ? ` (${first.channel})` : ''
  return `${newsWords[news]}: ${person.join(', ')} — ${moneyText(value)}${channel}`
}

/** What they wrote, but for what already stands at the top. */
function answersOf({ answers }: Handover, { name, company, email, phone }: Who): Letter['answers'] {
  const said = new Set([name, company, email, phone].map((text) => text?.toLowerCase()))
  return answers
    .map(({ label, value }) => ({ label: oneLine(label, 120), value: paragraphs(value, LONGEST_ANSWER) }))
    .filter(({ value }) => value !== '' && !said.has(value.toLowerCase()))
    .slice(0, MOST_ANSWERS)
}

/** `22,500 DKK`; decimals only where there are any. */
function moneyText({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const shown = amount % 10 ** decimals === 0 ? 0 : decimals
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: shown, maximumFractionDigits: shown })
  return `${format.format(amount / 10 ** decimals)} ${currency}`
}

const stageWords = { mql: 'marketing-qualified', sql: 'sales-qualified' } as const

function whyOf({ value, touchpoints }: LeadJson): string {
  const best = touchpoints.find((touchpoint) => touchpoint.value.amount === value.amount)
  if (!best) return 'By the rules of the site.'
  const label = `${oneLine(best.label, 80)}, ${stageWords[best.stage]}`
  return touchpoints.length === 1
    ? `${label}.`
    : `${label}: the most valuable of ${touchpoints.length} touchpoints counts, not their sum.`
}

/** Each kind of touchpoint with its worth, the most valuable first; silent about the only one. */
function touchpointsOf({ touchpoints }: LeadJson): string[] {
  if (touchpoints.length < 2) return []
  const times = new Map<string, number>()
  for (const { label, value } of touchpoints.toSorted((a, b) => b.value.amount - a.value.amount)) {
    const kind = `${oneLine(label, 80)}: ${moneyText(value)}`
    times.set(kind, (times.get(kind) ?? 0) + 1)
  }
  return [...times].slice(0, MOST_TOUCHPOINTS).map(([kind, count]) => (count > 1 ? `${kind} (${count} times)` : kind))
}

function channelOf(place: string, source: TrafficSource | null): Letter['channels'] {
  if (!source) return []
  const names = [source.source, source.medium].filter(Boolean).join(' / ')
  const campaign = source.campaign && `campaign ${source.campaign}`
  const term = source.term && `term ${source.term}`
  const detail = [names, campaign, term].filter(Boolean).join(', ')
  return [{ place, channel: source.channel, detail: oneLine(detail, LINE) }]
}

function scoreOf(name: string, points: number, lines: Receipt['lines']): Letter['scores'][number] {
  const reasons = lines.slice(0, 3).map(({ text, amount }) => `${signed(amount ?? 0)} ${oneLine(text, 120)}`)
  return { name, points, reasons }
}

const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)

/** What the matrix of fit and interest says to do (domain rule 7). */
const advice: Readonly<Record<LeadJson['score']['cell'], string>> = {
  'high-high': 'High fit, high interest: for senior sales.',
  'high-low': 'High fit, low interest: for a product expert or a webinar.',
  'low-high': 'Low fit, high interest: marketing keeps nurturing.',
  'low-low': 'Low fit, low interest: nothing to do yet.',
}
