/** A lead's value: that of its most valuable live touchpoint, never a sum; after the verdict, what came of it (domain rule 6). */
import { type Minor, minor } from '@leadtrail/shared/money'
import type { DecisionKind } from '@leadtrail/shared/event'
import type { Touchpoint } from './touchpoint.ts'

type Closed = { readonly decision: DecisionKind; readonly revenue: Minor | undefined } | undefined

/** Minor units. A win without a stated revenue keeps the expected value until it is stated. */
export function leadValue(
  touchpoints: readonly Touchpoint[],
  closed: Closed,
): { value: Minor; revenue: Minor | undefined } {
  const expected = mostValuable(touchpoints)?.value ?? minor(0)
  if (closed?.decision === 'won') return { value: closed.revenue ?? expected, revenue: closed.revenue }
  return { value: closed ? minor(0) : expected, revenue: undefined }
}

/** The touchpoint that gives the lead its value; the earliest among equals. */
export function mostValuable(touchpoints: readonly Touchpoint[]): Touchpoint | undefined {
  return touchpoints.reduce<Touchpoint | undefined>(
    (best, next) => (best && best.value >= next.value ? best : next),
    undefined,
  )
}
