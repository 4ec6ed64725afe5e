import { describe, expect, it } from 'vitest'
import { domainsIn, draftOf, understood } from './site-draft.ts'

describe('domainsIn()', () => {
  it.each([
    ['example.com', ['example.com']],
    ['https://www.Example.com/start?x=1, shop.example.com', ['www.example.com', 'shop.example.com']],
    ['a.dk;b.dk\nc.dk', ['a.dk', 'b.dk', 'c.dk']],
    ['http://localhost:3000/', ['localhost']],
    [' , ', []],
  ])('reads %j as %j', (text, domains) => expect(domainsIn(text)).toEqual(domains))
})

describe('understood()', () => {
  it('takes a whole draft to minor units and parts', () => {
    const draft = { ...draftOf(undefined), name: 'N', domains: 'n.dk', currency: 'DKK', customerValue: '150.000' }
    expect(understood(draft)).toEqual({ values: [15_000_000, 0.35, 0.2], wrong: new Map() })
  })

  it('names every field that is not right', () => {
    const draft = { ...draftOf(undefined), customerValue: 'much', sqlToCustomer: '120', mqlToSql: '' }
    expect([...understood(draft).wrong.keys()]).toEqual([
      'name',
      'domains',
      'customerValue',
      'sqlToCustomer',
      'mqlToSql',
    ])
  })
})
