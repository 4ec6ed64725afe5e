/**
 * The ways to the demo company's site, by channel: what the link says, where it stood, and on which page it ends. The
 * months are those in which a campaign runs; `YEAR` in a campaign's name is the year of the visit.
 */
import type { Channel } from '@leadtrail/shared/reports'
import type { PageName } from './pages.ts'
import type { Weighted } from './random.ts'

export type Way = {
  readonly weight: number
  /** source / medium / campaign / content or term; absent for links that say nothing. */
  readonly tags?: { readonly source: string; readonly medium?: string; readonly campaign?: string; readonly content?: string; readonly term?: string } // prettier-ignore
  /** The click id that the platform adds. */
  readonly clickId?: 'gclid' | 'gbraid' | 'msclkid' | 'dclid' | 'fbclid' | 'li_fat_id'
  readonly referrer?: string
  readonly landing: Weighted<PageName>
  readonly months?: readonly number[]
  /** For people who know the company. */
  readonly known?: true
}

const offers: Weighted<PageName> = [[56, 'home'], [44, 'pricing']] // prettier-ignore
const reading: Weighted<PageName> = [[60, 'guide'], [22, 'wells'], [18, 'tunnel']] // prettier-ignore
const showcases: Weighted<PageName> = [[44, 'tunnel'], [36, 'wells'], [20, 'cases']] // prettier-ignore
const anywhere: Weighted<PageName> = [[44, 'home'], [20, 'pricing'], [16, 'guide'], [12, 'cases'], [8, 'tunnel']] // prettier-ignore

const spring = [2, 3, 4, 5, 6]
const tunnelling = [1, 2, 3, 4, 9, 10, 11]
const google = 'https://www.google.com/'
const googleDk = 'https://www.google.dk/'

const found: Weighted<PageName> = [[36, 'guide'], [27, 'home'], [17, 'pricing'], [11, 'wells'], [9, 'tunnel']] // prettier-ignore
const boreutstyr = { source: 'google', medium: 'cpc', campaign: 'boreutstyr' }
const tunnel = 'tunnel-YEAR'

