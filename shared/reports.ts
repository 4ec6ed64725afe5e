/** What the API answers: leads, journeys, receipts and reports, as the dashboard and others read them. */
import { z } from 'zod'
import { decisions, fieldTypes, revenueSchema } from './event.ts'
import { moneySchema } from './money.ts'
import { text } from './text.ts'

const iso = z.iso.datetime()

export const stages = ['lead', 'mql', 'sql', 'opportunity', 'customer', 'lost', 'irrelevant'] as const
export type Stage = (typeof stages)[number]

/** The 19 channels, in the order in which their rules are tried. */
export const channels = [
  'Cross-network', 'Paid Shopping', 'Paid Search', 'Paid Social', 'Paid Video', 'Display', 'Paid Other', 'AI Assistants',
  'Organic Shopping', 'Organic Social', 'Organic Video', 'Organic Search', 'Email', 'Affiliates', 'Audio', 'SMS',
  'Mobile Push', 'Referral', 'Direct',
] as const // prettier-ignore
export type Channel = (typeof channels)[number]

/** Where a session came from. What is unknown is null. */
export const trafficSourceSchema = z.object({
  channel: z.enum(channels),
  /** The rule that chose the channel, in words. */
  rule: z.string(),
  source: z.string().nullable(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  term: z.string().nullable(),
  content: z.string().nullable(),
  /** `gclid=…`: name and value of the click id that counted. */
  clickId: z.string().nullable(),
  landing: z.string().nullable(),
  referrer: z.string().nullable(),
})
export type TrafficSource = z.infer<typeof trafficSourceSchema>

export const leadTouchpointSchema = z.object({
  event: z.string(),
  type: z.string(),
  label: z.string(),
  stage: z.enum(['mql', 'sql']),
  at: iso,
  value: moneySchema,
  session: z.string().nullable(),
})

export const contactSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Another identified contact used one of the same browsers. */
  sharedDevice: z.boolean(),
})

export const cells = ['high-high', 'high-low', 'low-high', 'low-low'] as const
export type Cell = (typeof cells)[number]
/** fit-interest, and what the matrix says to do. */
export const scoreSchema = z.object({
  fit: z.number().int(),
  interest: z.number().int(),
  cell: z.enum(cells),
})

export const leadSchema = z.object({
  id: z.string(),
  openedAt: iso,
  closedAt: iso.nullable(),
  stage: z.enum(stages),
  reason: z.string().nullable(),
  contact: contactSchema.nullable(),
  value: moneySchema,
  revenue: moneySchema.nullable(),
  score: scoreSchema,
  first: trafficSourceSchema.nullable(),
  converting: trafficSourceSchema.nullable(),
  last: trafficSourceSchema.nullable(),
  touchpoints: z.array(leadTouchpointSchema),
  owner: z.string().nullable(),
  sessions: z.number().int(),
  /** Latest thing that happened in it. */
  activeAt: iso,
  qualifiedAt: iso.nullable(),
})
export type LeadJson = z.infer<typeof leadSchema>

export const leadPageSchema = z.object({
  leads: z.array(leadSchema),
  next: z.string().nullable(),
  total: z.number().int(),
  /** Of all that were asked for, not of this page alone. */
  value: moneySchema,
})
export type LeadPage = z.infer<typeof leadPageSchema>

export const journeyEventSchema = z.object({
  id: z.string(),
  type: z.string(),
  at: iso,
  url: z.string().nullable(),
  title: z.string().nullable(),
  /** One line of what happened: the link clicked, the form sent, the decision taken. */
  detail: z.string().nullable(),
  answers: z.array(z.object({ label: z.string(), type: z.enum(fieldTypes), value: z.string() })),
})
export type JourneyEvent = z.infer<typeof journeyEventSchema>

export const journeySessionSchema = trafficSourceSchema.extend({
  id: z.string(),
  visitor: z.string(),
  startedAt: iso,
  endedAt: iso,
  device: z.string().nullable(),
  events: z.array(journeyEventSchema),
  touchpoints: z.array(leadTouchpointSchema),
})
export type JourneySession = z.infer<typeof journeySessionSchema>

export const journeySchema = z.object({
  visitors: z.array(z.string()),
  sessions: z.array(journeySessionSchema),
  /** What happened outside any session: calls, mails, outcomes, decisions, hand-overs; oldest first. */
  other: z.array(journeyEventSchema.extend({ touchpoint: leadTouchpointSchema.nullable() })),
})
export type Journey = z.infer<typeof journeySchema>

