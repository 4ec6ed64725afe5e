/** How what happened gets to the collector: once, whatever becomes of the way there. */
import { deviceOf, expect, expectEvents, settled, test } from './fixtures.ts'

test('after a 503 the same events come again, once, and a 400 ends them', async ({ page, site }) => {
  site.fates.push(503)
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const ids = site.batches.map(({ events }) => events.map(({ id }) => id).join())
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  site.fates.push(400)
  await page.click('#digits')
  await settled(2500)
  expect(site.batches).toHaveLength(3)
})

test('what a click says while the collector is away is delivered by the next page', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  await page.route(`${site.collector}/e`, (route) => route.abort())
  await page.click('#digits')
  await settled(200)
  await page.goto('about:blank')
  await page.unroute(`${site.collector}/e`)
  await page.goto(`${site.address}/next`)
  const [click] = await expectEvents(site, 'click', 1)
  expect(click).toMatchObject({ target: '+4570201234', url: `${site.address}/` })
  expect((await deviceOf(page)).stored.map(([key]) => key)).toEqual([site.memory])
})

test('a captive portal that answers 200 with a page takes nothing', async ({ page, site }) => {
  site.fates.push({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Please log in' })
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  expect(site.batches).toHaveLength(2)
})

test('a view that has just begun is not lost when the page goes away', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.goto('about:blank')
  await expectEvents(site, 'page', 1)
})

test('150 KB in one tick and an event of 60 KB arrive in bodies below 64 KiB where the browser limits them', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await page.evaluate(() => {
    const { lt } = window as unknown as { lt: Function }
    for (let n = 0; n < 100; n++) lt('event', `e${n}`, { text: 'x'.repeat(1500) })
    const fields = Array.from({ length: 30 }, (_, n) => ({ name: `f${n}`, value: 'å'.repeat(1000) }))
    lt('form', { kind: 'large', fields })
  })
  await expectEvents(site, 'custom', 100)
  await expectEvents(site, 'form', 1)
  expect(site.events().filter(({ type }) => type !== 'engagement')).toHaveLength(102)
  expect(
    Math.max(...site.batches.map(({ events }) => (events.length > 1 ? JSON.stringify(events).length : 0))),
  ).toBeLessThan(64_000)
})
