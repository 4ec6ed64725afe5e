/** How long and how far somebody looked. The browser's clock is the test's, so that minutes cost nothing. */
import type { Page } from '@playwright/test'
import { aPage, expect, expectEvents, holdVisibility, settled, test, turn } from './fixtures.ts'
import type { Site } from './site.ts'

const SECOND = 1000

/** Somebody at work on the page for so long: a sign of life every other second. */
async function read(page: Page, ms: number): Promise<void> {
  for (let past = 0; past < ms; past += 2 * SECOND) {
    await page.mouse.move(100 + (past % 300), 100)
    await page.clock.runFor(Math.min(2 * SECOND, ms - past))
  }
}

async function leave(page: Page): Promise<void> {
  await page.goto('about:blank')
}

const engagedOn = (site: Site) => site.events('engagement').reduce((total, { engagedMs }) => total + engagedMs, 0)
const near = (ms: number) => ({ least: ms - 500, most: ms + 500 })

async function expectEngaged(site: Site, { least, most }: { least: number; most: number }): Promise<void> {
  await expect.poll(() => engagedOn(site)).toBeGreaterThanOrEqual(least)
  await settled(300)
  expect(engagedOn(site)).toBeLessThanOrEqual(most)
}

test.beforeEach(async ({ page }) => {
  await holdVisibility(page)
  await page.clock.install()
  // It moves only where a test moves it: a stalled machine is nobody's reading.
  await page.clock.pauseAt(Date.now() + 60 * SECOND)
})

test('ten seconds of reading are ten seconds, told once, with the page, on leaving it', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await read(page, 10 * SECOND)
  expect(site.events('engagement')).toHaveLength(0)
  await leave(page)
  await expectEngaged(site, near(10 * SECOND))
  const [told, ...more] = site.events('engagement')
  expect(told).toMatchObject({ url: `${site.address}/`, visitor: site.events('page')[0]?.visitor })
  expect(more).toEqual([])
})

test('a minute in which the tab was hidden does not count', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await read(page, 6 * SECOND)
  await turn(page, 'hidden')
  await page.clock.runFor(60 * SECOND)
  await turn(page, 'visible')
  await read(page, 4 * SECOND)
  await leave(page)
  await expectEngaged(site, near(10 * SECOND))
})

test('time in a window beside does not count', async ({ page, site, context }) => {
  await page.goto(`${site.address}/`)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  await page.bringToFront()
  await read(page, 6 * SECOND)
  const beside = await context.newPage()
  await beside.bringToFront()
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false)
  await page.clock.runFor(20 * SECOND)
  await page.bringToFront()
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
  await read(page, 4 * SECOND)
  await leave(page)
  await expectEngaged(site, near(10 * SECOND))
})

test('who does nothing for five minutes is there for half a minute', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.mouse.move(100, 100)
  await page.clock.runFor(300 * SECOND)
  await leave(page)
  await expectEngaged(site, near(30 * SECOND))
})

test('a machine that sleeps for eight hours on the page makes nobody read for eight hours', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await read(page, 4 * SECOND)
  await page.clock.fastForward(8 * 3600 * SECOND)
  await read(page, 4 * SECOND)
  await leave(page)
  await expectEngaged(site, { least: 7.5 * SECOND, most: 38.5 * SECOND })
})

test('a route has its time and its depth to itself, told before the next view', async ({ page, site }) => {
  const link = `<button onclick="history.pushState({}, '', '/b'); window.scrollTo(0, 0)">Go</button><p style="height:4000px">`
  site.serve('/a', aPage(link))
  await page.goto(`${site.address}/a`)
  await page.evaluate(() => scrollTo(0, 1e6))
  await read(page, 6 * SECOND)
  await page.evaluate(() => document.querySelector('button')?.click())
  await read(page, 4 * SECOND)
  await leave(page)
  await expectEvents(site, 'engagement', 2)
  const told = site.events().map(({ type, url }) => [type, new URL(url ?? '').pathname])
  expect(told).toEqual([
    ['page', '/a'],
    ['engagement', '/a'],
    ['page', '/b'],
    ['engagement', '/b'],
  ])
  const [first, second] = site.events('engagement')
  expect(Math.abs((first?.engagedMs ?? 0) - 6 * SECOND)).toBeLessThan(SECOND)
  expect(first?.scroll).toBe(100)
  expect(second?.scroll).toBeLessThan(30)
})

test('an app that is switched away and then killed has told all: hiding is enough', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await read(page, 6 * SECOND)
  await turn(page, 'hidden')
  await expectEngaged(site, near(6 * SECOND))
})

test('leaving that shows in pagehide alone, in hiding alone or in both is told once each', async ({ page, site }) => {
  const leaves = {
    pagehide: () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))),
    hiding: () => turn(page, 'hidden'),
    both: async () => {
      await turn(page, 'hidden')
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    },
  }
  for (const [way, go] of Object.entries(leaves)) {
    await page.goto(`${site.address}/${way}`)
    await read(page, 4 * SECOND)
    await go()
    await expect.poll(() => site.events('engagement').at(-1)?.url).toBe(`${site.address}/${way}`)
  }
  await leave(page)
  await expectEvents(site, 'engagement', 3)
  await expectEngaged(site, near(12 * SECOND))
})

test.describe('depth', () => {
  const depthOf = async (page: Page, site: Site) => {
    await read(page, 2 * SECOND)
    await leave(page)
    return (await expectEvents(site, 'engagement', 1))[0]?.scroll
  }

  test('is the deepest that was seen, also after scrolling back', async ({ page, site }) => {
    site.serve('/', aPage('<div style="height:5000px"></div>', '<style>body{margin:0}</style>'))
    await page.goto(`${site.address}/`)
    await page.evaluate(() => scrollTo(0, 4000 - innerHeight))
    await read(page, 2 * SECOND)
    await page.evaluate(() => scrollTo(0, 0))
    expect(await depthOf(page, site)).toBe(80)
  })

  test('of a page that is shorter than the window is all of it', async ({ page, site }) => {
    site.serve('/', aPage('<p>Short'))
    await page.goto(`${site.address}/`)
    expect(await depthOf(page, site)).toBe(100)
  })

  test('of a page that grows is judged by what it has become', async ({ page, site }) => {
    site.serve('/', aPage('<div style="height:2000px"></div>', '<style>body{margin:0}</style>'))
    await page.goto(`${site.address}/`)
    await page.evaluate(() => scrollTo(0, 1e6))
    await read(page, 2 * SECOND)
    await page.evaluate(() => ((document.body.firstElementChild as HTMLElement).style.height = '8000px'))
    expect(await depthOf(page, site)).toBe(25)
  })

  test('has nothing to do with what scrolls within the page', async ({ page, site }) => {
    const box = '<div id="box" style="height:200px;overflow:auto"><p style="height:9000px"></div>'
    site.serve('/', aPage(`${box}<div style="height:5000px"></div>`))
    await page.goto(`${site.address}/`)
    await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 1e6))
    expect(await depthOf(page, site)).toBeLessThan(20)
  })
})
