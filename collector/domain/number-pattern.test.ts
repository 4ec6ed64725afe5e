import { describe, expect, it } from 'vitest'
import { patternOf } from './number-pattern.ts'

const lent = '+4578901234'
const swapped = (from: string, text: string, e164 = lent) =>
  text.replaceAll(new RegExp(patternOf(from, e164), 'g'), '$1<lent>')

describe('a published number', () => {
  const spellings = [
    '+45 70 20 12 34',
    '70 20 12 34',
    '70201234',
    '7020 1234',
    '70.20.12.34',
    '70-20-12-34',
    '70\u201120\u201112\u201134',
    '70\u00a020\u00a012\u00a034',
    '+45 7020-1234',
    '+4570201234',
    '+45-70201234',
    '+45 (0) 70 20 12 34',
    '(+45) 70 20 12 34',
    '(0045)70201234',
    '0045 70 20 12 34',
    '004570201234',
    '4570201234',
    '+45%2070%2020%2012%2034',
    '(70) 20 12 34',
    '+45\n    70 20 12 34',
  ]
  it.each(spellings)('is found as %s', (text) => expect(swapped('+45 70 20 12 34', text)).toBe('<lent>'))
  // Without a + or 00 the first digits may be a country's or a town's.
  it.each(spellings.filter((from) => from !== '4570201234'))('is found wherever it is published as %s', (from) => {
    expect(swapped(from.replaceAll('%20', ' '), '70 20 12 34, +45 70201234')).toBe('<lent>, <lent>')
  })

  it.each([
    ['Ring +45 70 20 12 34.', 'Ring <lent>.'],
    ['(70 20 12 34)', '(<lent>)'],
    ['(+45 70 20 12 34)', '(<lent>)'],
    ['70 20 12 34 / 70 20 56 78', '<lent> / 70 20 56 78'],
    ['70 20 12 34, 70 20 12 34', '<lent>, <lent>'],
    ['70 20 12 34 (8-16)', '<lent> (8-16)'],
    ['Vej 45. 70 20 12 34', 'Vej 45. <lent>'],
    ['Vej 45, 70 20 12 34', 'Vej 45, <lent>'],
    ['tel:+4570201234', 'tel:<lent>'],
    ['tlf.70201234', 'tlf.<lent>'],
    ['24/7: 70 20 12 34', '24/7: <lent>'],
  ])('is found amid other words: %s', (text, expected) => expect(swapped('+45 70 20 12 34', text)).toBe(expected))

  it.each([
    '170201234',
    '702012345',
    '70 20 12 34 5',
    '70 20 12 34-36',
    '12 70 20 12 34',
    '+46 70 20 12 34',
    '(+46) 70 20 12 34',
    '0046 70 20 12 34',
    '+70201234',
    '1.70201234',
    '70 20 12 35',
    '',
  ])('is no part of a longer or another one: %s', (text) => expect(swapped('+45 70 20 12 34', text)).toBe(text))

  it.each([
    ['+31 20 123 4567', '020 123 4567'],
    ['020 123 4567', '+31 20 123 4567'],
    ['020-1234567', '+31 (0)20 123 45 67'],
    ['+44 20 7946 0958', '(020) 7946 0958'],
    ['+44 (0)20 7946 0958', '+44 20 7946 0958'],
    ['+1 212 555 0100', '(212) 555-0100'],
    ['+1 212 555 0100', '1-212-555-0100'],
    ['0049 30 1234567', '030/1234567'],
    ['+353 1 234 5678', '01 234 5678'],
    ['+39 06 1234 5678', '+39 06 12345678'],
  ])('is known by its country: %s as %s', (from, text) => {
    const e164 = /^\+/.test(from) ? '+4578901234' : from.startsWith('00') ? '+491' : '+31209876543'
    expect(swapped(from, text, e164)).toBe('<lent>')
  })

  it('without a word on its country is found as it is written', () => {
    expect(swapped('70 20 12 34', '70-201234 +45 70201234', '78901234')).toBe('<lent> +45 70201234')
  })
})
