/** Pages that are hard to live with: the tag costs them nothing, and they cost it as little as can be. */
import { expect, expectEvents, test } from './fixtures.ts'

test('storage that throws costs nothing but memory', async ({ page, site }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
  })
  await page.goto(`${site.address}/contact`)
  await page.fill('[name=email]', 'jane@mail.test')
  await page.click('#send')
  await expectEvents(site, 'form', 1)
  expect(site.batches[0]?.visitor).toMatch(/^[\w-]{22}$/)
})

test('broken globals cost the visit at most, never the page', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.assign(window, { fetch: undefined, PerformanceObserver: undefined, navigation: undefined })
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined })
    Object.freeze(history)
  })
  await page.goto(`${site.address}/contact`)
  await page.fill('[name=email]', 'jane@mail.test')
  await page.click('#send')
  await page.waitForURL('**/thanks')
})

test.describe('a strict page', () => {
  const policy =
    "default-src 'none'; script-src COLLECTOR; connect-src COLLECTOR; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
  test.use({ headers: { 'content-security-policy': policy } })

  test('its content security policy and Trusted Types are not violated', async ({ page, site }) => {
    await page.goto(`${site.address}/strict`)
    await page.click('#send')
    await expectEvents(site, 'form', 1)
  })
})
