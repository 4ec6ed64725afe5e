/** Money: integers in minor units, and splits that neither make nor lose one. */
import { z } from "zod";

declare const brand: unique symbol;
/** An amount in minor units (øre, cents); always an integer. */
export type Minor = number & { readonly [brand]: "Minor" };

/** @throws when the amount is no safe integer: money is never rounded in passing. */
export function minor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new Error(`not an amount in minor units: ${amount}`);
  return amount as Minor;
}

export const moneySchema = z.object({
  amount: z.number().int().meta({ description: "minor units" }),
  currency: z.string().length(3),
});
export type Money = z.infer<typeof moneySchema>;

/** How many decimals the currency's minor unit has (ISO 4217, as the platform's Intl knows it). */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** Amount × rates, rounded half up once at the end. Rates are exact to a millionth. */
export function timesRates(amount: Minor, rates: readonly number[]): Minor {
  const million = 1_000_000n;
  let product = BigInt(amount);
  let scale = 1n;
  for (const rate of rates) {
    product *= BigInt(Math.round(rate * 1_000_000));
    scale *= million;
  }
  return minor(Number((product * 2n + scale) / (scale * 2n)));
}

/**
 * Splits an amount in proportion to the weights by largest remainder (Hamilton's method): the parts
 * sum to the amount, ties go to the earlier part. Weights must be ≥ 0; all zero means equal parts.
 */
export function split(amount: Minor, weights: readonly number[]): Minor[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (total <= 0)
    return split(
      amount,
      weights.map(() => 1),
    );
  const exact = weights.map((weight) => (amount * weight) / total);
  const parts = exact.map((share) => Math.floor(share));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of order.slice(0, left)) parts[place] = (parts[place] ?? 0) + 1;
  return parts.map(minor);
}
