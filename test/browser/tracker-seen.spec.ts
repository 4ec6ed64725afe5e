/**
 * Pages that a browser loads before anybody sees them, keeps when the visitor has left, or hides behind another: what
 * counts is what somebody looked at. Each takes a browser of its own, which may do so.
 */
import { chromium } from '@playwright/test'
import { aPage, expect, expectEvents, test, troublesOf } from './fixtures.ts'
import type { Site } from './site.ts'

const pathsOf = (site: Site) => site.events('page').map(({ url }) => new URL(url).pathname)
/** Carries out what the page does by itself, so many ms after it was loaded. */
const after = (ms: number, work: string) => `<script>setTimeout(() => { ${work} }, ${ms})</script>`
const rules = (to: string) =>
  `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${to}"],"eagerness":"immediate"}]}</script>`
/** The page says on its own server whether it is being prerendered. */
const tell = `<script>if (document.prerendering) fetch('/api/200?prerendering')</script>`

test('a page from the back-forward cache is a view again, with the time that it is looked at since', async ({
  site,
  launchOptions,
}) => {
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs })
  const page = await browser.newPage()
  const troubles = troublesOf(page.context())
  const turns: number[] = []
  const turned = async () => {
    await page.waitForTimeout(1200)
    turns.push(Date.now())
  }
  await page.goto(`${site.address}/`)
  turns.push(Date.now())
  // A page that is loaded anew has neither the mark nor the listener that tells of the coming back.
  await page.evaluate(() => {
    Reflect.set(window, 'mark', 'not back yet')
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'mark', persisted))
  })
  await turned()
  await page.click('#next')
  await page.waitForURL('**/next')
  await turned()
  await page.evaluate(() => history.back())
  await expect.poll(() => pathsOf(site)).toEqual(['/', '/next', '/'])
  expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBe(true)
  await turned()
  await page.goto('about:blank')
  const looked = await expectEvents(site, 'engagement', 3)
  expect(looked.map(({ url }) => new URL(url ?? '').pathname)).toEqual(['/', '/next', '/'])
  for (const [place, { engagedMs }] of looked.entries())
    expect(Math.abs(engagedMs - (turns[place + 1] ?? 0) + (turns[place] ?? 0))).toBeLessThan(600)
  expect(troubles).toEqual([])
  await browser.close()
})

test('a prerendered page that nobody opens sends nothing', async ({ site, alone }) => {
  site.serve('/', aPage('', rules('/next')))
  site.serve('/next', aPage('', tell))
  await alone(`${site.address}/`)
  await expect.poll(() => site.visits).toContain('/api/200?prerendering')
  await expectEvents(site, 'page', 1)
  expect(pathsOf(site)).toEqual(['/'])
})

test('a prerendered page that is opened is one view, from the time when it is', async ({ site, alone }) => {
  site.serve('/', aPage('', rules('/next') + after(3000, `fetch('/api/200?leaving'); location.href = '/next'`)))
  site.serve('/next', aPage('', tell))
  await alone(`${site.address}/`)
  await expect.poll(() => site.visits).toContain('/api/200?leaving')
  const left = Date.now()
  const views = await expectEvents(site, 'page', 2)
  expect(pathsOf(site)).toEqual(['/', '/next'])
  expect(site.visits.filter((visit) => visit.startsWith('/next'))).toHaveLength(1)
  expect(site.visits).toContain('/api/200?prerendering')
  expect(Math.abs((views[1]?.at ?? 0) - left)).toBeLessThan(1000)
})

test('a page that is loaded behind another tab counts when it is looked at, not before', async ({ site, alone }) => {
  site.serve('/', aPage(after(200, `open('/cover', '_blank')`) + after(1000, `location.href = '/behind'`)))
  site.serve(
    '/cover',
    `<!doctype html><title>Cover</title>${after(3000, `fetch('/api/200?closing')`)}${after(4500, 'close()')}`,
  )
  site.serve('/behind', aPage('<script>fetch("/api/200?" + document.visibilityState)</script>'))
  await alone(`${site.address}/`)
  await expect.poll(() => site.visits, { timeout: 10_000 }).toContain('/api/200?closing')
  expect(site.visits).toContain('/api/200?hidden')
  expect(pathsOf(site)).toEqual(['/'])
  await expect.poll(() => pathsOf(site)).toEqual(['/', '/behind'])
})

test('the time while another tab is in front is no time on the page', async ({ site, alone }) => {
  // The page counts for itself, and says on its own server how long it was seen.
  const count = `<script>
    let seen = 0
    let since = performance.now()
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) seen += performance.now() - since
      since = performance.now()
    })
  </script>`
  const leave = `fetch('/api/200?seen=' + Math.round(seen + performance.now() - since)); location.href = '/end'`
  site.serve('/', aPage(count + after(1500, `open('/cover', '_blank')`) + after(6000, leave)))
  site.serve('/cover', `<!doctype html><title>Cover</title>${after(3000, 'close()')}`)
  await alone(`${site.address}/`)
  await expect.poll(() => pathsOf(site), { timeout: 15_000 }).toEqual(['/', '/end'])
  const told = site.visits.find((visit) => visit.includes('seen='))?.split('=')[1]
  const shares = site.events('engagement').map(({ engagedMs }) => engagedMs)
  const sum = shares.reduce((total, ms) => total + ms, 0)
  expect(Number(told)).toBeLessThan(4500)
  expect(Math.abs(sum - Number(told))).toBeLessThan(500)
})
