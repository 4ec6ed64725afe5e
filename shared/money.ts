/** Money: integers in minor units, and splits that neither make nor lose one. */
import { z } from 'zod'

declare const brand: unique symbol
/** An amount in minor units (øre, cents); always an integer. */
export type Minor = number & { readonly [brand]: 'Minor' }

/** @throws when the amount is no safe integer: money is never rounded in passing. */
export function minor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new Error(`not an amount in minor units: ${amount}`)
  return amount as Minor
}

export const moneySchema = z.object({
  amount: z.number().int().meta({ description: 'minor units' }),
  currency: z.string().length(3),
})
export type Money = z.infer<typeof moneySchema>

/** The minor units of an amount that may say its currency; undefined when that is another than the site's. */
export function minorIn(amount: number | Money, currency: string): Minor | undefined {
  if (typeof amount === 'number') return minor(amount)
  return amount.currency === currency ? minor(amount.amount) : undefined
}

/** How many decimals the currency's minor unit has (ISO 4217, as the platform's Intl knows it). */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** Amount × rates, rounded half up once at the end. Rates are exact to a millionth. */
export function timesRates(amount: Minor, rates: readonly number[]): Minor {
  const million = 1_000_000n
  let product = BigInt(amount)
  let scale = 1n
  for (const rate of rates) {
    product *= BigInt(Math.round(rate * 1_000_000))
    scale *= million
  }
  return minor(Number(floored(product * 2n + scale, scale * 2n)))
}

/** BigInt division cuts towards 0; half up needs the floor of a debt too. */
const floored = (dividend: bigint, divisor: bigint): bigint => dividend / divisor - (dividend % divisor < 0n ? 1n : 0n)

/**
 * Splits an amount in proportion to the weights by largest remainder (Hamilton's method): the parts
 * sum to the amount, ties go to the earlier part. All weights zero means equal parts.
 * @throws when a weight is negative or not finite.
 */
export function split(amount: Minor, weights: readonly number[]): Minor[] {
  if (amount < 0) return split(minor(0 - amount), weights).map((part) => minor(0 - part))
  const shares = wholeWeights(weights)
  const total = shares.reduce((sum, share) => sum + share, 0n)
  if (total === 0n) return weights.length === 0 ? [] : split(amount, weights.map(() => 1)) // prettier-ignore
  const exact = shares.map((share, place) => ({ place, product: BigInt(amount) * share }))
  const parts = exact.map(({ product }) => Number(product / total))
  const left = exact.reduce((rest, { product }) => rest + (product % total), 0n) / total
  const order = exact.toSorted((a, b) => Number((b.product % total) - (a.product % total)) || a.place - b.place)
  for (const { place } of order.slice(0, Number(left))) parts[place] = (parts[place] ?? 0) + 1
  return parts.map(minor)
}

/** Weights as whole numbers, so that no share is off by a rounding: as they are, or to 2^-52 of the largest. */
function wholeWeights(weights: readonly number[]): bigint[] {
  for (const weight of weights) if (!(weight >= 0 && weight < Infinity)) throw new Error(`not a weight: ${weight}`)
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt)
  const largest = Math.max(...weights)
  return weights.map((weight) => BigInt(Math.round((weight / largest) * 2 ** 52)))
}
