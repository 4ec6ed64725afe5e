/** A killed server: what was answered 202 is there after the next start, once, and the figures rebuild to the same. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SiteAccess, aBatch, addSite, anId, apiOf, eventually, post } from '../served/client.ts'
import { type Collector, startCollector } from '../served/collector.ts'

let collector: Collector
let site: SiteAccess

beforeAll(async () => {
  collector = await startCollector()
  site = await addSite(collector)
}, 30_000)
afterAll(() => collector.dispose())

const form = (email: string) => ({
  type: 'form',
  url: 'https://example.com/contact',
  fields: [{ name: 'email', type: 'email', value: email }],
})

it('loses and doubles nothing when it is killed right after a 202', { timeout: 120_000 }, async () => {
  const rounds = 5
  const batches: object[] = []
  for (let round = 0; round < rounds; round += 1) {
    const batch = aBatch(site, `visitor-of-kill-${round}`, [
      { type: 'page', url: 'https://example.com/pricing?utm_source=google&utm_medium=cpc' },
      { ...form(`kill-${round}@customer.example`), id: anId() },
    ])
    batches.push(batch)
    expect((await post(collector, batch)).status).toBe(202)
    await collector.kill()
    await collector.start()
  }
  // The sender that saw no answer sends again: harmless.
  for (const batch of batches) expect((await post(collector, batch)).status).toBe(202)
  const api = apiOf(collector, site)
  const leads = await eventually(api.leads, (found) => found.length >= rounds)
  expect(leads.map(({ contact }) => contact?.email ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(
    Array.from({ length: rounds }, (_, round) => `kill-${round}@customer.example`),
  )
  expect(leads.every(({ value }) => value.amount === 2_250_000)).toBe(true)
  const seen = await eventually(
    async () => (await api.get(`sites/${site.id}/seen`)).json(),
    ({ events }) => events >= rounds * 2,
  )
  expect(seen.events).toBe(rounds * 2)
  const verified = JSON.parse(await collector.cli('rebuild', '--verify', '--json'))
  expect(verified.differences).toBe(0)
})

it('ends in order on SIGTERM', async () => {
  expect(await collector.stop()).toBe(0)
  await collector.start()
})
