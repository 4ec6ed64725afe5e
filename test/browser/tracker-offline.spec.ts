/** Visitors whose connection, tab or machine goes away before everything has arrived, and those with many tabs. */
import { aPage, expect, expectEvents, say, settled, test } from './fixtures.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('offline for an hour: everything arrives once, in order, with the time when it happened', async ({
  page,
  context,
  site,
}) => {
  const began = Date.now()
  await page.clock.install({ time: began })
  await page.goto(`${site.address}/app`)
  await page.clock.runFor(1000)
  await expectEvents(site, 'page', 1)
  await context.setOffline(true)
  for (let minute = 1; minute <= 60; minute += 1) {
    await page.clock.runFor(MINUTE)
    await say(page, 'event', `minute ${minute}`)
    if (minute === 30) await page.evaluate(() => (window as unknown as { go: Function }).go('/app/half'))
  }
  await page.clock.runFor(1000)
  expect(site.events('custom')).toEqual([])
  await context.setOffline(false)
  await page.clock.runFor(1000)
  await page.clock.resume()
  // What is sent together may arrive in any order; the log's is that of time.
  const events = (await expectEvents(site, 'custom', 60)).toSorted((one, other) => one.at - other.at)
  expect(site.events('page')).toHaveLength(2)
  expect(events.map(({ name }) => name)).toEqual(Array.from({ length: 60 }, (_, n) => `minute ${n + 1}`))
  const last = events.at(-1)?.at ?? 0
  for (const [place, { at }] of events.entries()) expect(Math.abs(last - at - (59 - place) * MINUTE)).toBeLessThan(2000)
})

test('a click and a form while offline arrive when the connection is back', async ({ page, context, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  await context.setOffline(true)
  await page.click('#digits')
  await say(page, 'form', { kind: 'contact', fields: { email: 'jane@mail.test' } })
  await settled()
  await context.setOffline(false)
  await expectEvents(site, 'form', 1)
  expect(site.events('click')).toHaveLength(1)
})

test('offline, the tab closed, back two days later: the leads arrive with their own time', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const back = site.cut()
  await page.click('#digits')
  await say(page, 'form', { kind: 'contact', fields: { email: 'jane@mail.test' } })
  await say(page, 'identify', { email: 'jane@mail.test' })
  await settled(200)
  await page.close()
  await settled()
  back()
  const later = await context.newPage()
  await later.clock.install({ time: Date.now() + 2 * DAY })
  await later.goto(`${site.address}/next`)
  await later.clock.runFor(3000)
  await later.clock.resume()
  await expectEvents(site, 'identify', 1)
  for (const type of ['click', 'form', 'identify'] as const) {
    const [event, ...more] = site.events(type)
    expect(more).toEqual([])
    expect(Math.abs((event?.receivedAt ?? 0) - (event?.at ?? 0) - 2 * DAY)).toBeLessThan(20_000)
    expect(event?.url).toBe(`${site.address}/`)
  }
})

test('what is older than a week when he comes back is let go', async ({ page, context, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const back = site.cut()
  await page.click('#digits')
  await settled(200)
  await page.close()
  await settled()
  back()
  const later = await context.newPage()
  await later.clock.install({ time: Date.now() + 8 * DAY })
  await later.goto(`${site.address}/next`)
  await later.clock.runFor(3000)
  await later.clock.resume()
  await expectEvents(site, 'page', 2)
  expect(site.events('click')).toEqual([])
  const stored = await later.evaluate(() => Object.keys(localStorage))
  expect(stored).toEqual([site.memory])
})

test('six tabs, one killed: nothing is doubled, nothing is lost of what was queued', async ({ context, site }) => {
  site.serve('/', aPage('<a href="tel:+4570201234">Call</a>'))
  const pages = await Promise.all(Array.from({ length: 6 }, () => context.newPage()))
  for (const page of pages) await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 6)
  const [first] = pages
  if (!first) throw new Error('no page')
  const back = site.cut()
  for (const [tab, page] of pages.entries())
    for (let n = 0; n < 5; n += 1) await say(page, 'form', { kind: `${tab}-${n}`, fields: { email: 'jane@mail.test' } })
  await settled(200)
  const crashed = first.waitForEvent('crash')
  void first.goto('chrome://crash').catch(() => {})
  await crashed
  back()
  await first.close()
  const next = await context.newPage()
  await next.goto(`${site.address}/next`)
  await expect.poll(() => site.events('form').length, { timeout: 15_000 }).toBe(30)
  await settled(2000)
  const kinds = site.events('form').map(({ kind }) => kind)
  expect(kinds).toHaveLength(30)
  expect(new Set(kinds).size).toBe(30)
  expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1)
  await expect.poll(() => next.evaluate(() => Object.keys(localStorage))).toEqual([site.memory])
})
