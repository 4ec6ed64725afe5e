import { describe, expect, it } from 'vitest'
import { changedSiteSchema, newSiteSchema } from './settings.ts'

const pool = { on: '+45 70 10 10 10', numbers: ['+45 70 20 30 40', '+45 70 20 30 41'] }

describe('a change of a site', () => {
  it('changes nothing that is not in it', () => {
    expect(changedSiteSchema.parse({ name: 'Another' })).toEqual({ name: 'Another' })
  })
})

describe('number pools', () => {
  it('last an hour unless they say otherwise', () => {
    const given = { name: 'A', domains: ['a.example'], numberPools: [{ ...pool, fallback: '70 10 10 11' }] }
    expect(newSiteSchema.parse(given).numberPools).toEqual([{ ...given.numberPools[0], minutes: 60 }])
  })

  it.each<[string, object[], string]>([
    ['what is no number', [{ ...pool, numbers: ['call us'] }], '0.numbers.0'],
    ['too few digits', [{ ...pool, numbers: ['12 34'] }], '0.numbers.0'],
    ['too many digits', [{ ...pool, numbers: ['+45 1234 5678 9012 34'] }], '0.numbers.0'],
    ['an extension', [{ ...pool, on: '+45 70 10 10 10 ext. 4' }], '0.on'],
    ['no numbers', [{ ...pool, numbers: [] }], '0.numbers'],
    [
      'more than 200',
      [{ ...pool, numbers: Array.from({ length: 201 }, (_, place) => `+45 8000 ${1000 + place}`) }],
      '0.numbers',
    ],
    ['a number twice, in whatever form', [{ ...pool, numbers: ['+45 70203040', '0045 (70) 20-30-40'] }], '0.numbers.1'],
    ['a number in two pools', [pool, { on: '+45 70 10 10 11', numbers: ['+45 70 20 30 41'] }], '1.numbers.0'],
    ['two pools for one number', [pool, { on: '+4570101010', numbers: ['+45 70 20 30 42'] }], '1.on'],
    ['the published number among those lent', [{ ...pool, numbers: ['+4570101010'] }], '0.numbers.0'],
    ['the fallback among those lent', [{ ...pool, fallback: '+4570203041' }], '0.numbers.1'],
    [
      'more than 20',
      Array.from({ length: 21 }, (_, place) => ({ on: `70 10 10 ${10 + place}`, numbers: [`70 20 20 ${10 + place}`] })),
      '',
    ],
    ['no time at all', [{ ...pool, minutes: 0 }], '0.minutes'],
  ])('refuse %s, and say where', (_, numberPools, path) => {
    const refused = changedSiteSchema.safeParse({ numberPools })
    expect(refused.error?.issues.map((issue) => issue.path.slice(1).join('.'))).toContain(path)
  })
})
