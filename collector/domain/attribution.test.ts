/** Attribution: who earned it by each model, and that nobody is given more or less than there is. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadId } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { type ModelName, channels, models } from '@leadtrail/shared/reports'
import { DAY, instant } from '@leadtrail/shared/time'
import { type Path, type Step, attribute, credit, describeModel } from './attribution.ts'

type Case = {
  readonly name: string
  readonly model: ModelName
  readonly direct?: 'keep' | 'drop'
  readonly path: readonly string[]
  readonly amount: number
  readonly expect: Readonly<Record<string, number>>
}

const golden = new URL('../../test/golden/attribution.jsonl', import.meta.url)
const cases = readFileSync(golden, 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))

const stepsOf = (path: readonly string[]): Step[] =>
  path.map((key, place) => ({ key, direct: key === 'Direct', at: instant(place * DAY) }))
const aPath = (path: readonly string[], amount = 1000, lead = 'l_opening'): Path => ({
  lead: leadId(lead),
  amount,
  steps: stepsOf(path),
})

const anyModel = fc.constantFrom(...models)
const anyDirect = fc.constantFrom('keep', 'drop')
const anySteps = fc.array(fc.constantFrom(...channels), { maxLength: 40 })
const anyPaths = fc
  .array(fc.tuple(anySteps, fc.nat(10 ** 12)), { maxLength: 30 })
  .map((all) => all.map(([steps, amount], place) => aPath(steps, amount, `l_${place}`)))

describe('attribute()', () => {
  it.each(cases)('$name', ({ model, direct = 'keep', path, amount, expect: expected }) => {
    const { rows } = attribute({ paths: [aPath(path, amount)], model, direct })
    expect(Object.fromEntries(rows.map((row) => [row.key, row.credit]))).toEqual(expected)
  })

  it('puts the highest credit first, then goes by name, and counts each lead once a row', () => {
    const paths = [
      aPath(['Email', 'Email', 'Direct'], 900, 'l_a'),
      aPath(['Audio'], 300, 'l_b'),
      aPath(['Email'], 5, 'l_c'),
    ]
    expect(attribute({ paths, model: 'linear', direct: 'keep' })).toEqual({
      rows: [
        { key: 'Email', leads: 2, credit: 605 },
        { key: 'Audio', leads: 1, credit: 300 },
        { key: 'Direct', leads: 1, credit: 300 },
      ],
      total: { leads: 3, credit: 1205 },
    })
  })

  it('leaves a lead without a session out of the total', () => {
    const paths = [aPath([], 500, 'l_a'), aPath(['Email'], 300, 'l_b')]
    expect(attribute({ paths, model: 'first', direct: 'keep' }).total).toEqual({ leads: 1, credit: 300 })
  })

  it('gives credits that sum to the total and to the amounts, for every model and filter', () => {
    fc.assert(
      fc.property(anyPaths, anyModel, anyDirect, (paths, model, direct) => {
        const { rows, total } = attribute({ paths, model, direct })
        const amounts = paths.filter(({ steps }) => steps.length > 0).map(({ amount }) => amount)
        expect(rows.reduce((sum, row) => sum + row.credit, 0)).toBe(total.credit)
        expect(total).toEqual({ leads: amounts.length, credit: amounts.reduce((sum, amount) => sum + amount, 0) })
      }),
    )
  })

  it('does not depend on the order of the leads', () => {
    fc.assert(
      fc.property(anyPaths, anyModel, anyDirect, (paths, model, direct) => {
        expect(attribute({ paths: paths.toReversed(), model, direct })).toEqual(attribute({ paths, model, direct }))
      }),
    )
  })

  it('gives Direct something by last non-direct, or without Direct, only where all is Direct', () => {
    fc.assert(
      fc.property(anySteps, anyModel, (steps, model) => {
        const others = steps.some((key) => key !== 'Direct')
        const options = [
          { model: 'last-non-direct', direct: 'keep' },
          { model, direct: 'drop' },
        ] as const
        for (const option of options) {
          const { rows } = attribute({ paths: [aPath(steps)], ...option })
          expect(rows.some(({ key }) => key === 'Direct')).toBe(steps.length > 0 && !others)
        }
      }),
    )
  })
})

describe('credit()', () => {
  it('gives each step its part, and the parts sum to the amount, for every model', () => {
    fc.assert(
      fc.property(anySteps.filter(({ length }) => length > 0), fc.nat(), anyModel, (path, amount, model) => {
        const credits = credit(stepsOf(path), minor(amount), model)
        expect(credits).toHaveLength(path.length)
        expect(credits.reduce((sum, part) => sum + part, 0)).toBe(amount)
      }),
    ) // prettier-ignore
  })
})

describe('describeModel()', () => {
  it.each(models)('says in one sentence with percentages what %s does', (model) => {
    expect(describeModel(model)).toMatch(/^[A-Z][^.]*%[^.]*\.$/)
  })
})
