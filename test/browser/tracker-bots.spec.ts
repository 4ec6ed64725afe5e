/** Browsers that say they are driven by a program, under a user agent that does not. */
import { expect, expectEvents, test } from './fixtures.ts'

test.use({
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
})

for (const driven of [true, false]) {
  test(`an ordinary user agent with navigator.webdriver ${driven} is ${driven ? 'a' : 'no'} bot`, async ({
    page,
    site,
  }) => {
    await page.addInitScript(
      (driven) => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => driven }),
      driven,
    )
    await page.goto(`${site.address}/`)
    await page.click('#digits')
    await expectEvents(site, 'click', 1)
    await expectEvents(site, 'page', 1)
    expect(site.events().map(({ bot }) => bot)).toEqual([driven, driven])
    expect(site.asked.every(({ headers }) => !/bot|headless/i.test(headers['user-agent'] ?? 'bot'))).toBe(true)
  })
}

test('a browser that a program drives says so by itself', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  expect(await page.evaluate(() => navigator.webdriver)).toBe(true)
  expect((await expectEvents(site, 'page', 1))[0]?.bot).toBe(true)
})
