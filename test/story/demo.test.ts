/** The demo year on the built product: it fills every page, once, and everything derived of it can be computed again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { channels } from '@leadtrail/shared/reports'
import { type Api, apiOf } from '../served/client.ts'
import { type Collector, startCollector } from '../served/collector.ts'

let collector: Collector
let api: Api

beforeAll(async () => {
  collector = await startCollector()
  const { token } = JSON.parse(await collector.cli('token', 'add', '--site', 'demo', '--json'))
  api = apiOf(collector, { token })
}, 30_000)
afterAll(() => collector.dispose())

it(
  'fills a year beside the running server; a second time adds nothing; a rebuild differs in no row',
  { timeout: 180_000 },
  async () => {
    const filled = JSON.parse(await collector.cli('demo', '--json'))
    expect(filled.stored).toBeGreaterThan(50_000)
    expect(filled.leads).toBeGreaterThan(300)
    const again = JSON.parse(await collector.cli('demo', '--json'))
    expect(again.stored).toBe(0)

    const year = `from=${filled.from}&to=${filled.until}`
    const byFirst = await api.attribution(`${year}&model=first&unit=count`)
    const byLinear = await api.attribution(`${year}&model=linear&unit=count`)
    expect(byLinear.total).toEqual(byFirst.total)
    expect(byFirst.total.leads + byFirst.excluded.irrelevant + byFirst.excluded.noJourney).toBe(filled.leads)
    expect(byLinear.rows.length).toBeGreaterThan(channels.length / 2)

    const verified = JSON.parse(await collector.cli('rebuild', '--verify', '--json'))
    expect(verified.visitors).toBeGreaterThan(20_000)
    expect(verified.differences).toBe(0)
  },
)
