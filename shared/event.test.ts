import { describe, expect, it } from 'vitest'
import { browserEventSchema, serverEventSchema } from './event.ts'

const common = { id: 'e1', at: 1_773_480_600_000 }
const long = 'x'.repeat(9000)
const wrong = [long, 7, 'a\0b', {}, []]

describe('what proves nothing costs no event', () => {
  it.each<[string, (value: unknown) => object, object]>([
    [
      'canonical',
      (canonical) => ({ type: 'page', url: 'https://a.dk/', canonical }),
      { type: 'page', url: 'https://a.dk/' },
    ],
    [
      'label and hint of a field',
      (value) => ({ type: 'form', fields: [{ name: 'email', value: 'a@b.dk', label: value, hint: value }] }),
      { type: 'form', fields: [{ name: 'email', value: 'a@b.dk' }] },
    ],
    ['kind of a form', (kind) => ({ type: 'form', kind }), { type: 'form', fields: [] }],
    ['form', (form) => ({ type: 'form', form: form === wrong[3] ? 3 : form }), { type: 'form', fields: [] }],
    [
      'names of a form',
      (value) => ({ type: 'form', form: { id: 'f', name: value, action: value } }),
      { type: 'form', form: { id: 'f' }, fields: [] },
    ],
    [
      'label of a click',
      (label) => ({ type: 'click', kind: 'tel', target: 'tel:1', label }),
      { type: 'click', kind: 'tel', target: 'tel:1' },
    ],
    [
      'facts of a booking',
      (value) => ({ type: 'booking', kind: value, startsAt: value, ref: value, contact: { email: 'a@b.dk' } }),
      { type: 'booking', contact: { email: 'a@b.dk' } },
    ],
  ])('%s', (_, event, expected) => {
    for (const value of wrong) {
      expect(browserEventSchema.parse({ ...common, ...event(value) })).toEqual({ ...common, ...expected })
      expect(serverEventSchema.parse({ ...common, ...event(value) })).toEqual({ ...common, ...expected })
    }
  })
})

it.each([
  ['', true],
  ['true', true],
  [1, true],
  [true, true],
  [false, false],
  [null, undefined],
  [undefined, undefined],
])('kiosk %j means %j', (kiosk, expected) => {
  expect(browserEventSchema.parse({ ...common, type: 'form', kiosk })).toHaveProperty('kiosk', expected)
  expect(browserEventSchema.parse({ ...common, type: 'form' })).not.toHaveProperty('kiosk')
})

it.each(['identify', 'booking'])('too long an id costs a browser the id alone, a server the event: %s', (type) => {
  const event = { ...common, type, contact: { email: 'a@b.dk', id: 'x'.repeat(201) } }
  expect(browserEventSchema.parse(event)).toEqual({ ...common, type, contact: { email: 'a@b.dk' } })
  expect(serverEventSchema.safeParse(event).success).toBe(false)
  const right = { ...event, contact: { id: 'x'.repeat(200) } }
  expect(browserEventSchema.parse(right)).toEqual(right)
  expect(browserEventSchema.safeParse({ ...event, contact: { id: {} } }).success).toBe(false)
})