export const ways: Readonly<Record<Channel, readonly Way[]>> = {
  'Cross-network': [
    { weight: 1, tags: { source: 'google', medium: 'cpc', campaign: 'boreutstyr-cross-network' }, clickId: 'gclid', referrer: google, landing: offers },
  ],
  'Paid Shopping': [
    { weight: 7, tags: { source: 'google', medium: 'cpc', campaign: 'shopping-kernebor' }, clickId: 'gclid', referrer: google, landing: [[1, 'pricing']] },
    { weight: 3, tags: { source: 'pricerunner', medium: 'cpc', campaign: 'kernebor' }, landing: [[1, 'pricing']] },
  ],
  'Paid Search': [
    { weight: 30, tags: { ...boreutstyr, term: 'boreutstyr leie' }, clickId: 'gclid', referrer: google, landing: offers },
    { weight: 24, tags: { ...boreutstyr, term: 'kerneboring maskine' }, clickId: 'gclid', referrer: googleDk, landing: offers },
    { weight: 8, tags: { ...boreutstyr, term: 'core drill rental' }, clickId: 'gbraid', landing: [[1, 'pricing']] },
    { weight: 15, tags: { source: 'google', medium: 'cpc', campaign: 'nordbor-brand', term: 'nordbor' }, clickId: 'gclid', referrer: googleDk, landing: [[1, 'home']], known: true },
    { weight: 12, tags: { source: 'bing', medium: 'cpc', campaign: 'boreutstyr', term: 'borerigg' }, clickId: 'msclkid', referrer: 'https://www.bing.com/', landing: offers },
    { weight: 11, tags: { source: 'google', medium: 'cpc', campaign: 'geotermi', term: 'jordvarme boring' }, clickId: 'gclid', referrer: googleDk, landing: [[1, 'home']], months: spring },
  ],
  'Paid Social': [
    { weight: 52, tags: { source: 'linkedin', medium: 'paid-social', campaign: tunnel, content: 'core-recovery' }, clickId: 'li_fat_id', referrer: 'https://www.linkedin.com/', landing: [[1, 'tunnel']], months: tunnelling },
    { weight: 24, tags: { source: 'linkedin', medium: 'paid-social', campaign: 'boreutstyr', content: 'rig-video' }, clickId: 'li_fat_id', referrer: 'https://www.linkedin.com/', landing: offers },
    { weight: 24, tags: { source: 'facebook', medium: 'paid_social', campaign: 'boreutstyr', content: 'karussell' }, clickId: 'fbclid', referrer: 'https://m.facebook.com/', landing: offers },
  ],
  'Paid Video': [
    { weight: 1, tags: { source: 'youtube', medium: 'cpv', campaign: 'rig-film' }, clickId: 'gclid', referrer: 'https://www.youtube.com/', landing: [[1, 'home']] },
  ],
  Display: [
    { weight: 6, tags: { source: 'google', medium: 'display', campaign: 'remarketing' }, clickId: 'dclid', landing: offers, known: true },
    { weight: 4, tags: { source: 'byggenyt.example', medium: 'banner', campaign: 'boreutstyr' }, referrer: 'https://byggenyt.example/forside', landing: offers },
  ],
  'Paid Other': [
    { weight: 6, tags: { source: 'maskinbasen.example', medium: 'cpc', campaign: 'kernebor' }, referrer: 'https://maskinbasen.example/kerneboremaskiner', landing: [[1, 'pricing']] },
    { weight: 4, tags: { source: 'anleggsliste.example', medium: 'ppc' }, landing: [[1, 'home']] },
  ],
  'AI Assistants': [
    { weight: 56, tags: { source: 'chatgpt.com' }, landing: reading },
    { weight: 17, referrer: 'https://www.perplexity.ai/', landing: reading },
    { weight: 14, referrer: 'https://copilot.microsoft.com/', landing: reading },
    { weight: 8, referrer: 'https://gemini.google.com/', landing: reading },
    { weight: 5, referrer: 'https://claude.ai/', landing: reading },
  ],
  'Organic Shopping': [
    { weight: 1, referrer: 'https://www.pricerunner.dk/', landing: [[1, 'pricing']] },
  ],
  'Organic Social': [
    { weight: 46, referrer: 'https://www.linkedin.com/', landing: showcases },
    { weight: 16, tags: { source: 'linkedin', medium: 'social', campaign: 'company-page' }, referrer: 'https://www.linkedin.com/', landing: showcases },
    { weight: 22, clickId: 'fbclid', referrer: 'https://l.facebook.com/', landing: anywhere },
    { weight: 9, referrer: 'https://l.instagram.com/', landing: [[1, 'home']] },
    { weight: 7, referrer: 'https://www.reddit.com/', landing: [[1, 'guide']] },
  ],
  'Organic Video': [
    { weight: 8, referrer: 'https://www.youtube.com/', landing: reading },
    { weight: 2, referrer: 'https://vimeo.com/', landing: showcases },
  ],
  'Organic Search': [
    { weight: 62, referrer: google, landing: found },
    { weight: 18, referrer: googleDk, landing: found },
    { weight: 12, referrer: 'https://www.bing.com/', landing: found },
    { weight: 4, referrer: 'https://duckduckgo.com/', landing: found },
    { weight: 2, referrer: 'https://www.ecosia.org/', landing: found },
    { weight: 2, referrer: 'https://www.krak.dk/', landing: [[1, 'home']] },
  ],
  Email: [
    { weight: 66, tags: { source: 'newsletter', medium: 'email', campaign: 'six-letters' }, landing: [[40, 'guide'], [35, 'wells'], [25, 'tunnel']] },
    { weight: 20, tags: { source: 'newsletter', medium: 'email', campaign: 'boreutstyr' }, landing: [[1, 'pricing']] },
    { weight: 14, referrer: 'https://outlook.office.com/', landing: anywhere },
  ],
  Affiliates: [
    { weight: 1, tags: { source: 'entreprenorklubben', medium: 'affiliate', campaign: 'medlemsfordel' }, referrer: 'https://entreprenorklubben.example/fordele', landing: [[1, 'pricing']] },
  ],
  Audio: [
    { weight: 1, tags: { source: 'undergrund-podcast', medium: 'audio', campaign: tunnel }, landing: [[1, 'tunnel']] },
  ],
  SMS: [
    { weight: 1, tags: { source: 'sms', medium: 'sms', campaign: 'open-yard' }, landing: [[1, 'booking']], months: [4, 5, 9] },
    { weight: 0.3, tags: { source: 'sms', medium: 'sms', campaign: 'delivery' }, landing: [[1, 'contact']] },
  ],
  'Mobile Push': [
    { weight: 1, tags: { source: 'rentalapp', medium: 'push', campaign: 'weekend-rate' }, landing: [[1, 'pricing']] },
  ],
  Referral: [
    { weight: 32, referrer: 'https://tunnelforum.example/projekter/havnetunnel', landing: [[1, 'tunnel']] },
    { weight: 24, referrer: 'https://geoteknik.example/artikler/kerneproever', landing: reading },
    { weight: 18, referrer: 'https://offshore-decom.example/suppliers', landing: [[1, 'wells']] },
    { weight: 14, referrer: 'https://varmepumpe-guiden.example/boring', landing: [[1, 'home']] },
    { weight: 12, referrer: 'https://entreprenorer.example/medlemmer/nordbor', landing: [[1, 'home']] },
  ],
  Direct: [{ weight: 1, landing: [[62, 'home'], [14, 'pricing'], [12, 'contact'], [12, 'cases']] }],
} // prettier-ignore