export const receiptLineSchema = z.object({
  rule: z.string(),
  text: z.string(),
  /** Minor units for a value, points for a score, null where the line only explains. */
  amount: z.number().nullable(),
  events: z.array(z.string()),
})
export const receiptSchema = z.object({
  figure: z.enum(['value', 'fit', 'interest', 'stage', 'first', 'converting', 'last', 'identity']),
  /** How the lines make the result, in words and signs. */
  formula: z.string(),
  version: z.string(),
  result: z.union([z.number(), z.string()]),
  lines: z.array(receiptLineSchema),
})
export type Receipt = z.infer<typeof receiptSchema>
export type ReceiptLine = z.infer<typeof receiptLineSchema>

export const receiptsSchema = z.object({ receipts: z.array(receiptSchema) })

export const models = ['first', 'last', 'last-non-direct', 'linear'] as const
export type ModelName = (typeof models)[number]
export const dimensions = [
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing',
  'referrer',
  'device',
] as const
export type Dimension = (typeof dimensions)[number]
export const milestones = ['lead', 'mql', 'sql', 'customer'] as const
export type Milestone = (typeof milestones)[number]
export const units = ['count', 'value', 'revenue'] as const
export type Unit = (typeof units)[number]

/** Money, or a number of leads (to the millionth) when the unit is count. */
export const creditSchema = z.union([moneySchema, z.number()])
export type Credit = z.infer<typeof creditSchema>

export const attributionSchema = z.object({
  definition: z.object({
    model: z.enum(models),
    by: z.enum(dimensions),
    milestone: z.enum(milestones),
    unit: z.enum(units),
    direct: z.enum(['keep', 'drop']),
    qualified: z.boolean(),
    lookback: z.number().int(),
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    /** The definition in one sentence. */
    text: z.string(),
  }),
  /** Leads, and the sum of all credits. */
  total: z.object({ leads: z.number().int(), credit: creditSchema }),
  rows: z.array(
    z.object({
      key: z.string(),
      /** Leads of which the row earned some credit. */
      leads: z.number().int(),
      credit: creditSchema,
    }),
  ),
  /** Leads of the period that earn no credit, and why. */
  excluded: z.object({
    irrelevant: z.number().int(),
    notQualified: z.number().int(),
    noJourney: z.number().int(),
    sessionsOutsideLookback: z.number().int(),
  }),
})
export type Attribution = z.infer<typeof attributionSchema>

export const deliverySchema = z.object({
  id: z.string(),
  lead: z.string(),
  destination: z.string(),
  kind: z.enum(['mail', 'webhook']),
  to: z.string(),
  state: z.enum(['waiting', 'delivered', 'parked']),
  createdAt: iso,
  nextAt: iso.nullable(),
  attempts: z.array(z.object({ at: iso, ok: z.boolean(), detail: z.string() })),
})
export type DeliveryJson = z.infer<typeof deliverySchema>
export const deliveriesSchema = z.object({ deliveries: z.array(deliverySchema) })

export const destinationSchema = z.object({
  id: z.string(),
  kind: z.enum(['mail', 'webhook']),
  /** A mail address or a web address. */
  to: z.string(),
  createdAt: iso,
  disabledAt: iso.nullable(),
  /** Signs webhooks (`whsec_…`); shown to the people who may set destinations. */
  secret: z.string().nullable(),
})
export type DestinationJson = z.infer<typeof destinationSchema>
export const newDestinationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), to: z.email('is not a mail address').max(320) }),
  z.object({
    kind: z.literal('webhook'),
    to: z
      .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
      .max(2000)
      .refine(
        (to) => !/^https?:\/\/[^/?#\\]*@/i.test(to),
        'must hold no user or password: the signature says who sends',
      ),
  }),
])
export type NewDestination = z.infer<typeof newDestinationSchema>

/** What the set-up page's live check asks. */
export const seenSchema = z.object({
  events: z.number().int(),
  visitors: z.number().int(),
  firstAt: iso.nullable(),
  lastAt: iso.nullable(),
  lastUrl: z.string().nullable(),
  quarantined: z.number().int(),
  lastQuarantine: z.string().nullable(),
})
export type Seen = z.infer<typeof seenSchema>

export const newDecisionSchema = z.object({
  lead: z.string().min(3).max(80),
  decision: z.enum(decisions),
  reason: text(500).optional(),
  revenue: revenueSchema.optional(),
})
export type NewDecision = z.infer<typeof newDecisionSchema>

export const meSchema = z.object({
  email: z.string(),
  name: z.string(),
  via: z.enum(['session', 'token']),
})
export type Me = z.infer<typeof meSchema>

/** The problem document of RFC 9457 that every refused request gets. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}
