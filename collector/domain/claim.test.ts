import { describe, expect, it } from 'vitest'
import type { Answer } from '@leadtrail/shared/event'
import { anEvent } from '../../test/builders/log.ts'
import { claimOf, strongKeysOf } from './claim.ts'

const form = (...fields: Answer[]) => anEvent({ type: 'form', fields })
/** A form of text fields, by their labels. */
const asked = (answers: Readonly<Record<string, string>>) =>
  claimOf(form(...Object.entries(answers).map(([label, value], place) => ({ name: `input_${place}`, label, value }))))

describe('the claim of a form', () => {
  it('joins first and last name', () => {
    const event = form({ name: 'first', type: 'name', value: 'Jane ' }, { name: 'last', type: 'name', value: 'Doe' })
    expect(claimOf(event)).toMatchObject({ name: 'Jane Doe' })
  })

  it.each([
    [{ 'First name': 'Jane', 'Last name': 'Doe' }, 'Jane Doe'],
    [{ Nachname: 'Doe', Vorname: 'Jane' }, 'Jane Doe'],
    [{ Name: 'Doe', Vorname: 'Jane' }, 'Jane Doe'],
    [{ Name: 'Jane', Surname: 'Doe' }, 'Jane Doe'],
    [{ Voornaam: 'Jan', Tussenvoegsel: 'van der', Achternaam: 'Berg' }, 'Jan van der Berg'],
    [{ 'Full name': 'Jane Doe', 'First name': 'Jane', 'Last name': 'Doe' }, 'Jane Doe'],
    [{ 'Name 1': 'Jane Doe', 'Name 2': 'Bob Roe' }, 'Jane Doe'],
    [{ Kontaktperson: 'Jane Doe', Virksomhed: 'Acme', Stilling: 'CTO' }, 'Jane Doe'],
    [{ 'Contact name': ' ', Name: 'Jane Doe' }, 'Jane Doe'],
  ])('tells who it is from %j', (answers, name) => expect(asked(answers)?.name).toBe(name))

  it('takes an address that is asked for twice as one', () => {
    const twice = { 'E-mail': 'jane@customer.example', 'Repeat e-mail': 'Jane@customer.example' }
    expect(asked(twice)).toEqual({ email: 'jane@customer.example' })
    expect(asked({ 'E-mail': 'jane@', 'Repeat e-mail': 'jane@customer.example' })?.email).toBe('jane@customer.example')
  })

  it('takes the first number that is one', () => {
    expect(asked({ 'Phone: country code': '+45', Phone: '12 34 56 78' })?.phone).toBe('12 34 56 78')
  })

  it('is told from fields of which nothing is stated', () => {
    const fields = [
      { name: 'input_1', label: 'Ansprechpartner', hint: 'text', value: 'Jane Doe' },
      { name: 'input_2', label: 'Firmenname', hint: 'text', value: 'Acme GmbH' },
      { name: 'input_3', label: 'Wie erreichen wir Sie?', hint: 'email', value: 'jane@customer.example' },
      { name: 'input_4', label: 'Rufnummer', hint: 'tel', value: '+49 30 123456' },
      { name: 'input_5', label: 'Ihr Unternehmen', hint: 'textarea', value: 'We drill. Write to bob@customer.example' },
      { name: 'input_6', label: 'Abteilung', hint: 'select-one', value: 'sales@customer.example' },
    ]
    expect(claimOf(form(...fields))).toEqual({
      email: 'jane@customer.example',
      phone: '+49 30 123456',
      name: 'Jane Doe',
      company: 'Acme GmbH',
    })
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

  it('are claimed by a booking as by an identify: one at most', () => {
    const contact = { id: 'crm-7', email: 'jane@customer.example', name: 'Jane' }
    expect(strongKeysOf(anEvent({ type: 'booking', kind: 'calendly', contact }))).toEqual([
      'email:jane@customer.example',
    ])
    expect(strongKeysOf(anEvent({ type: 'booking' }))).toEqual([])
  })

  it('are two at once only when a server states them', () => {
    const both = { id: 'crm-7', email: 'jane@customer.example' }
    expect(strongKeysOf(named(both, 'server'))).toEqual(['id:crm-7', 'email:jane@customer.example'])
    expect(strongKeysOf(named(both, 'browser'))).toEqual(['email:jane@customer.example'])
  })
})
