import { describe, expect, it } from 'vitest'
import {
  afterRates,
  ago,
  calendarDay,
  credit,
  exact,
  majorOf,
  minorOf,
  moment,
  money,
  pathOf,
  percentOf,
  rateOf,
  share,
  signed,
  span,
} from './format.ts'

describe('money()', () => {
  it.each([
    [2_250_000, 'DKK', '22,500 DKK'],
    [2_250_050, 'DKK', '22,500.50 DKK'],
    [0, 'EUR', '0 EUR'],
    [22_500, 'JPY', '22,500 JPY'],
    [1_000, 'JPY', '1,000 JPY'],
    [1_500, 'KWD', '1.500 KWD'],
  ])('writes %d minor units of %s as %s', (amount, currency, text) => {
    expect(money({ amount, currency }).replace('\u00a0', ' ')).toBe(text)
  })
})

describe('exact()', () => {
  it('keeps every decimal', () => {
    expect(exact({ amount: 1_125_000, currency: 'DKK' })).toBe('11,250.00')
    expect(exact({ amount: 333, currency: 'JPY' })).toBe('333')
  })
})

describe('credit()', () => {
  it('writes leads to two decimals and money exactly', () => {
    expect(credit(3)).toBe('3')
    expect(credit(0.333333)).toBe('0.33')
    expect(credit({ amount: 1_125_000, currency: 'DKK' })).toBe('11,250.00')
  })
})

describe('minorOf()', () => {
  it.each([
    ['150000', 'DKK', 15_000_000],
    ['150,000', 'DKK', 15_000_000],
    ['150.000', 'DKK', 15_000_000],
    ['150 000', 'DKK', 15_000_000],
    ['1.150.000,50', 'DKK', 115_000_050],
    ['1,150,000.50', 'DKK', 115_000_050],
    ['180000,5', 'DKK', 18_000_050],
    ['0', 'DKK', 0],
    ['180', 'JPY', 180],
    ['', 'DKK', null],
    ['-5', 'DKK', null],
    ['12,34,56', 'DKK', null],
    ['1.5', 'JPY', null],
    ['1e5', 'DKK', null],
    ['999999999999999', 'DKK', null],
  ])('reads "%s" %s as %s', (text, currency, amount) => {
    expect(minorOf(text, currency)).toBe(amount)
  })

  it.each([0, 1, 50, 99, 15_000_000, 15_000_050])('reads back what majorOf() wrote: %d', (amount) => {
    for (const currency of ['DKK', 'JPY']) expect(minorOf(majorOf(amount, currency), currency)).toBe(amount)
  })
})

describe('rateOf()', () => {
  it.each([
    ['35', 0.35],
    ['12,5', 0.125],
    ['0.05 %', 0.0005],
    ['100', 1],
    ['101', null],
    ['', null],
    ['a', null],
  ])('reads "%s" as %s', (text, rate) => expect(rateOf(text)).toBe(rate))

  it.each([0, 0.05, 0.125, 0.35, 1])('reads back what percentOf() wrote: %d', (rate) =>
    expect(rateOf(percentOf(rate))).toBe(rate),
  )
})

describe('afterRates()', () => {
  it('is the worth of the average enquiry: 150,000 × 0.20 × 0.35 = 10,500', () => {
    expect(afterRates(15_000_000, [0.2, 0.35])).toBe(1_050_000)
  })
  it('rounds half up, once', () => {
    expect(afterRates(1, [0.5])).toBe(1)
    expect(afterRates(1, [0.7, 0.7])).toBe(0)
  })
})

describe('moments', () => {
  it('are written on the clock of the site', () => {
    expect(moment('2026-03-14T23:30:00Z', 'Europe/Copenhagen')).toBe('15 Mar 2026, 00:30')
    expect(moment('2026-03-14T23:30:00Z', 'America/New_York')).toBe('14 Mar 2026, 19:30')
  })
  it('keep a calendar day the day it is', () => expect(calendarDay('2026-03-01')).toBe('1 Mar 2026'))
})

describe('span()', () => {
  it.each([
    [0, 'under a minute'],
    [61_000, '1 min'],
    [3_600_000, '1 hour'],
    [3_900_000, '1 h 5 min'],
    [47 * 3_600_000, '1 day'],
    [48 * 3_600_000, '2 days'],
    [70 * 86_400_000, '2 months'],
  ])('writes %d ms as %s', (ms, text) => expect(span(ms)).toBe(text))
})

describe('small words', () => {
  it('say how long ago, what part and which sign', () => {
    expect(ago('2026-03-14T10:00:00Z', Date.parse('2026-03-14T10:00:30Z'))).toBe('just now')
    expect(ago('2026-03-14T10:00:00Z', Date.parse('2026-03-14T10:04:30Z'))).toBe('4 min ago')
    expect(share(1, 8)).toBe('12.5\u00a0%')
    expect(share(1, 8000)).toBe('< 0.1\u00a0%')
    expect(share(0, 0)).toBe('–')
    expect(signed(15)).toBe('+15')
    expect(signed(-5)).toBe('−5')
  })
  it('shorten an address to its path', () => {
    expect(pathOf('https://example.com/pricing?utm_source=a#top')).toBe('/pricing')
    expect(pathOf('not an address')).toBe('not an address')
  })
})
