/** The rules a new site starts with: that they are rules, and which touchpoint each kind of event is by them. */
import { describe, expect, it } from 'vitest'
import { eventId, visitorId } from '@leadtrail/shared/ids'
import { domainSchema, rulesSchema } from '@leadtrail/shared/settings'
import { instant } from '@leadtrail/shared/time'
import { defaultRules } from './default-rules.ts'
import type { EventBody } from './event.ts'
import { touchpointOf } from './touchpoint.ts'

const rules = defaultRules()
const at = instant(0)

function typeOf(told: {
  readonly type: string
  readonly url?: string
  readonly [key: string]: unknown
}): string | undefined {
  const body = { ...told, ...(told.url === undefined ? {} : { url: `https://example.com${told.url}` }) } as EventBody
  const event = { id: eventId('event-01'), visitor: visitorId('visitor-01'), at, receivedAt: at, body }
  return touchpointOf({ ...event, origin: 'browser', bot: false, device: null }, undefined, { rules })?.type
}

const email = [{ name: 'email', type: 'email', value: 'jane@acme.example' }]
const phone = [{ name: 'tel', type: 'phone', value: '+45 12 34 56 78' }]

describe('defaultRules()', () => {
  it('are rules as the settings page would accept them', () => {
    expect(rulesSchema.parse(rules)).toEqual(rules)
  })

  it('take the values that are known and leave the customer value unset otherwise', () => {
    expect(rules.values).toEqual({ customerValue: 0, sqlToCustomer: 0.35, mqlToSql: 0.2 })
    const known = { customerValue: 15_000_000, sqlToCustomer: 0, mqlToSql: 1 }
    expect(defaultRules(known).values).toEqual(known)
  })

  it('call no two touchpoints or scoring rules the same', () => {
    const { fit, interest } = rules.scoring
    for (const names of [
      rules.touchpoints.map(({ type }) => type),
      [...fit, ...interest].flatMap((group) => group.rules.map(({ id }) => id)),
      [...fit, ...interest].map(({ name }) => name),
      rules.referralExclusions,
    ]) {
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('exclude hosts, in the form in which hosts are compared', () => {
    for (const host of rules.referralExclusions) expect(domainSchema.parse(host)).toBe(host)
  })

  it.each([
    ['phone-call', { type: 'click', kind: 'tel', target: 'tel:+4512345678', url: '/contact' }],
    ['phone-call', { type: 'call' }],
    ['contact-form', { type: 'form', url: '/contact', fields: email }],
    ['contact-form', { type: 'form', url: '/demo/contact', fields: [] }],
    ['contact-form', { type: 'form', url: '/da/kontakt-os', fields: email }],
    ['contact-form', { type: 'form', url: '/', kind: 'contact', fields: email }],
    ['contact-form', { type: 'form', url: '/om-os/kontakt', fields: email }],
    ['demo-booking', { type: 'form', url: '/demo/book-demo', kind: 'demo', fields: email }],
    ['demo-booking', { type: 'form', url: '/contact', kind: 'booking', fields: email }],
    ['demo-booking', { type: 'form', url: '/demo-booking', fields: email }],
    ['demo-booking', { type: 'booking' }],
    ['email', { type: 'click', kind: 'mailto', target: 'mailto:hello@example.com', url: '/' }],
    ['email', { type: 'email', kind: 'received' }],
    ['download', { type: 'click', kind: 'download', target: '/brochure.pdf', url: '/pricing' }],
    ['download', { type: 'form', kind: 'download', url: '/guide', fields: email }],
    ['enquiry', { type: 'form', url: '/pricing', fields: email }],
    ['enquiry', { type: 'form', url: '/', kind: 'quote', fields: phone }],
    ['enquiry', { type: 'form', url: '/blog/bookkeeping', fields: email }],
    ['pricing-visit', { type: 'page', url: '/pricing' }],
    ['pricing-visit', { type: 'page', url: '/demo/pricing?utm_source=x' }],
    ['pricing-visit', { type: 'page', url: '/priser/borerigge' }],
    ['contact-visit', { type: 'page', url: '/demo/contact' }],
    [undefined, { type: 'form', url: '/contact', kind: 'newsletter', fields: email }],
    [undefined, { type: 'form', url: '/search', fields: [{ name: 'q', type: 'text', value: 'drill' }] }],
    [undefined, { type: 'page', url: '/demo/cases' }],
    [undefined, { type: 'page', url: '/' }],
    [undefined, { type: 'click', kind: 'outbound', target: 'https://other.example', url: '/' }],
    [undefined, { type: 'email', kind: 'open' }],
    [undefined, { type: 'identify', contact: { email: 'jane@acme.example' } }],
  ])('make %s of %j', (type, told) => {
    expect(typeOf(told)).toBe(type)
  })

  it('open no lead by a page view', () => {
    const silent = rules.touchpoints.filter(({ opens }) => !opens).map(({ type }) => type)
    expect(silent).toEqual(['pricing-visit', 'contact-visit'])
  })
})
