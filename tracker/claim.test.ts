import { describe, expect, it } from 'vitest'
import { claimSchema } from '@leadtrail/shared/event'
import { claimOf, flat } from './claim.ts'

describe('claimOf()', () => {
  it('puts what is known where it belongs and all else into traits', () => {
    const claim = claimOf({
      email: 'jane@mail.test',
      phone: 4570201234,
      id: 0,
      title: 'CEO',
      address: { city: 'Aarhus' },
    })
    expect(claim).toMatchObject({ email: 'jane@mail.test', phone: '4570201234', id: '0' })
    expect(claim.traits).toEqual({ title: 'CEO', 'address.city': 'Aarhus' })
  })

  it.each([undefined, null, 'text', 7, [], { email: null, name: '', f() {} }, { note: 'x'.repeat(9999) }])(
    'is valid on the wire for %o',
    (said) => {
      expect(claimSchema.safeParse(JSON.parse(JSON.stringify(claimOf(said)))).success).toBe(true)
    },
  )
})

describe('flat()', () => {
  it('keeps at most 50 values', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, place) => [`k${place}`, place]))
    expect(Object.keys(flat(many))).toHaveLength(50)
  })
})
