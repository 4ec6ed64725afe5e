/**
 * The wire schema: what a browser (`POST /e`) and a server (`POST /api/v1/events`) may send.
 * The envelope must be right or the request is refused; each event is judged by itself, so that
 * one bad event is quarantined and the others are kept.
 */
import { z } from 'zod'
import { moneySchema } from './money.ts'
import { text } from './text.ts'

export const MAX_BROWSER_EVENTS = 500
export const MAX_SERVER_EVENTS = 5000

/** Whether it may be the id of an event: opaque to us, made to be unique by whoever sends it. */
export const isEventId = (value: unknown): value is string => typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value)
const id = z.string().refine(isEventId, 'is not 1 to 64 letters, digits, - _ . or :')
/** Without a dot: names that hold one are the collector's own. */
const visitor = z.string().regex(/^[\w-]{1,64}$/, 'is not 1 to 64 letters, digits, - or _')
/** 2000-01-01 to 2100-01-01: outside it no clock is merely wrong. */
const time = z
  .union([z.number(), z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso))])
  .pipe(
    z.number().int().min(946_684_800_000, 'is before the year 2000').max(4_102_444_800_000, 'is after the year 2100'),
  )
const address = text(8192).refine(
  (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
  'is not an http(s) address',
)
/** What proves nothing is left out where it is wrong: it never costs a lead or a landing. */
const aside = (max: number) => text(max).optional().catch(undefined)
const scalar = z.union([text(2000), z.number(), z.boolean(), z.null()])
const traits = z.record(text(80), scalar).refine((value) => Object.keys(value).length <= 50, 'has more than 50 keys')

/** What somebody says of a person. Empty strings mean "not given". */
export const claimSchema = z.object({
  email: text(320).optional(),
  phone: text(60).optional(),
  name: text(200).optional(),
  company: text(200).optional(),
  id: text(200).optional(),
  traits: traits.optional(),
})
export type Claim = z.infer<typeof claimSchema>

/** Of a browser an id too long to be kept is left out, never cut, and the rest of what it claims stays. A server is told. */
const browserClaimSchema = claimSchema.extend({
  id: claimSchema.shape.id.or(
    z
      .string()
      .min(201)
      .transform(() => undefined),
  ),
})

export const fieldTypes = ['email', 'phone', 'name', 'company', 'message', 'choice', 'number', 'text'] as const
export type FieldType = (typeof fieldTypes)[number]

const fieldSchema = z.object({
  name: text(200),
  label: aside(300),
  /** Stated by the page or the server; where it is absent the collector tells it from the words on the field. */
  type: z.enum(fieldTypes).optional().catch(undefined),
  /** The field's kind and autocomplete hint: `email`, `text given-name`, `select-one`. */
  hint: aside(200),
  value: text(10_000),
})
export type Answer = z.infer<typeof fieldSchema>

const common = {
  id,
  at: time,
  url: address.optional(),
  referrer: text(8192).optional(),
  title: text(1000).optional(),
}
const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ ...common, type: z.literal(type), ...shape })

export const linkKinds = ['tel', 'mailto', 'download', 'outbound'] as const
export type LinkKind = (typeof linkKinds)[number]

/** `canonical`: what the page itself says its address is, where that is another. */
const page = z.object({
  ...common,
  type: z.literal('page'),
  url: address,
  canonical: address.optional().catch(undefined),
})
const engagement = event('engagement', {
  engagedMs: z.number().int().min(0).max(86_400_000),
  scroll: z.number().min(0).max(100).optional(),
})
const click = event('click', {
  kind: z.enum(linkKinds),
  target: text(2048),
  label: aside(300),
})
const form = event('form', {
  kind: aside(40),
  form: z
    .object({ id: aside(200), name: aside(200), action: aside(2048) })
    .optional()
    .catch(undefined),
  fields: z.array(fieldSchema).max(1000).default([]),
  /** Filled in by many people in turn, at a stand or in a shop: it never ties them together. `""`, "true" and 1 mean so, too. */
  kiosk: z.union([z.boolean(), z.unknown().transform((said) => (said === null ? undefined : true))]).optional(),
})
const identify = event('identify', { contact: browserClaimSchema })
const custom = event('custom', { name: text(200).min(1), props: traits.optional() })
/** A meeting somebody booked. `ref` is the booking's name at its provider. */
const booking = event('booking', {
  kind: aside(40),
  startsAt: time.optional().catch(undefined),
  ref: aside(500),
  contact: browserClaimSchema.optional(),
})
const consent = event('consent', { state: z.enum(['granted', 'denied']) })

/** What a browser may say. */
export const browserEventSchema = z.discriminatedUnion('type', [
  page,
  engagement,
  click,
  form,
  identify,
  custom,
  booking,
  consent,
])
export type BrowserEvent = z.infer<typeof browserEventSchema>

/** Minor units of the site's currency, or money that says which currency it is of. */
export const revenueSchema = z.union([z.number().int().min(0).max(1e13), moneySchema])
export type Revenue = z.infer<typeof revenueSchema>

export const decisions = ['qualify', 'irrelevant', 'opportunity', 'won', 'lost', 'reopen'] as const
export type DecisionKind = (typeof decisions)[number]

export const irrelevantReasons = ['support', 'wrong-number', 'job-seeker', 'seller', 'spam', 'test', 'other'] as const
export type IrrelevantReason = (typeof irrelevantReasons)[number]

const decided = {
  decision: z.enum(decisions),
  reason: text(500).optional(),
  revenue: revenueSchema.optional(),
}

const stated = {
  visitor: visitor.optional(),
  contact: claimSchema.optional(),
  userAgent: text(1000).optional(),
}
/** A server may say all that a browser may, name the contact with it, and state facts no browser can know. */
export const serverEventSchema = z.discriminatedUnion('type', [
  page.extend(stated),
  engagement.extend(stated),
  click.extend(stated),
  form.extend(stated),
  identify.extend({ contact: claimSchema, visitor: visitor.optional(), userAgent: stated.userAgent }),
  custom.extend(stated),
  consent.extend(stated),
  event('call', {
    ...stated,
    answered: z.boolean().optional(),
    seconds: z.number().int().min(0).optional(),
    from: text(60).optional(),
    to: text(60).optional(),
  }),
  event('email', {
    ...stated,
    kind: z.enum(['received', 'sent', 'open', 'click']),
    subject: text(500).optional(),
  }),
  booking.extend(stated),
  event('webinar', { ...stated, name: text(300).optional(), attended: z.boolean().optional() }),
  /** What a CRM says became of a lead: of the named one, or of the contact's latest. */
  event('outcome', { ...stated, ...decided, lead: text(80).optional() }),
])
export type ServerEvent = z.infer<typeof serverEventSchema>

/** The envelope of `POST /e`. `sent` is the device's clock at sending; it corrects the events' times. */
export const batchSchema = z.object({
  v: z.literal(1),
  site: z.string().min(1).max(80),
  visitor: visitor.optional(),
  sent: z.number(),
  /** The browser says that it is driven by a program: its events are marked, never dropped. */
  automated: z.boolean().optional(),
  events: z.array(z.unknown()).min(1),
})
export type Batch = z.infer<typeof batchSchema>

export const serverBatchSchema = z.object({
  site: z.string().min(1).max(80).optional(),
  events: z.array(z.unknown()).min(1),
})
