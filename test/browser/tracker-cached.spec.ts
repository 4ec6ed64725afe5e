/** Pages that the browser keeps alive when the visitor leaves them: it takes a browser of its own, which may. */
import { chromium } from '@playwright/test'
import { expect, expectEvents, test, troublesOf } from './fixtures.ts'

test('a page from the back-forward cache is a view again', async ({ site, launchOptions }) => {
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs })
  const page = await browser.newPage()
  const troubles = troublesOf(page.context())
  await page.goto(`${site.address}/`)
  await page.click('#next')
  await page.waitForURL('**/next')
  await expectEvents(site, 'page', 2)
  await page.evaluate(() => history.back())
  const views = await expectEvents(site, 'page', 3)
  expect(views.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/next', '/'])
  expect(troubles).toEqual([])
  await browser.close()
})
