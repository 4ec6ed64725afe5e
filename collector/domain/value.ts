/** Value: what a touchpoint is worth, customer value × the rates left to pass (domain rule 6). */
import { type Minor, timesRates } from '@leadtrail/shared/money'
import type { TouchpointRule, Values } from '@leadtrail/shared/settings'

/** The rates between a touchpoint and a customer, in the order in which they are passed. */
export function ratesLeft(rule: TouchpointRule, values: Values): readonly number[] {
  const sqlToCustomer = rule.sqlToCustomer ?? values.sqlToCustomer
  return rule.stage === 'sql' ? [sqlToCustomer] : [rule.mqlToSql ?? values.mqlToSql, sqlToCustomer]
}

/** Minor units, rounded half up once. */
export function touchpointValue(rule: TouchpointRule, values: Values): Minor {
  return timesRates(values.customerValue, ratesLeft(rule, values))
}