/** How visits begin, in parts of a hundred. */
export const mix: Readonly<Record<Channel, number>> = {
  'Cross-network': 2.6, 'Paid Shopping': 1, 'Paid Search': 14.5, 'Paid Social': 4.6, 'Paid Video': 0.9, Display: 2.4,
  'Paid Other': 0.7, 'AI Assistants': 2.1, 'Organic Shopping': 0.5, 'Organic Social': 6.2, 'Organic Video': 1.3,
  'Organic Search': 35, Email: 3.4, Affiliates: 0.6, Audio: 0.35, SMS: 0.35, 'Mobile Push': 0.3, Referral: 6.4,
  Direct: 16.8,
} // prettier-ignore

/** How people who know the company come back. */
export const returns: Weighted<Channel> = [
  [37, 'Direct'], [24, 'Organic Search'], [13, 'Email'], [11, 'Paid Search'], [5, 'Display'], [3, 'Organic Social'],
  [3, 'Paid Social'], [3, 'Referral'], [1, 'AI Assistants'],
] // prettier-ignore

/**
 * What a channel's enquiries are like: their number (parts of a hundred), how many of them sales can use, how many of
 * those are won, how many visits lie before them (median), and revenue beside the average.
 */
export type Quality = {
  readonly enquiries: number
  readonly usable: number
  readonly won: number
  readonly visits: number
  readonly worth: number
}

export const quality: Readonly<Record<Channel, Quality>> = {
  'Organic Search': { enquiries: 26, usable: 0.64, won: 0.28, visits: 3.4, worth: 1.2 },
  Referral: { enquiries: 11, usable: 0.82, won: 0.36, visits: 3.6, worth: 1.5 },
  'AI Assistants': { enquiries: 4.5, usable: 0.88, won: 0.42, visits: 2.6, worth: 1.3 },
  'Paid Search': { enquiries: 25, usable: 0.24, won: 0.12, visits: 1.6, worth: 0.6 },
  'Paid Social': { enquiries: 6, usable: 0.55, won: 0.22, visits: 3.2, worth: 1.4 },
  'Organic Social': { enquiries: 4, usable: 0.45, won: 0.2, visits: 2.4, worth: 0.9 },
  Email: { enquiries: 4, usable: 0.7, won: 0.36, visits: 2.6, worth: 1 },
  Direct: { enquiries: 10, usable: 0.36, won: 0.24, visits: 2, worth: 1 },
  'Cross-network': { enquiries: 3, usable: 0.2, won: 0.1, visits: 1.4, worth: 0.5 },
  Display: { enquiries: 1.2, usable: 0.25, won: 0.1, visits: 2.6, worth: 0.7 },
  'Organic Video': { enquiries: 1.2, usable: 0.5, won: 0.2, visits: 2.6, worth: 0.9 },
  'Paid Shopping': { enquiries: 1, usable: 0.3, won: 0.2, visits: 1.3, worth: 0.3 },
  'Paid Other': { enquiries: 0.8, usable: 0.35, won: 0.2, visits: 1.6, worth: 0.6 },
  'Paid Video': { enquiries: 0.5, usable: 0.3, won: 0.1, visits: 2, worth: 0.6 },
  Affiliates: { enquiries: 0.7, usable: 0.5, won: 0.25, visits: 1.8, worth: 0.8 },
  'Organic Shopping': { enquiries: 0.4, usable: 0.3, won: 0.2, visits: 1.3, worth: 0.3 },
  Audio: { enquiries: 0.4, usable: 0.7, won: 0.3, visits: 3, worth: 1.4 },
  SMS: { enquiries: 0.3, usable: 0.6, won: 0.3, visits: 1.6, worth: 0.8 },
  'Mobile Push': { enquiries: 0.2, usable: 0.5, won: 0.3, visits: 1.6, worth: 0.5 },
}
