/** Visitors whose connection, tab or machine goes away before everything has arrived, and those with many tabs. */
import type { Page } from '@playwright/test'
import { aPage, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Logged } from './ground.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What he does in the hour: something in every minute, in every tenth a form and a call, and half-way another page. */
const hour = Array.from({ length: 60 }, (_, n) => n + 1).flatMap((minute) => [
  `custom ${minute}`,
  ...(minute % 10 === 0 ? [`form ${minute}`, `click tel:+45702012${minute}`] : []),
  ...(minute === 30 ? ['page /app/half'] : []),
])

async function act(page: Page, what: string): Promise<void> {
  const [type, which = ''] = what.split(' ')
  if (type === 'custom') await say(page, 'event', which)
  else if (type === 'form') await say(page, 'form', { kind: which, fields: { email: 'jane@mail.test' } })
  else if (type === 'page') await page.evaluate((to) => history.pushState({}, '', to), which)
  else await page.click(`[href="${which}"]`)
}

/** The same as the log has it. */
function told(event: Logged): string {
  if (event.type === 'custom') return `custom ${event.name}`
  if (event.type === 'form') return `form ${event.kind}`
  if (event.type === 'click') return `click tel:${event.target}`
  return event.type === 'page' ? `page ${new URL(event.url).pathname}` : event.type
}

test('offline for an hour: everything arrives once, in order, with the time when it happened', async ({
  page,
  context,
  site,
}) => {
  const calls = hour.filter((what) => what.startsWith('click')).map((what) => what.split(' ')[1])
  const links = calls.map((to) => `<a href="${to}" onclick="event.preventDefault()">${to}</a>`)
  site.serve('/app', aPage(links.join(' ')))
  await page.clock.install({ time: Date.now() })
  await page.goto(`${site.address}/app`)
  await page.clock.runFor(1000)
  const [landing] = await expectEvents(site, 'page', 1)
  await context.setOffline(true)
  const times: number[] = []
  for (const what of hour) {
    await page.clock.runFor(what.startsWith('custom') ? MINUTE : 1000)
    times.push(await page.evaluate(() => Date.now()))
    await act(page, what)
  }
  await page.clock.runFor(1000)
  expect(site.events().map(told)).toEqual(['page /app'])
  await context.setOffline(false)
  await page.clock.runFor(1000)
  await page.clock.resume()
  // The collector has lived through seconds of that hour: in its time the landing is about as late as the end.
  const arrived = () => site.byTime().filter(({ id, type }) => id !== landing?.id && type !== 'engagement')
  await expect.poll(() => arrived().length).toBeGreaterThanOrEqual(hour.length)
  await settled()
  const events = arrived()
  expect(events.map(told)).toEqual(hour)
  // For the same reason the page's clock is ahead, which the collector puts right: what counts is how long ago it was.
  const ahead = (times.at(-1) ?? 0) - (events.at(-1)?.at ?? 0)
  for (const [place, { at }] of events.entries())
    expect(Math.abs((times[place] ?? 0) - ahead - at), hour[place]).toBeLessThan(2000)
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(59 * MINUTE)
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
