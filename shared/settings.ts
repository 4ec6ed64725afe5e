/** A site and its rules: all that its figures depend on besides the events. */
import { z } from 'zod'
import { type Minor, minor } from './money.ts'
import { dialledOf } from './phone.ts'
import { text } from './text.ts'
import { isTimeZone } from './time.ts'

export const consentModes = ['required', 'cookieless', 'granted'] as const
export type ConsentMode = (typeof consentModes)[number]

const rate = z.number().min(0).max(1)
// `/pricing*`, `*/contact`: `*` stands for any run of characters; case and a trailing slash do not matter.
const patterns = z.array(z.string().min(1).max(200)).max(50)

export const touchpointConditionSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('page'), path: patterns }),
  z.object({
    on: z.literal('form'),
    kinds: z.array(z.string()).optional(),
    path: patterns.optional(),
    reachable: z.boolean().optional(),
  }),
  z.object({ on: z.literal('click'), kind: z.enum(['tel', 'mailto', 'download', 'outbound']) }),
  z.object({ on: z.literal('call') }),
  z.object({ on: z.literal('email') }),
  z.object({ on: z.literal('booking') }),
])
export type TouchpointCondition = z.infer<typeof touchpointConditionSchema>

export const touchpointRuleSchema = z.object({
  type: z.string().min(1).max(60),
  label: z.string().min(1).max(80),
  stage: z.enum(['mql', 'sql']),
  /** Own rates; what is absent is the site's. */
  mqlToSql: rate.optional(),
  sqlToCustomer: rate.optional(),
  /** Whether it opens a lead. A page view is a signal: worth something, but no enquiry. */
  opens: z.boolean(),
  when: z.array(touchpointConditionSchema).min(1),
})
export type TouchpointRule = z.infer<typeof touchpointRuleSchema>

export const valuesSchema = z.object({
  /** Minor units. */
  customerValue: z
    .number()
    .int()
    .min(0)
    .max(1e13)
    .transform((amount): Minor => minor(amount)),
  sqlToCustomer: rate,
  mqlToSql: rate,
})
export type Values = z.infer<typeof valuesSchema>

export const scoreConditionSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('trait'), trait: z.string(), any: z.array(z.string()) }),
  z.object({ on: z.literal('known'), trait: z.string() }),
  z.object({ on: z.literal('email'), is: z.enum(['company', 'free', 'role']) }),
  z.object({ on: z.literal('answer'), any: z.array(z.string()) }),
  z.object({ on: z.literal('page'), path: patterns }),
  z.object({ on: z.literal('visits'), atLeast: z.number().int().min(1) }),
  z.object({ on: z.literal('touchpoint'), types: z.array(z.string()) }),
])
export type ScoreCondition = z.infer<typeof scoreConditionSchema>

export const scoreRuleSchema = z.object({
  id: z.string().min(1).max(60),
  label: z.string().min(1).max(120),
  points: z.number().int().min(-100).max(100),
  when: scoreConditionSchema,
  /** At most so many times (default once), counted within so many days when given. */
  atMost: z.object({ times: z.number().int().min(1), days: z.number().min(1).optional() }).optional(),
  halfLifeDays: z.number().positive().optional(),
})
export type ScoreRule = z.infer<typeof scoreRuleSchema>

export const scoreGroupSchema = z.object({
  name: z.string(),
  /** The group's sum is kept within these bounds. */
  cap: z.object({ least: z.number().int(), most: z.number().int() }),
  rules: z.array(scoreRuleSchema),
})
export type ScoreGroup = z.infer<typeof scoreGroupSchema>

export const scoringSchema = z.object({
  version: z.number().int().min(1),
  /** From this score on a lead counts as high. */
  high: z.object({ fit: z.number(), interest: z.number() }),
  fit: z.array(scoreGroupSchema),
  interest: z.array(scoreGroupSchema),
})
export type Scoring = z.infer<typeof scoringSchema>

