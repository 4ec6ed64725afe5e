/** Consent, storage and hosts that are hard to live with. */
import { deviceOf, expect, expectEvents, settled, test } from './fixtures.ts'

const nothing = { cookies: '', stored: [] }
const say = (choice: string) => `lt('consent', '${choice}')`

test('granted: one visitor over pages, in a cookie that lasts 13 months and in localStorage behind it', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: 'lt_shop', path: '/', sameSite: 'Lax' })
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(390 * 86_400)
  await context.clearCookies()
  await page.goto(`${site.address}/next`)
  await expectEvents(site, 'page', 2)
  const [first, second] = site.batches
  expect(first?.visitor).toMatch(/^[\w-]{22}$/)
  expect(second?.visitor).toBe(first?.visitor)
  expect((await context.cookies())[0]?.value).toBe(cookie?.value)
})

test('granted: lt("reset") makes another visitor, lt("visitor") tells him, a refusal lasts and clears the device', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await page.evaluate(`lt('reset'); lt('event', 'after'); new Promise((told) => lt('visitor', told))`).then((id) => {
    expect(id).toMatch(/^[\w-]{22}$/)
    Reflect.set(test.info(), 'visitor', id)
  })
  await expectEvents(site, 'custom', 1)
  const [before, after] = site.batches
  expect(after?.visitor).toBe(Reflect.get(test.info(), 'visitor'))
  expect(before?.visitor).not.toBe(after?.visitor)
  await page.evaluate(say('denied'))
  expect(await deviceOf(page)).toEqual({ cookies: 'lt_shop=0', stored: [['lt_shop', '0']] })
  await page.goto(`${site.address}/next`)
  await page.evaluate(`lt('event', 'never')`)
  await settled()
  expect(site.batches).toHaveLength(2)
})

test.describe('data-consent="required"', () => {
  test.use({ attributes: 'data-consent="required"' })

  test('nothing is stored or sent before consent; then the landing arrives once, as it was', async ({ page, site }) => {
    await page.goto(`${site.address}/app?utm_source=bing`, { referer: 'https://www.bing.com/' })
    await page.evaluate(() => (window as unknown as { go: Function }).go('/app/a'))
    await settled()
    expect(site.requests).toEqual(['GET /lt.js'])
    expect(await deviceOf(page)).toEqual(nothing)
    await page.evaluate(say('granted'))
    await page.evaluate(say('granted'))
    const [view] = await expectEvents(site, 'page', 1)
    expect(view).toMatchObject({ url: `${site.address}/app?utm_source=bing`, referrer: 'https://www.bing.com/' })
    expect(site.events('consent')).toMatchObject([{ state: 'granted' }])
    expect((await deviceOf(page)).cookies).toMatch(/^lt_shop=[\w-]{22}\./)
  })

  test('consent lasts over pages; withdrawn, it clears the device and silences the tag', async ({ page, site }) => {
    await page.goto(`${site.address}/`)
    await page.evaluate(say('granted'))
    await page.goto(`${site.address}/next`)
    await expectEvents(site, 'page', 2)
    await page.evaluate(say('denied'))
    expect(await deviceOf(page)).toEqual(nothing)
    await page.evaluate(`lt('event', 'never')`)
    await page.goto(`${site.address}/`)
    await settled()
    expect(site.events('page')).toHaveLength(2)
    expect(site.events('custom')).toHaveLength(0)
  })

  test('a form sent without consent arrives alone: no visitor, no page before it, no campaign', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.address}/contact?utm_source=bing`)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    const [form] = await expectEvents(site, 'form', 1)
    expect(form?.url).toBe(`${site.address}/contact`)
    expect(site.batches).toHaveLength(1)
    expect(site.batches[0]).not.toHaveProperty('visitor')
    expect(await deviceOf(page)).toEqual(nothing)
  })
})

test.describe('data-consent="cookieless"', () => {
  test.use({ attributes: 'data-consent="cookieless"' })

  test('views and forms arrive without a visitor, and nothing is stored, not even when the collector fails', async ({
    page,
    site,
  }) => {
    site.answers.push(503)
    await page.goto(`${site.address}/contact`)
    await expectEvents(site, 'page', 1)
    expect(site.batches).toHaveLength(2)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    await expectEvents(site, 'form', 1)
    expect(site.batches.every((batch) => !('visitor' in batch))).toBe(true)
    expect(await deviceOf(page)).toEqual(nothing)
  })
})

test.describe('without data-consent', () => {
  test.use({ attributes: '' })

  test('the collector is asked once, and until it answers nothing is stored or sent', async ({ page, site }) => {
    site.consent = 'granted'
    let answer = () => {}
    await page.route(`${site.collector}/s/shop`, async (route) => {
      await new Promise<void>((done) => (answer = done))
      await route.continue()
    })
    await page.goto(`${site.address}/`)
    await settled()
    expect(site.batches).toHaveLength(0)
    expect(await deviceOf(page)).toEqual(nothing)
    answer()
    await expectEvents(site, 'page', 1)
    expect(site.batches[0]?.visitor).toBeDefined()
    expect(site.requests.filter((request) => request.includes('/s/'))).toEqual(['GET /s/shop'])
  })
})

for (const signal of ['globalPrivacyControl', 'doNotTrack']) {
  test(`${signal}: a site that needs no consent is counted without a visitor and without storage`, async ({
    page,
    site,
  }) => {
    await page.addInitScript(
      (name) => Object.defineProperty(navigator, name, { value: name === 'doNotTrack' ? '1' : true }),
      signal,
    )
    await page.goto(`${site.address}/`)
    await expectEvents(site, 'page', 1)
    expect(site.batches[0]).not.toHaveProperty('visitor')
    expect(await deviceOf(page)).toEqual(nothing)
  })
}

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
    const violations: string[] = []
    page.on(
      'console',
      (message) => message.type() === 'error' && !/favicon/.test(message.text()) && violations.push(message.text()),
    )
    await page.goto(`${site.address}/strict`)
    await page.click('#send')
    await expectEvents(site, 'form', 1)
    expect(violations).toEqual([])
  })
})
