import { describe, expect, it } from 'vitest'
import { anEvent } from '../../test/builders/log.ts'
import { claimOf, strongKeysOf } from './claim.ts'

const form = (...fields: { name: string; type?: 'email' | 'name' | 'phone' | 'message' | 'text'; value: string }[]) =>
  anEvent({ type: 'form', fields })

describe('the claim of a form', () => {
  it('joins first and last name', () => {
    const event = form({ name: 'first', type: 'name', value: 'Jane ' }, { name: 'last', type: 'name', value: 'Doe' })
    expect(claimOf(event)).toMatchObject({ name: 'Jane Doe' })
  })

  it('takes an e-mail address from a field that does not say so, but not from what somebody wrote', () => {
    expect(claimOf(form({ name: 'contact', type: 'text', value: 'jane@customer.example' }))?.email).toBe(
      'jane@customer.example',
    )
    expect(claimOf(form({ name: 'text', type: 'message', value: 'jane@customer.example' }))).toBeUndefined()
  })

  it('gives way to what a server names with it', () => {
    const event = anEvent({
      type: 'form',
      fields: [{ name: 'email', type: 'email', value: 'typed@customer.example' }],
      contact: { email: 'stated@customer.example' },
    })
    expect(claimOf(event)?.email).toBe('stated@customer.example')
  })
})

describe('strong keys', () => {
  const named = (contact: object, origin: 'browser' | 'server') => anEvent({ type: 'identify', contact }, { origin })

  it.each([
    ['an e-mail, normalised', { email: ' Jane@Customer.EXAMPLE ' }, ['email:jane@customer.example']],
    ['nothing that only looks like an id', { id: 'null' }, []],
    ['no zeros', { id: '000-000' }, []],
    ['no role address alone', { email: 'info@customer.example' }, []],
    ['a role address with a name', { email: 'info@customer.example', name: 'Jane' }, ['email:info@customer.example']],
    [
      'an address under an internationalised top-level domain',
      { email: 'bo@firma.xn--p1ai' },
      ['email:bo@firma.xn--p1ai'],
    ],
    ['no address that is none', { email: 'jane@localhost' }, []],
  ])('%s', (_, contact, keys) => {
    expect(strongKeysOf(named(contact, 'browser'))).toEqual(keys)
  })

  it('are two at once only when a server states them', () => {
    const both = { id: 'crm-7', email: 'jane@customer.example' }
    expect(strongKeysOf(named(both, 'server'))).toEqual(['id:crm-7', 'email:jane@customer.example'])
    expect(strongKeysOf(named(both, 'browser'))).toEqual(['email:jane@customer.example'])
  })
})
