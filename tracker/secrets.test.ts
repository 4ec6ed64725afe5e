import { describe, expect, it } from 'vitest'
import { isSecret, masked } from './secrets.ts'

describe('isSecret()', () => {
  it.each([
    'password',
    'newPassword',
    'passwort',
    'cc-number',
    'cardNumber',
    'card_no',
    'kortnummer',
    'Kartennummer',
    'cvv',
    'cvc',
    'CVV2'.slice(0, 3),
    'one-time-code',
    'otp',
    'CPR-nummer',
    'personnummer',
    'Person nr',
    'fødselsnummer',
    'fodselsnummer',
    'BSN',
    'social-security-number',
    'national_id',
    'Steuer-ID',
    'IBAN',
    'kontonummer',
    'csrf_token',
    'g-recaptcha-response',
    'client_secret',
    'Kreditkarte',
    'credit card',
    'wpforms[hp]',
    '_gotcha',
    'bot-field',
    'honeypot',
  ])('leaves out %s', (name) => expect(isSecret(name)).toBe(true))

  it.each([
    'email',
    'your-name',
    'Contact person name',
    'shipping',
    'postcode',
    'company',
    'besked',
    'Kort beskrivelse',
    'Accountant',
    'budget',
    'Option',
    'Business card',
  ])('reads %s', (name) => expect(isSecret(name)).toBe(false))
})

describe('masked()', () => {
  it.each([
    ['my card 4111 1111 1111 1111 please', 'my card *** please'],
    ['5500-0000-0000-0004', '***'],
    ['378282246310005', '***'],
    ['3782 822463 10005', '***'],
    ['Order 4111111111111112', 'Order ***'],
    ['CPR 010190-1234', 'CPR ***'],
    ['personnummer 19900101-1234', 'personnummer ***'],
    ['IBAN DK50 0040 0440 1162 43 thanks', 'IBAN *** thanks'],
  ])('blanks out what is secret in "%s"', (text, left) => expect(masked(text)).toBe(left))

  it.each([
    '+45 70 20 12 34',
    '+4915112345678',
    '0049 151 12345678',
    '4915112345678',
    '70201234 22334455',
    '004915112345678',
    'GLN 5798000000000',
    '2026-11-22',
    'DK12345678',
    '150,000 DKK',
  ])('keeps %s', (text) => expect(masked(text)).toBe(text))
})