export const rulesSchema = z.object({
  values: valuesSchema,
  touchpoints: z.array(touchpointRuleSchema),
  scoring: scoringSchema,
  /** Hosts whose referrers are no traffic source: payment and sign-in providers. */
  referralExclusions: z.array(z.string()),
})
/** The rules of a site. `version` counts their changes and stands on every receipt. */
export type Rules = z.infer<typeof rulesSchema>

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 currency code such as DKK')
export const zoneSchema = z.string().refine(isTimeZone, 'is not a time zone such as Europe/Copenhagen')
export const domainSchema = z
  .string()
  .toLowerCase()
  .regex(/^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])$/, 'is not a domain such as example.com')

const numberSchema = text(40)
  .trim()
  .refine((number) => dialledOf(number) !== undefined, 'is not a phone number such as +45 70 20 30 40')

export const numberPoolSchema = z.object({
  /** The number as it is published on the pages. */
  on: numberSchema,
  /** Those lent to visitors in its place, as they shall be shown. */
  numbers: z.array(numberSchema).min(1, 'needs at least one number').max(200),
  /** Shown when none is free; without it the published one stays. */
  fallback: numberSchema.optional(),
  /** How long a number is a visitor's after he was last seen. */
  minutes: z.number().int().min(1).max(43_200).default(60),
})
export type NumberPool = z.infer<typeof numberPoolSchema>

export const numberPoolsSchema = z.array(numberPoolSchema).max(20).superRefine(checkEachOnce)

/** Who calls a number that is lent must have been shown it: it can be in one pool only, and published nowhere. */
function checkEachOnce(pools: readonly NumberPool[], context: z.core.$RefinementCtx): void {
  const say = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  const published = new Set(pools.flatMap(({ on, fallback }) => [dialledOf(on), fallback && dialledOf(fallback)]))
  const replaced = new Set<string | undefined>()
  const lent = new Set<string>()
  for (const [place, { on, numbers }] of pools.entries()) {
    if (replaced.has(dialledOf(on))) say('has a pool already', place, 'on')
    replaced.add(dialledOf(on))
    for (const [index, number] of numbers.entries()) {
      const dialled = dialledOf(number)
      if (dialled === undefined) continue
      if (lent.has(dialled)) say('is in a pool already', place, 'numbers', index)
      else if (published.has(dialled)) say('is published, so it cannot be lent', place, 'numbers', index)
      lent.add(dialled)
    }
  }
}

export const siteSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  currency: currencySchema,
  timeZone: zoneSchema,
  consent: z.enum(consentModes),
  rulesVersion: z.number().int(),
  rules: rulesSchema,
  numberPools: z.array(numberPoolSchema),
})
export type SiteJson = z.infer<typeof siteSchema>

const siteFields = {
  name: text(100).trim().min(1, 'is missing'),
  domains: z.array(domainSchema).min(1, 'needs at least one domain').max(50),
  currency: currencySchema,
  timeZone: zoneSchema,
  consent: z.enum(consentModes),
  /** Minor units; the average profit or revenue of one new customer, as the owner prefers. */
  customerValue: z.number().int().min(0).max(1e13).optional(),
  sqlToCustomer: rate.optional(),
  mqlToSql: rate.optional(),
  /** Phone numbers of the pages, and those shown in their place. */
  numberPools: numberPoolsSchema.optional(),
}

/** What somebody fills in to make a site. */
export const newSiteSchema = z.object({
  ...siteFields,
  currency: siteFields.currency.default('EUR'),
  timeZone: siteFields.timeZone.default('UTC'),
  consent: siteFields.consent.default('cookieless'),
})
export type NewSite = z.infer<typeof newSiteSchema>

/** What is absent stays as it is: nothing here has a default. */
export const changedSiteSchema = z.object(siteFields).partial()
export type ChangedSite = z.infer<typeof changedSiteSchema>
