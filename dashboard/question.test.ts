import { describe, expect, it } from 'vitest'
import { attributionOf, leadsOf, type Question, read, write } from './question.ts'

const readAddress = (address: string): Question => {
  const { pathname, search } = new URL(address, 'http://localhost')
  return read(pathname, search)
}

const questions: readonly (readonly [string, Question])[] = [
  ['/', leadsOf(null)],
  ['/?site=s1', leadsOf('s1')],
  [
    '/?site=s1&from=2026-01-01&to=2026-03-31&stage=sql&channel=Paid+Search&qualified=true&q=s%C3%B8ren+%26+co',
    {
      page: 'leads',
      site: 's1',
      period: { from: '2026-01-01', to: '2026-03-31' },
      stage: 'sql',
      channel: 'Paid Search',
      qualified: true,
      text: 'søren & co',
    },
  ],
  ['/leads/l_abc?site=s1', { page: 'lead', site: 's1', lead: 'l_abc', receipt: null }],
  ['/leads/l_abc?site=s1&receipt=value', { page: 'lead', site: 's1', lead: 'l_abc', receipt: 'value' }],
  ['/reports/attribution?site=s1', attributionOf('s1')],
  [
    '/reports/attribution?site=s1&model=linear&by=campaign&unit=revenue&direct=drop&period=90d&qualified=false&lookback=30',
    {
      ...attributionOf('s1'),
      period: '90d',
      model: 'linear',
      by: 'campaign',
      unit: 'revenue',
      direct: 'drop',
      qualified: false,
      lookback: 30,
    },
  ],
  ['/hand-over?site=s1', { page: 'hand-over', site: 's1' }],
  ['/set-up/new', { page: 'new-site', site: null }],
  ['/set-up/s1', { page: 'set-up', site: 's1' }],
]

describe('read() and write()', () => {
  it.each(questions)('reads %s', (address, question) => {
    expect(readAddress(address)).toEqual(question)
  })

  it.each(questions)('come back to the same question: %s', (_, question) => {
    expect(readAddress(write(question))).toEqual(question)
  })

  it.each(questions)('leave out what is as usual: %s', (address, question) => {
    expect(write(question).length).toBeLessThanOrEqual(address.length)
  })
})

describe('read()', () => {
  it.each([
    ['an unknown path', '/nowhere'],
    ['a path below a page', '/leads/l_abc/edit'],
    ['the API', '/api/v1/leads'],
    ['a broken escape', '/%E0%A4%A'],
  ])('knows no page for %s', (_, address) => {
    expect(readAddress(address).page).toBe('lost')
  })

  it.each([
    ['a stage nobody knows', '/?stage=won'],
    ['a day that does not exist', '/?from=2026-02-30&to=2026-03-01'],
    ['half a period', '/?from=2026-02-03'],
    ['a name every object has', '/?stage=toString&period=constructor'],
  ])('takes the usual instead of %s', (_, address) => {
    expect(readAddress(address)).toEqual(leadsOf(null))
  })

  it('turns a period around that ends before it begins', () => {
    expect(readAddress('/?from=2026-03-02&to=2026-03-01')).toMatchObject({
      period: { from: '2026-03-01', to: '2026-03-02' },
    })
  })
})
