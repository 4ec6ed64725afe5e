/**
 * Channels: nineteen rules in order, the first that fits names the channel and says why.
 * The numbers are those of the documented rule table; PAID and SHOP are its two expressions.
 */
import type { Channel } from '@leadtrail/shared/reports'
import type { ClickIdRule } from './hosts/clicks.ts'
import type { SourceKind } from './hosts/list.ts'

/** What is known of where a session came from, in normal form: lower case, aliases resolved. */
export type Facts = {
  readonly source: string | null
  /** The list that the source is on. */
  readonly kind: SourceKind | null
  /** What named the source. */
  readonly by: 'parameter' | 'referrer' | 'click id' | null
  /** The host of the referrer, when that named the source. */
  readonly host: string | null
  readonly medium: string | null
  /** Whether only the click id says which medium it was. */
  readonly mediumByClick: boolean
  readonly campaign: string | null
  /** The click id, where it is the source's own. */
  readonly click: Pick<ClickIdRule, 'name' | 'proves'> | null
  /** Google's `gad_source` came without a click id. */
  readonly weak: boolean
  /** The link carried campaign parameters, whichever. */
  readonly tagged: boolean
}

const PAID = /^(.*cp.*|ppc|retargeting|paid.*)$/i
const SHOP = /^(.*(([^a-df-z]|^)shop|shopping).*)$/i

const displayMediums = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm'])
const socialMediums = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'])
const mailWord = /e[-_ ]?mail|newsletter/

/** Whether a medium is that of a paid click. */
export const isPaid = (medium: string | null): boolean => medium !== null && PAID.test(medium)

const kindText: Readonly<Record<SourceKind, string>> = {
  search: 'a search engine',
  social: 'a social network',
  video: 'a video site',
  shopping: 'a shopping site',
  mail: 'a mail service',
  assistant: 'an AI assistant',
  ads: 'an ad server',
}

type Rule = readonly [channel: Channel, reasonIn: (facts: Facts) => string | undefined]

const rules: readonly Rule[] = [
  ['Cross-network', crossNetwork],
  ['Paid Shopping', (facts) => paidAnd(facts, ofKind(facts, 'shopping') ?? shopCampaign(facts))],
  ['Paid Search', (facts) => paidAnd(facts, ofKind(facts, 'search')) ?? searchAd(facts)],
  ['Paid Social', (facts) => paidAnd(facts, ofKind(facts, 'social') ?? socialClick(facts))],
  ['Paid Video', (facts) => paidAnd(facts, ofKind(facts, 'video'))],
  ['Display', (facts) => mediumAmong(facts, displayMediums, 'display advertising')],
  ['Paid Other', (facts) => paidAnd(facts, 'the source is of no other paid channel')],
  ['AI Assistants', (facts) => ofKind(facts, 'assistant') ?? mediumIs(facts, 'ai-assistant')],
  ['Organic Shopping', (facts) => ofKind(facts, 'shopping') ?? shopCampaign(facts)],
  ['Organic Social', (facts) => ofKind(facts, 'social') ?? mediumAmong(facts, socialMediums, 'social')],
  ['Organic Video', (facts) => ofKind(facts, 'video') ?? mediumHas(facts, 'video')],
  ['Organic Search', (facts) => organicSearch(facts) ?? mediumIs(facts, 'organic')],
  ['Email', (facts) => ofKind(facts, 'mail') ?? mailNamed(facts)],
  ['Affiliates', (facts) => mediumIs(facts, 'affiliate')],
  ['Audio', (facts) => mediumIs(facts, 'audio')],
  ['SMS', (facts) => sourceIs(facts, 'sms') ?? mediumIs(facts, 'sms')],
  ['Mobile Push', mobilePush],
  ['Referral', referral],
  ['Direct', () => 'no campaign parameter, click id or external referrer'],
]

/** The channel of the first rule that fits, and why it does, as a short sentence. */
export function channelOf(facts: Facts): { readonly channel: Channel; readonly rule: string } {
  for (const [channel, reasonIn] of rules) {
    const rule = reasonIn(facts)
    if (rule !== undefined) return { channel, rule }
  }
  throw new Error('the last rule fits everything')
}

