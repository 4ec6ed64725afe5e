/** Whose number it is, for how long, and what becomes of it without consent. */
import type { Page } from '@playwright/test'
import { holdVisibility, say, settled, turn } from './fixtures.ts'
import { aPage, expect, fallback, lentOn, loans, pool, published, share, test, textOf } from './number-pool.ts'
import type { Site } from './site.ts'

const MINUTE = 60_000
const said = (site: Site) => loans(site).map(({ body }) => JSON.parse(body))

test('each visitor has a number of his own, over all of his pages; when none is left there is a last one', async ({
  browser,
  page,
  site,
  userAgent,
}) => {
  const first = await lentOn(page, site)
  expect(await lentOn(page, site)).toBe(first)
  const seen = [first]
  for (let other = 0; other < share.length; other += 1) {
    const context = await browser.newContext({ userAgent: userAgent ?? '' })
    seen.push(await lentOn(await context.newPage(), site))
    await context.close()
  }
  expect(seen.toSorted()).toEqual([...share, fallback].toSorted())
})

test.describe('cookieless', () => {
  test.use({ mode: 'cookieless', attributes: 'data-consent="cookieless" data-numbers' })

  test('who is not known again borrows without a name, and gives back when he wants not to be counted', async ({
    page,
    site,
  }) => {
    expect(pool).toContain(await lentOn(page, site))
    expect(said(site)).toEqual([{ site: site.key, visitor: '' }])
    await say(page, 'consent', 'denied')
    await expect.poll(() => textOf(page, '#known')).toBe(published)
    await page.reload()
    await settled(300)
    expect(loans(site)).toHaveLength(1)
    expect(await textOf(page, '#known')).toBe(published)
  })
})

test('who has not agreed borrows nothing; when he has, he does; when he takes it back, the page says its own', async ({
  page,
  site,
}) => {
  const html = `<p id="known">Call ${published}</p><a href="tel:70 20 12 34"><b>Call</b> 70201234</a>`
  site.serve('/asked', aPage(html).replace('<!--tag-->', site.tag('data-consent="required" data-numbers')))
  await page.goto(`${site.address}/asked`)
  await settled(300)
  expect(loans(site)).toEqual([])
  const before = await page.locator('body').innerHTML()
  await say(page, 'consent', 'granted')
  await expect.poll(() => textOf(page, '#known')).not.toContain(published)
  expect(said(site)[0]?.visitor).toMatch(/^[\w-]{22}\.\w+$/)
  await expect(page.locator('a')).not.toHaveAttribute('href', 'tel:70 20 12 34')
  await say(page, 'consent', 'denied')
  await expect.poll(() => page.locator('body').innerHTML()).toBe(before)
  // What the page says now it says to nobody in particular.
  await page.evaluate((published) => document.body.append(published), published)
  await settled(200)
  expect(await textOf(page, 'body')).toContain(published)
  expect(loans(site)).toHaveLength(1)
})

test.describe('as time goes by', () => {
  /** Opens the page with a clock that the test moves. */
  async function open(page: Page, site: Site): Promise<void> {
    await page.clock.install()
    await holdVisibility(page)
    await page.addInitScript(() =>
      Object.defineProperty(document, 'hidden', { get: () => document.visibilityState === 'hidden' }),
    )
    site.serve('/numbers', aPage(`<p id="known">${published}</p>`))
    await page.goto(`${site.address}/numbers`)
    await expect.poll(() => loans(site).length).toBe(1)
    await page.clock.runFor(1000)
    await expect.poll(() => textOf(page, '#known')).not.toBe(published)
  }

  test('the number is prolonged while the page is seen', async ({ page, site }) => {
    await open(page, site)
    const lent = await textOf(page, '#known')
    await page.clock.fastForward(9 * MINUTE)
    expect(loans(site)).toHaveLength(1)
    for (const times of [2, 3]) {
      await page.clock.fastForward(11 * MINUTE)
      await expect.poll(() => loans(site).length).toBe(times)
      // The answer is there.
      await settled(200)
    }
    expect(await textOf(page, '#known')).toBe(lent)
  })

  test('a page that nobody sees keeps no number; it asks when it is seen again', async ({ page, site }) => {
    await open(page, site)
    await turn(page, 'hidden')
    await page.clock.fastForward(30 * MINUTE)
    expect(loans(site)).toHaveLength(1)
    await turn(page, 'visible')
    await expect.poll(() => loans(site).length).toBe(2)
  })

  test('out of reach, the collector is asked again', async ({ page, site }) => {
    await open(page, site)
    const join = site.cut()
    await page.clock.fastForward(11 * MINUTE)
    await settled(200)
    const before = loans(site).length
    join()
    await page.clock.fastForward(MINUTE)
    await expect.poll(() => loans(site).filter(({ taken }) => taken === 200).length).toBe(2)
    expect(before).toBeGreaterThan(1)
    expect(await textOf(page, '#known')).not.toBe(published)
  })
})
