/** Money: no minor unit is made or lost, whatever the amount, the rates and the weights. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, minor, split, timesRates } from './money.ts'

const sum = (parts: readonly number[]): bigint => parts.reduce((total, part) => total + BigInt(part), 0n)
const amounts = fc.maxSafeInteger().map(minor)
const weights = fc.array(fc.oneof(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.nat(20)), {
  minLength: 1,
  maxLength: 30,
})

describe('minor()', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('refuses %s, which is no whole number of minor units', (amount) => {
    expect(() => minor(amount)).toThrow('not an amount in minor units')
  })
})

describe('decimalsOf()', () => {
  it.each([['DKK', 2], ['EUR', 2], ['JPY', 0], ['KWD', 3]])('%s has %i decimals', (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals)
  }) // prettier-ignore
})

describe('timesRates()', () => {
  it.each([
    [150_000_00, [0.2, 0.35], 10_500_00],
    [150_000_00, [0.03, 0.35], 1_575_00],
    [1, [0.5], 1],
    [1, [0.49], 0],
    [3, [0.5, 0.5], 1],
    [-1, [0.9], -1],
    [-3, [0.5], -1],
    [100, [], 100],
    [0, [0.35], 0],
    [Number.MAX_SAFE_INTEGER, [1, 1, 1], Number.MAX_SAFE_INTEGER],
  ])('%i × %j is %i', (amount, rates, product) => {
    expect(timesRates(minor(amount), rates)).toBe(product)
  })

  it('rounds once, at the end', () => {
    // Rounded after each rate it would be 1 × 0.5 = 1, × 0.5 = 1.
    expect(timesRates(minor(1), [0.5, 0.5])).toBe(0)
  })
})

describe('split()', () => {
  it.each([
    ['the larger remainder gets what is left', 100, [1, 2], [33, 67]],
    ['ties go to the earlier part', 100, [1, 1, 1], [34, 33, 33]],
    ['a part without weight gets nothing', 7, [0, 1, 0], [0, 7, 0]],
    ['no weights at all means equal parts', 5, [0, 0], [3, 2]],
    ['of nothing everybody gets nothing', 0, [0.4, 0.6], [0, 0]],
    ['weights need not be whole', 1000, [0.4, 0.2, 0.4], [400, 200, 400]],
    ['a debt is shared like a credit', -100, [1, 1, 1], [-34, -33, -33]],
    ['nobody is left out of nobody', 100, [], []],
  ])('%s', (_, amount, given, parts) => {
    expect(split(minor(amount), given)).toEqual(parts)
  })

  it.each([[[1, -1]], [[Number.NaN]], [[Infinity]]])('refuses the weights %j', (given) => {
    expect(() => split(minor(1), given)).toThrow('not a weight')
  })

  it('gives parts that sum to the amount', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        expect(sum(split(amount, given))).toBe(BigInt(amount))
      }),
    )
  })

  it('gives each part its exact share or less than one minor unit beside it', () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (amount, given) => {
        const total = sum(given)
        fc.pre(total > 0n)
        for (const [place, part] of split(amount, given).entries()) {
          const off = BigInt(part) * total - BigInt(amount) * BigInt(given[place] ?? 0)
          expect(off < total && -off < total).toBe(true)
        }
      }),
    )
  })

  it('looks at the proportions only', () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(1000), { minLength: 1 }), fc.integer({ min: 1, max: 1000 }), (amount, given, factor) => {
        expect(split(amount, given.map((weight) => weight * factor))).toEqual(split(amount, given))
      }),
    ) // prettier-ignore
  })
})
