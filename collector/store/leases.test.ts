import { visitorId } from '@leadtrail/shared/ids'
import { MINUTE, instant } from '@leadtrail/shared/time'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Database, SITE, aDatabase, addSite } from '../../test/builders/database.ts'
import { MONDAY } from '../../test/builders/log.ts'

const HOUR = 60 * MINUTE
const stock = { numbers: ['+4511', '+4522', '+4533'], lengthMs: HOUR }
const at = (minutes: number) => instant(MONDAY + minutes * MINUTE)

let database: Database
beforeEach(() => (database = aDatabase()))
/** What the visitor has after asking, so many minutes after the first. */
async function lent(visitor: string, minutes: number, { mayTake = true, from = stock, on = database } = {}) {
  const [loan] = await on.registry.lend({ site: SITE, visitor: visitorId(visitor), now: at(minutes) }, [from], mayTake)
  return loan
}
const numberOf = async (...ask: Parameters<typeof lent>) => (await lent(...ask))?.lease.number

describe('lend()', () => {
  it('lends each visitor a number of his own, until there is none', async () => {
    const numbers = [await numberOf('a', 0), await numberOf('b', 1), await numberOf('c', 2), await numberOf('d', 3)]
    expect(numbers).toEqual([...stock.numbers, undefined])
  })

  it('leaves a visitor the number that he has, for longer', async () => {
    expect(await lent('a', 0)).toEqual({
      lease: { number: '+4511', until: at(60), toldUntil: at(60) },
      isNew: true,
      isNews: true,
    })
    expect(await lent('a', 30)).toMatchObject({ lease: { number: '+4511', until: at(90) }, isNew: false })
    expect(await lent('a', 89)).toMatchObject({ lease: { number: '+4511', until: at(149) }, isNew: false })
    expect(await lent('a', 149)).toMatchObject({ isNew: true })
  })

  it('writes nothing down for a moment', async () => {
    const first = await lent('a', 0)
    expect(await lent('a', 0.9)).toEqual({ lease: first?.lease, isNew: false, isNews: false })
  })

  it('lends again the one that is free longest', async () => {
    for (const [minute, visitor] of ['a', 'b', 'c'].entries()) await lent(visitor, minute)
    await lent('a', 30)
    expect(await numberOf('d', 60)).toBeUndefined()
    expect([await numberOf('d', 62), await numberOf('e', 62), await numberOf('f', 62)]).toEqual([
      '+4522',
      '+4533',
      undefined,
    ])
    expect([await numberOf('f', 90), await numberOf('b', 90)]).toEqual(['+4511', undefined])
  })

  it('only keeps what there is where none may be taken', async () => {
    await lent('a', 0)
    expect(await numberOf('a', 30, { mayTake: false })).toBe('+4511')
    expect(await numberOf('b', 30, { mayTake: false })).toBeUndefined()
    expect(await numberOf('a', 95, { mayTake: false })).toBeUndefined()
  })

  it('lends one of each stock', async () => {
    const stocks = [stock, { numbers: ['+4599'], lengthMs: MINUTE }]
    const ask = (visitor: string) =>
      database.registry.lend({ site: SITE, visitor: visitorId(visitor), now: at(0) }, stocks, true)
    expect((await ask('a')).map((loan) => loan?.lease.number)).toEqual(['+4511', '+4599'])
    expect((await ask('b')).map((loan) => loan?.lease.number)).toEqual(['+4522', undefined])
  })

  it('gives no number to two who ask at once, of one process or of several', async () => {
    const others = [database, aDatabase(database.dataDir), aDatabase(database.dataDir)]
    const many = { numbers: Array.from({ length: 20 }, (_, place) => `+45${10 + place}`), lengthMs: HOUR }
    const asking = Array.from({ length: 60 }, (_, place) =>
      lent(`visitor-${place % 30}`, 0, { from: many, on: others[place % 3] ?? database }),
    )
    const loans = await Promise.all(asking)
    const owners = new Map<string, Set<number>>()
    for (const [place, loan] of loans.entries())
      if (loan) owners.set(loan.lease.number, (owners.get(loan.lease.number) ?? new Set()).add(place % 30))
    expect(owners.size).toBe(20)
    expect([...owners.values()].every((visitors) => visitors.size === 1)).toBe(true)
  })
})

it('whoever asks however often, the log covers every moment of a lease with at most one event for each of its lengths', async () => {
  const told: { at: number; until: number }[] = []
  let minute = 0
  for (let asked = 0; asked < 400; asked += 1) {
    minute += [0.2, 1, 7, 31, 58, 59.5][asked % 6] ?? 1
    const loan = await lent('a', minute)
    if (loan?.isNews) told.push({ at: at(minute), until: loan.lease.toldUntil })
    expect(told.at(-1)?.until).toBeGreaterThanOrEqual(loan?.lease.until ?? Infinity)
  }
  const lengths = (minute * MINUTE) / HOUR
  expect(told.length).toBeLessThanOrEqual(Math.ceil(lengths) + 1)
})

describe('changeSite()', () => {
  it('takes back the numbers that are no longer of the site', async () => {
    await addSite(database, {
      numberPools: [{ on: '+45 70 10 10 10', numbers: ['+45 11 11 11 11', '+45 22 22 22 22'], minutes: 60 }],
    })
    const from = { numbers: ['+4511111111', '+4522222222'], lengthMs: HOUR }
    expect([await numberOf('a', 0, { from }), await numberOf('b', 0, { from })]).toEqual(from.numbers)
    const numberPools = [{ on: '+45 70 10 10 10', numbers: ['+45 22 22 22 22'], minutes: 60 }]
    const site = await database.registry.changeSite(SITE, { numberPools })
    expect(site?.numberPools).toEqual(numberPools)
    expect(await database.archive.siteOf(SITE)).toEqual(site)
    await database.registry.changeSite(SITE, { name: 'Another' })
    expect(await numberOf('a', 1, { from, mayTake: false })).toBeUndefined()
    expect(await numberOf('b', 1, { from, mayTake: false })).toBe('+4522222222')
  })
})
