/** How what happened gets to the collector: once, whatever becomes of the way there. */
import { aPage, deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'

const idsOf = (batches: readonly { readonly events: readonly { readonly id: string }[] }[]) =>
  batches.map(({ events }) => events.map(({ id }) => id).join())

test('after a 503 the same events come again, once, with the time when they happened', async ({ page, site }) => {
  site.fates.push(503, 503)
  await page.goto(`${site.address}/`)
  const seen = Date.now()
  await page.waitForTimeout(1000)
  const [view] = await expectEvents(site, 'page', 1)
  expect(Math.abs((view?.at ?? 0) - seen)).toBeLessThan(500)
  expect((view?.receivedAt ?? 0) - (view?.at ?? 0)).toBeGreaterThan(1000)
  expect(site.batches).toHaveLength(3)
  expect(new Set(idsOf(site.batches)).size).toBe(1)
})

for (const status of [400, 404, 413]) {
  test(`what is answered with ${status} does not come again`, async ({ page, site }) => {
    site.fates.push(status)
    await page.goto(`${site.address}/`)
    await settled(2500)
    expect(site.batches).toHaveLength(1)
    await page.click('#digits')
    await expectEvents(site, 'click', 1)
    expect(site.events('page')).toEqual([])
    expect((await deviceOf(page)).stored.map(([key]) => key)).toEqual([site.memory])
  })
}

test('a collector that asks for three seconds is left alone for three seconds', async ({ page, site }) => {
  site.fates.push({ status: 429, headers: { 'retry-after': '3' } })
  await page.goto(`${site.address}/`)
  await expect.poll(() => site.batches.length).toBe(1)
  await settled(2800)
  expect(site.batches).toHaveLength(1)
  await expectEvents(site, 'page', 1)
})

test('a batch whose answer is lost comes again and is taken once', async ({ page, site }) => {
  site.fates.push({ drop: 'answer' })
  await page.goto(`${site.address}/`)
  await expect.poll(() => site.batches.length).toBe(2)
  expect(new Set(idsOf(site.batches)).size).toBe(1)
  await expectEvents(site, 'page', 1)
})

test('a captive portal that answers 200 with a page takes nothing', async ({ page, site }) => {
  site.fates.push({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>Please log in' })
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  expect(site.batches).toHaveLength(2)
})

test('what a blocker stops is tried ever more seldom, and fills no storage', async ({ page, site }) => {
  let tries = 0
  await page.clock.install()
  await page.route(`${site.collector}/e`, async (route) => {
    tries += 1
    await route.abort('blockedbyclient')
  })
  await page.goto(`${site.address}/`)
  for (let minute = 0; minute < 20; minute += 1) {
    for (let part = 0; part < 12; part += 1) await page.clock.runFor(5000)
    await say(page, 'event', `minute ${minute}`)
  }
  expect(tries).toBeGreaterThan(3)
  expect(tries).toBeLessThan(40)
  const { stored } = await deviceOf(page)
  expect(JSON.stringify(stored).length).toBeLessThan(20_000)
})

test('what a click says while the collector is away is delivered by the next page', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const back = site.cut()
  await page.click('#digits')
  await settled(200)
  await page.goto('about:blank')
  back()
  await page.goto(`${site.address}/next`)
  const [click] = await expectEvents(site, 'click', 1)
  expect(click).toMatchObject({ target: '+4570201234', url: `${site.address}/` })
  expect((await deviceOf(page)).stored.map(([key]) => key)).toEqual([site.memory])
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

test('150 KB of leads that wait when the page goes away arrive, some of them with the next page', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  await page.evaluate(() => {
    const { lt } = window as unknown as { lt: Function }
    for (let n = 0; n < 40; n++) lt('form', { kind: `e${n}`, fields: { a: 'x'.repeat(3800) } })
    location.href = '/next'
  })
  await page.waitForURL('**/next')
  const forms = await expectEvents(site, 'form', 40)
  expect(new Set(forms.map(({ kind }) => kind)).size).toBe(40)
})

for (const [name, clock] of Object.entries({
  'three days ahead': 3 * 86_400_000,
  'ten years behind': -3650 * 86_400_000,
}))
  test(`a clock that is ${name} moves nothing in time`, async ({ page, site }) => {
    site.fates.push(503)
    const began = Date.now()
    await page.clock.install({ time: began + clock })
    await page.goto(`${site.address}/`)
    for (let n = 0; n < 8; n += 1) await page.clock.runFor(500)
    await page.click('#digits')
    await page.clock.resume()
    const [click] = await expectEvents(site, 'click', 1)
    const [view] = site.events('page')
    for (const event of [view, click]) expect(Math.abs((event?.at ?? 0) - began)).toBeLessThan(8000)
    expect(click?.at).toBeGreaterThan(view?.at ?? Infinity)
  })

test('an address of 64 KB, a title of 1 MB and a broken percent sign make a view that the collector takes', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app`)
  await page.evaluate(() => {
    history.pushState({}, '', `/100%/${'a'.repeat(64_000)}?utm_source=${'b'.repeat(9000)}&utm_medium=%E0%A4%A`)
    document.title = '😀'.repeat(500_000)
  })
  const [, long] = await expectEvents(site, 'page', 2)
  expect(long?.url.startsWith(`${site.address}/100%/aaaa`)).toBe(true)
  expect(long?.title?.startsWith('😀😀')).toBe(true)
  expect(JSON.stringify(long).length).toBeLessThan(10_000)
})

test('what stands on the device of somebody who filled in large forms leaves the page its storage', async ({
  page,
  site,
}) => {
  site.serve('/', aPage())
  await page.goto(`${site.address}/`)
  site.cut()
  const kept = await page.evaluate(() => {
    const { lt } = window as unknown as { lt: Function }
    for (let form = 0; form < 60; form += 1)
      lt('form', { fields: Array.from({ length: 20 }, (_, n) => ({ name: `f${n}`, value: `${form}`.repeat(9000) })) })
    localStorage.setItem('own', 'o'.repeat(2_000_000))
    return localStorage.getItem('own')?.length
  })
  expect(kept).toBe(2_000_000)
})
