import { describe, expect, it } from 'vitest'
import { browserEventSchema, serverEventSchema } from './event.ts'
import { understood } from './understood.ts'

const at = '2026-03-14T09:30:00Z'
const parse = (event: object) => {
  const result = serverEventSchema.safeParse(understood({ id: 'e1', at, ...event }))
  return result.success ? result.data : result.error.issues
}

describe('an event as outsiders write it', () => {
  it.each<[string, object, object]>([
    [
      'fields as a map',
      { type: 'form', fields: { email: 'a@b.dk', seats: 5 } },
      {
        fields: [
          { name: 'email', value: 'a@b.dk' },
          { name: 'seats', value: '5' },
        ],
      },
    ],
    [
      'a field type of HTML as a hint',
      { type: 'form', fields: [{ name: 'm', type: 'textarea', value: 'Hi' }] },
      { fields: [{ name: 'm', hint: 'textarea', value: 'Hi' }] },
    ],
    [
      'a hint beside a type of HTML',
      { type: 'form', fields: [{ name: 'm', type: 'tel', hint: 'tel fax', value: '1' }] },
      { fields: [{ name: 'm', hint: 'tel fax', value: '1' }] },
    ],
    [
      'a hint, a label and a type as the schema has them',
      { type: 'form', fields: [{ name: 'm', label: 'L', type: 'name', hint: 'text given-name', value: 'x' }] },
      { fields: [{ name: 'm', label: 'L', type: 'name', hint: 'text given-name', value: 'x' }] },
    ],
    [
      'fields as the text of a list',
      { type: 'form', fields: '[{"name":"email","value":"a@b.dk"}]' },
      { fields: [{ name: 'email', value: 'a@b.dk' }] },
    ],
    [
      'several choices',
      { type: 'form', fields: [{ name: 'm', value: ['a', 'b'] }] },
      { fields: [{ name: 'm', value: 'a, b' }] },
    ],
    [
      'choices that are no plain values',
      { type: 'form', fields: [{ name: 'm', value: ['a', 1, { toString: 1, valueOf: 1 }] }] },
      { fields: [{ name: 'm', value: 'a, 1, {"toString":1,"valueOf":1}' }] },
    ],
    [
      'an answer and a title that are too long, without half an emoji',
      { type: 'form', title: 't'.repeat(999) + '😀', fields: [{ name: 'm', value: 'x'.repeat(9999) + '😀' }] },
      { title: 't'.repeat(999), fields: [{ name: 'm', value: 'x'.repeat(9999) }] },
    ],
    [
      'more fields than are kept',
      { type: 'form', fields: Array.from({ length: 1200 }, () => ({ name: 'm', value: 'x' })) },
      { fields: Array.from({ length: 1000 }, () => ({ name: 'm', value: 'x' })) },
    ],
    [
      'null for absent',
      { type: 'page', url: 'https://a.dk/', title: null, contact: { email: 'a@b.dk', phone: null } },
      { contact: { email: 'a@b.dk' } },
    ],
    [
      'other keys of a contact',
      { type: 'identify', contact: { email: 'a@b.dk', title: 'CEO', id: 7 } },
      { contact: { email: 'a@b.dk', id: '7', traits: { title: 'CEO' } } },
    ],
    [
      'what lies deeper in a contact or an event',
      { type: 'identify', contact: { email: 'a@b.dk', name: 'x'.repeat(300), address: { city: 'Aarhus' } } },
      { contact: { email: 'a@b.dk', name: 'x'.repeat(200), traits: { 'address.city': 'Aarhus' } } },
    ],
    [
      'more values than are kept',
      {
        type: 'custom',
        name: 'x',
        props: Object.fromEntries(Array.from({ length: 80 }, (_, place) => [`k${place}`, 1])),
      },
      { props: Object.fromEntries(Array.from({ length: 50 }, (_, place) => [`k${place}`, 1])) },
    ],
    ['an identify without an envelope', { type: 'identify', email: 'a@b.dk' }, { contact: { email: 'a@b.dk' } }],
    ['a mail without a kind', { type: 'email', contact: { email: 'a@b.dk' } }, { kind: 'received' }],
    ['a click by its address', { type: 'click', href: 'tel:+4512345678' }, { kind: 'tel', target: 'tel:+4512345678' }],
    ['a click by another word', { type: 'click', kind: 'phone', target: '+45' }, { kind: 'tel' }],
    ['an outcome by another word', { type: 'outcome', outcome: 'qualified', lead: 'l_x' }, { decision: 'qualify' }],
    [
      'money as money',
      { type: 'outcome', decision: 'won', revenue: { amount: 5, currency: 'DKK' } },
      { revenue: { amount: 5, currency: 'DKK' } },
    ],
    ['an event by the name of the call', { type: 'event', name: 'calculated' }, { type: 'custom', name: 'calculated' }],
    ['fractions of a millisecond', { type: 'custom', name: 'x', at: 1_773_480_600_000.4 }, { at: 1_773_480_600_000 }],
    ['minutes without seconds', { type: 'custom', name: 'x', at: '2026-03-14T09:30Z' }, { at: 1_773_480_600_000 }],
    ['an id with signs in it', { id: 'crm:deal.1', type: 'custom', name: 'x' }, { id: 'crm:deal.1' }],
  ])('%s', (_, event, expected) => {
    expect(parse(event)).toMatchObject(expected)
  })

  it('an id is never cut', () => {
    const contact = { email: 'a@b.dk', id: 'x'.repeat(201) }
    expect(parse({ type: 'identify', contact })).toMatchObject([{ path: ['contact', 'id'] }])
  })

  it.each([
    null,
    3,
    'x',
    [],
    { type: 'form', fields: 3 },
    { type: 'form', fields: [null, 3] },
    { type: 'click' },
    { type: { toString: 1, valueOf: 1 } },
    { type: 'identify', contact: 3 },
  ])('nonsense stays nonsense: %j', (event) => {
    expect(serverEventSchema.safeParse(understood(event)).success).toBe(false)
    expect(browserEventSchema.safeParse(understood(event)).success).toBe(false)
  })
})
