import { describe, expect, it } from 'vitest'
import { typeOf, wordsOf } from './field-type.ts'

/** The type of an input of the kind with the text on it. */
const typed = (kind: string, text: string) => typeOf(wordsOf(`${kind} ${text}`))

describe('typeOf()', () => {
  it.each([
    ['email', 'email', 'x'],
    ['tel', 'x', 'phone'],
    ['select-one', 'company size', 'choice'],
    ['radio', 'phone or mail', 'choice'],
    ['checkbox', 'newsletter by e-mail', 'choice'],
    ['number', 'employees', 'number'],
    ['textarea', 'Tell us about your company', 'message'],
    ['text', 'subject', 'text'],
  ])('goes by the kind: %s', (kind, text, type) => expect(typed(kind, text)).toBe(kind === 'email' ? 'email' : type))

  it.each([
    ['given-name', 'name'],
    ['organization', 'company'],
    ['organization-title', 'text'],
    ['tel-national', 'phone'],
    ['street-address', 'text'],
    ['postal-code', 'text'],
    ['country-name', 'text'],
    ['username', 'text'],
  ])('goes by the autocomplete hint: %s', (hint, type) => expect(typed('text', hint)).toBe(type))

  it.each([
    [
      'email',
      [
        'E-mail',
        'Your email',
        'E-mailadresse',
        'e_post',
        'E-postadress',
        'Mejl',
        'E-Mail-Adresse',
        'e-mailadres',
        'workEmail',
      ],
    ],
    [
      'phone',
      [
        'Phone',
        'Mobile phone',
        'Telefon',
        'Tlf',
        'Mobilnummer',
        'Telefonnummer',
        'Telefoonnummer',
        'Mobil',
        'phone_number',
      ],
    ],
    [
      'company',
      [
        'Company',
        'Company name',
        'Firma',
        'Firmanavn',
        'Virksomhed',
        'Bedrift',
        'Selskap',
        'Företag',
        'Foretag',
        'Bedrijfsnaam',
        'Unternehmen',
        'Organisation',
        'Organisasjon',
      ],
    ],
    [
      'name',
      [
        'Name',
        'Full name',
        'first_name',
        'fname',
        'lastName',
        'Fornavn',
        'Efternavn',
        'Etternavn',
        'Navn',
        'Förnamn'.normalize(),
        'Efternamn',
        'Namn',
        'Naam',
        'Voornaam',
        'Achternaam',
        'Vorname',
        'Nachname',
        'your-name',
      ],
    ],
    ['message', ['Message', 'Comments', 'Besked', 'Beskjed', 'Melding', 'Meddelande', 'Bericht', 'Nachricht']],
    [
      'text',
      ['Subject', 'Product name', 'File name', 'Projektnavn', 'Street', 'Zip', 'Budget', 'Website', 'Brugernavn'],
    ],
  ] as const)('knows %s in six languages', (type, texts) => {
    expect(texts.filter((text) => typed('text', text) !== type)).toEqual([])
  })

  it.each(['email', 'phone', 'company', 'name', 'message', 'choice', 'number', 'text'])(
    'gives the name of a type that type: %s',
    (type) => {
      expect(typeOf(type)).toBe(type)
    },
  )
})