/** What somebody wrote, short enough for a sentence. */
const quoted = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text)

function sourceText({ source, by, host, click }: Facts): string {
  const from =
    by === 'referrer' ? ` (from referrer ${host})` : by === 'click id' ? ` (from click id ${click?.name})` : ''
  return `source ${quoted(source ?? '')}${from}`
}

function paidAnd({ medium, mediumByClick, click }: Facts, reason: string | undefined): string | undefined {
  if (reason === undefined || medium === null || !isPaid(medium)) return undefined
  return `${mediumByClick && click ? adText(click) : `medium ${quoted(medium)} is paid`} and ${reason}`
}

const adText = (click: { readonly name: string }): string => `click id ${click.name} marks an ad`

const ofKind = (facts: Facts, kind: SourceKind): string | undefined =>
  facts.kind === kind ? `${sourceText(facts)} is ${kindText[kind]}` : undefined

const sourceIs = ({ source }: Facts, wanted: string): string | undefined =>
  source === wanted ? `source is ${quoted(wanted)}` : undefined

const mediumIs = ({ medium }: Facts, wanted: string): string | undefined =>
  medium === wanted ? `medium is ${quoted(wanted)}` : undefined

const mediumAmong = ({ medium }: Facts, wanted: ReadonlySet<string>, what: string): string | undefined =>
  medium !== null && wanted.has(medium) ? `medium ${quoted(medium)} is ${what}` : undefined

const mediumHas = ({ medium }: Facts, part: string): string | undefined =>
  medium?.includes(part) ? `medium ${quoted(medium)} contains ${part}` : undefined

function crossNetwork({ campaign }: Facts): string | undefined {
  const fits = campaign?.toLowerCase().includes('cross-network')
  return campaign !== null && fits ? `campaign ${quoted(campaign)} contains cross-network` : undefined
}

const shopCampaign = ({ campaign }: Facts): string | undefined =>
  campaign !== null && SHOP.test(campaign) ? `campaign ${quoted(campaign)} is about shopping` : undefined

/** A search engine's own click id proves an ad even where the link was tagged with another medium. */
function searchAd(facts: Facts): string | undefined {
  const reason = ofKind(facts, 'search')
  return reason !== undefined && facts.click?.proves === 'search' ? `${adText(facts.click)} and ${reason}` : undefined
}

const socialClick = ({ click }: Facts): string | undefined =>
  click?.proves === 'social' ? `click id ${click.name} is a social network's` : undefined

function organicSearch(facts: Facts): string | undefined {
  const reason = ofKind(facts, 'search')
  return reason !== undefined && facts.weak && facts.source === 'google'
    ? `${reason}; gad_source alone does not prove an ad`
    : reason
}

/** The name of a website that links here may hold the word by chance: only what somebody wrote into the link counts. */
function mailNamed({ source, medium, by }: Facts): string | undefined {
  if (source !== null && by === 'parameter' && mailWord.test(source)) return `source ${quoted(source)} is e-mail`
  return medium !== null && mailWord.test(medium) ? `medium ${quoted(medium)} is e-mail` : undefined
}

function mobilePush(facts: Facts): string | undefined {
  const { medium } = facts
  if (medium?.endsWith('push')) return `medium ${quoted(medium)} ends with push`
  return sourceIs(facts, 'firebase') ?? mediumHas(facts, 'mobile') ?? mediumHas(facts, 'notification')
}

function referral({ source, by, host, medium, campaign, tagged }: Facts): string | undefined {
  if (source !== null)
    return by === 'referrer' ? `referrer ${host} is on no list` : `source ${quoted(source)} is on no list`
  if (medium !== null) return `medium ${quoted(medium)} came without a source`
  if (campaign !== null) return `campaign ${quoted(campaign)} came without a source`
  return tagged ? 'campaign parameters came without a source' : undefined
}
