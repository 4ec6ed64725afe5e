/** Value: the golden numbers of domain rule 6, under the rules that a new site starts with. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type KnownValues, defaultRules } from './default-rules.ts'
import { ruleOf } from './touchpoint.ts'
import { ratesLeft, touchpointValue } from './value.ts'

type Case = KnownValues & { readonly name: string; readonly type: string; readonly expect: number }

const golden = new URL('../../test/golden/values.jsonl', import.meta.url)
const cases = readFileSync(golden, 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))

describe('touchpointValue()', () => {
  it.each(cases)('$name: $expect', ({ type, expect: expected, customerValue, sqlToCustomer, mqlToSql }) => {
    const rules = defaultRules({ customerValue, sqlToCustomer, mqlToSql })
    const rule = ruleOf(type, { rules })
    expect(rule && touchpointValue(rule, rules.values)).toBe(expected)
  })
})

describe('ratesLeft()', () => {
  it.each([
    ['enquiry', [0.2, 0.35]],
    ['demo-booking', [0.3, 0.35]],
    ['contact-form', [0.15]],
  ])('%s still has to pass %j', (type, rates) => {
    const rules = defaultRules()
    const rule = ruleOf(type, { rules })
    expect(rule && ratesLeft(rule, rules.values)).toEqual(rates)
  })
})
