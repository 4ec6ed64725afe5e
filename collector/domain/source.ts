/**
 * Traffic sources: what a page view says about where it came from (a touch), and what that means
 * in one form for all spellings (source, medium, campaign, channel and the rule that chose it).
 */
import type { TrafficSource } from '@leadtrail/shared/reports'
import { channelOf, type Facts, isPaid } from './channel.ts'
import { type ClickIdRule, clickIds } from './hosts/clicks.ts'
import { type KnownSource, mediumNamed, sourceAt, sourceNamed, withoutPrefix } from './hosts/directory.ts'
import type { SourceKind } from './hosts/list.ts'
import { type Parameters, parametersOf } from './parameter.ts'
import { pathOf } from './pattern.ts'
import { isExternal, type Referrer, referrerOf } from './referrer.ts'

/** An external touch: campaign parameters, click ids or an external referrer; at least one of them. */
export type Touch = Parameters & { readonly referrer: Referrer | null }

type Page = { readonly url: string | undefined; readonly referrer: string | undefined }
type Borders = { readonly domains: readonly string[]; readonly referralExclusions: readonly string[] }

/**
 * What a page view says about where it came from; undefined when it came from the site itself, from an excluded
 * host or from nowhere. Campaign parameters count wherever the link stood, save `ref` and `source`: on links within
 * the site those are the site's own business. Never throws.
 */
export function touchOf(page: Page, site: Borders): Touch | undefined {
  const said = page.url ? parametersOf(page.url) : undefined
  const from = referrerOf(page)
  const referrer = from && from !== 'same host' && isExternal(from.host, site) ? from : null
  if (!said) return referrer ? { ...nothingSaid, referrer } : undefined
  const touch = { ...(said.mentioned && from && isOwn(from, site) ? { ...said, source: null } : said), referrer }
  return isTagged(touch) || referrer ? touch : undefined
}

const nothingSaid: Parameters = {
  source: null,
  mentioned: false,
  medium: null,
  campaign: null,
  term: null,
  content: null,
  clickIds: [],
  weak: false,
}

const isOwn = (from: Referrer | 'same host', { domains }: Borders): boolean =>
  from === 'same host' || !isExternal(from.host, { domains, referralExclusions: [] })

/** Whether the link itself said something; `gad_source` alone is too little. */
const isTagged = (touch: Parameters): boolean =>
  (touch.source ?? touch.medium ?? touch.campaign ?? touch.term ?? touch.content) !== null || touch.clickIds.length > 0

/** Whether the next touch only repeats the current one: a reload, a way back, or the same source once more. */
export function sameTouch(current: Touch | undefined, next: Touch | undefined): boolean {
  if (!current || !next) return current === next
  if (!isTagged(next)) return next.referrer === null || sameReferrer(current.referrer, next.referrer)
  return (
    current.source === next.source &&
    current.medium === next.medium &&
    current.campaign === next.campaign &&
    current.term === next.term &&
    current.content === next.content &&
    next.clickIds.every(({ name, value }) => current.clickIds.some((id) => id.name === name && id.value === value))
  )
}

/** Whether two referrers are the same source: `l.facebook.com` and `m.facebook.com` are. */
export function sameReferrer(a: Referrer | null, b: Referrer | null): boolean {
  return a === b || (a !== null && b !== null && (a.host === b.host || nameOf(a.host) === nameOf(b.host)))
}

/**
 * What is left of a link that was opened before, as one of its click ids shows: neither its parameters nor the used ids
 * say how the visitor came this time. `usedWith` is the referrer of the first time; the same one again is a reload.
 */
export function withoutUsed(touch: Touch, used: readonly string[], usedWith: Referrer | null): Touch | undefined {
  const fresh = touch.clickIds.filter((id) => !used.includes(keyOf(id)))
  const referrer = fresh.length === 0 && sameReferrer(usedWith, touch.referrer) ? null : touch.referrer
  return referrer || fresh.length > 0 ? { ...nothingSaid, clickIds: fresh, referrer } : undefined
}

/** `gclid=…` */
export const keyOf = ({ name, value }: Touch['clickIds'][number]): string => `${name}=${value}`

/** The traffic source of a session that began with this touch on this landing page. Undefined touch: Direct. */
export function trafficSourceOf(touch: Touch | undefined, landing: string | undefined): TrafficSource {
  const facts = touch ? factsOf(touch) : nothingKnown
  const clickId = touch?.clickIds.find(({ name }) => name === facts.click?.name)
  const { channel, rule } = channelOf(facts)
  return {
    channel,
    rule,
    source: facts.source,
    medium: facts.medium,
    campaign: facts.campaign,
    term: touch?.term ?? null,
    content: touch?.content ?? null,
    clickId: clickId ? keyOf(clickId) : null,
    landing: landing === undefined ? null : (pathOf(landing)?.slice(0, 1000) ?? null),
    referrer: touch?.referrer?.page ?? null,
  }
}

const nothingKnown: Facts = {
  source: null,
  kind: null,
  by: null,
  host: null,
  medium: null,
  mediumByClick: false,
  campaign: null,
  click: null,
  weak: false,
  tagged: false,
}

const nameOf = (host: string): string => sourceAt(host)?.name ?? withoutPrefix(host)

/** The parameter names the source; where there is none, the referrer does; where there is none either, the click id. */
function factsOf(touch: Touch): Facts {
  const host = touch.source === null ? (touch.referrer?.host ?? null) : null
  const named =
    touch.source === null ? (host === null ? null : (sourceAt(host) ?? stranger(host))) : sourceNamed(touch.source)
  const click = clickOf(touch, named)
  const source = named ?? (click ? sourceNamed(click.source) : null)
  const written = touch.medium === null ? (host === null ? (named?.medium ?? null) : null) : mediumNamed(touch.medium)
  const clicked = written === null && click ? click.medium : null
  return {
    source: source?.name ?? null,
    kind: source?.kind ?? null,
    by: host !== null ? 'referrer' : named ? 'parameter' : source ? 'click id' : null,
    host,
    medium: written ?? clicked ?? (host === null || named === null ? null : (named.medium ?? mediumOfLink(named.kind))),
    mediumByClick: clicked !== null,
    campaign: touch.campaign,
    click,
    weak: touch.weak && touch.clickIds.length === 0,
    tagged: isTagged(touch),
  }
}

const stranger = (host: string): KnownSource => ({ name: withoutPrefix(host), kind: null, medium: null })

/** The medium of an untagged link, by where it stood. */
function mediumOfLink(kind: SourceKind | null): string {
  if (kind === 'search') return 'organic'
  if (kind === 'social') return 'social'
  if (kind === 'assistant') return 'ai-assistant'
  return kind === 'mail' ? 'email' : 'referral'
}

/**
 * The click id that counts: the source's own, or any where nothing names a source. On a source that is on no list, a paid
 * medium and a social network's id together say that the ad stood there.
 */
function clickOf(touch: Touch, named: KnownSource | null): ClickIdRule | null {
  if (touch.clickIds.length === 0) return null
  const carried = clickRules.filter((rule) => touch.clickIds.some(({ name }) => name === rule.name))
  if (named === null) return carried[0] ?? null
  const own = carried.find(({ source, also }) => source === named.name || also.includes(named.name))
  const agency = named.kind === null && isPaid(touch.medium)
  return own ?? (agency ? (carried.find(({ proves }) => proves === 'social') ?? null) : null)
}

const clickRules: readonly ClickIdRule[] = clickIds.rules
