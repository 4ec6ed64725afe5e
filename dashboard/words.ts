/** The words the screen uses for what the API names. Each list is checked to be complete by its type. */
import type { IrrelevantReason } from '@leadtrail/shared/event'
import type {
  Channel,
  DeliveryJson,
  Dimension,
  LeadJson,
  Milestone,
  ModelName,
  Receipt,
  Stage,
  Unit,
} from '@leadtrail/shared/reports'
import type { ConsentMode } from '@leadtrail/shared/settings'
import type { Preset } from './period.ts'

export const stageNames: Readonly<Record<Stage, string>> = {
  lead: 'Lead',
  mql: 'MQL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  customer: 'Customer',
  lost: 'Lost',
  irrelevant: 'Irrelevant',
}

/** What the short names of the stages stand for. */
export const stageMeanings: Readonly<Record<Stage, string>> = {
  lead: 'Has shown interest, not yet qualified',
  mql: 'Marketing-qualified: worth following up by marketing',
  sql: 'Sales-qualified: asked to be contacted, or ready for sales',
  opportunity: 'Sales is working on a concrete deal',
  customer: 'Won',
  lost: 'Was a real enquiry, did not buy',
  irrelevant: 'Was no enquiry; counts nowhere',
}

/** By family, so that the eye can tell bought from earned. */
export type Family = 'paid' | 'organic' | 'own' | 'referral' | 'direct'
export const channelFamilies: Readonly<Record<Channel, Family>> = {
  'Cross-network': 'paid',
  'Paid Shopping': 'paid',
  'Paid Search': 'paid',
  'Paid Social': 'paid',
  'Paid Video': 'paid',
  Display: 'paid',
  'Paid Other': 'paid',
  'AI Assistants': 'organic',
  'Organic Shopping': 'organic',
  'Organic Social': 'organic',
  'Organic Video': 'organic',
  'Organic Search': 'organic',
  Email: 'own',
  Affiliates: 'own',
  Audio: 'own',
  SMS: 'own',
  'Mobile Push': 'own',
  Referral: 'referral',
  Direct: 'direct',
}
export const channelNames: readonly Channel[] = listOf(channelFamilies)

export const familyNames: Readonly<Record<Family, string>> = {
  paid: 'Paid',
  organic: 'Organic and AI',
  own: 'E-mail and other own media',
  referral: 'Referral',
  direct: 'Direct',
}

export const modelNames: Readonly<Record<ModelName, string>> = {
  first: 'First',
  last: 'Last',
  'last-non-direct': 'Last non-direct',
  linear: 'Linear',
}

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  channel: 'Channel',
  source: 'Source',
  medium: 'Medium',
  campaign: 'Campaign',
  term: 'Term',
  content: 'Content',
  landing: 'Landing page',
  referrer: 'Referrer',
  device: 'Device',
}

export const milestoneNames: Readonly<Record<Milestone, string>> = {
  lead: 'Became a lead',
  mql: 'Reached MQL',
  sql: 'Reached SQL',
  customer: 'Became a customer',
}

export const unitNames: Readonly<Record<Unit, string>> = { count: 'Leads', value: 'Value', revenue: 'Revenue' }

export type DirectTreatment = 'keep' | 'drop'
export const directTreatments: Readonly<Record<DirectTreatment, string>> = {
  keep: 'Direct counts',
  drop: 'Direct left out',
}

export const figureNames: Readonly<Record<Receipt['figure'], string>> = {
  value: 'Value',
  fit: 'Fit',
  interest: 'Interest',
  stage: 'Stage',
  first: 'First source',
  converting: 'Converting source',
  last: 'Last source',
  identity: 'Identity',
}

/** What the matrix of fit and interest says to do. */
export const cellNames: Readonly<Record<LeadJson['score']['cell'], string>> = {
  'high-high': 'High fit, high interest: to senior sales',
  'high-low': 'High fit, low interest: product expert or webinar',
  'low-high': 'Low fit, high interest: marketing keeps nurturing',
  'low-low': 'Low fit, low interest: nothing to do',
}

export const reasonNames: Readonly<Record<IrrelevantReason, string>> = {
  support: 'Support from an existing customer',
  'wrong-number': 'Wrong number',
  'job-seeker': 'Job seeker',
  seller: 'Wants to sell us something',
  spam: 'Spam or bot',
  test: 'A test',
  other: 'Something else',
}

export const deliveryStates: Readonly<Record<DeliveryJson['state'], string>> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  parked: 'Given up',
}

export const consentNames: Readonly<Record<ConsentMode, string>> = {
  cookieless: 'Without cookies',
  required: 'Only after consent',
  granted: 'Always',
}
export const consentMeanings: Readonly<Record<ConsentMode, string>> = {
  cookieless:
    'Nothing is stored in the browser. A visit is recognised for one day; somebody who comes back another day is a new visitor until a form tells who it is.',
  required:
    'Nothing is stored or sent until your consent banner says yes by calling lt(‘consent’, ‘granted’). The journey then includes the page they landed on. A form that somebody sends without a yes arrives alone.',
  granted:
    'A visitor id is stored in the browser from the first page on, so that journeys over weeks are whole. Choose it only where you may do so.',
}

export const presetNames: Readonly<Record<Preset, string>> = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '12m': 'Last 12 months',
  month: 'This month',
  'last-month': 'Last month',
  quarter: 'This quarter',
  year: 'This year',
  all: 'All time',
}

/** The keys of a complete list, in its order. */
export function listOf<Name extends string>(words: Readonly<Record<Name, unknown>>): Name[] {
  const names: Name[] = []
  for (const name in words) names.push(name)
  return names
}
