/** Banners of whatever make, and banners that are broken: nothing is taken for a yes, and nothing of the page's suffers. */
import { decide, expectFollowed, expectForgotten, expectSilence, keptBy, pass, scriptOf, visit } from './banners.ts'
import { expect, test } from './fixtures.ts'

test.use({ mode: 'required' })
test.beforeEach(({ page }) => page.clock.install())

test('data-cmp="auto": a banner that asks is believed, not what is preset beside it', async ({ page, site }) => {
  await visit(page, site, 'auto', `preset = ['analytics_storage'];${await scriptOf('google')}`)
  await page.evaluate(await scriptOf('cookiebot'))
  await expectSilence(page, site)
  await decide(page, 'statistics')
  await expectFollowed(page, site)
  await decide(page)
  await expectForgotten(page, site)
})

test('it is looked at for three minutes after something was done, and no longer', async ({ page, site }) => {
  const counted = `looks = 0; Object.defineProperty(window, 'Cookiebot', { get() { looks++ } })`
  await visit(page, site, 'auto', counted)
  const looksIn = async (ms: number) => {
    await page.evaluate('looks = 0')
    await pass(page, ms)
    return page.evaluate<number>('looks')
  }
  expect(await looksIn(10_000)).toBeGreaterThan(15)
  await pass(page, 180_000)
  expect(await looksIn(60_000)).toBe(0)
  await page.click('button')
  expect(await looksIn(1000)).toBeGreaterThan(1)
  expect(await looksIn(240_000)).toBeLessThan(362)
})

const throws = `get() { throw new Error('broken') }`
const anyhow = (...scripts: string[]) => scripts.join(';')
const broken: [cmp: string, script: string][] = [
  [
    'auto',
    anyhow(
      `Cookiebot = { hasResponse: true, consent: { ${throws.replace('get', 'get statistics')} } }`,
      `CookieInformation = { getConsentGivenFor() { throw new Error('broken') } }`,
      `getCkyConsent = () => null`,
      `wp_consent_type = 'optin'; wp_has_consent = 'yes'`,
      `window['__tcfapi'] = () => { throw new Error('broken') }`,
      `dataLayer = Object.freeze([null, 0, ['consent'], ['consent', 'update'], { get 0() { throw new Error('broken') } }])`,
    ),
  ],
  [
    'auto',
    anyhow(
      `Object.defineProperty(window, 'Cookiebot', { ${throws} })`,
      `CookieInformation = { getConsentGivenFor() {} }`,
      `getCkyConsent = () => ({ isUserActionCompleted: true })`,
      `window['__tcfapi'] = (command, version, hear) => { hear(); hear(null, true); hear({ eventStatus: 'tcloaded' }, true) }`,
      `dataLayer = { push: 'none' }; google_tag_data = { ics: null }`,
    ),
  ],
  ['onetrust:C0002', `OnetrustActiveGroups = ['C0002']`],
  ['onetrust:C0002', `OnetrustActiveGroups = ''; document.cookie = 'OptanonAlertBoxClosed=now'`],
]
test('broken banners say neither yes nor no, and are not made worse', async ({ page, site }) => {
  for (const [at, [cmp, script]] of broken.entries()) {
    await visit(page, site, cmp, script, 'cookieless')
    await page.click('button')
    await pass(page, 4000)
    await expect.poll(() => site.events('page').length, { intervals: [20, 50] }).toBe(at + 1)
    expect(await keptBy(page)).toEqual([])
  }
  expect(site.batches.some((batch) => 'visitor' in batch)).toBe(false)
  expect(site.events('consent')).toEqual([])
})

test("google: the page's own data layer is read, never touched; nonsense in it hides no answer", async ({
  page,
  site,
}) => {
  await visit(page, site, 'google', await scriptOf('google'))
  const untouched = `dataLayer.push === Array.prototype.push && dataLayer.length === 3`
  await pass(page, 2000)
  expect(await page.evaluate(untouched)).toBe(true)
  await page.evaluate(`dataLayer.push(null, 0, ['consent'], ['consent', 'update'], { event: 'one' })`)
  await decide(page, 'analytics_storage')
  await page.evaluate(`dataLayer.push(undefined, 'consent', ['consent', 'update', null])`)
  await expectFollowed(page, site)
  // What does not name the category changes nothing.
  await page.evaluate(`gtag('consent', 'update', { ad_storage: 'denied' })`)
  await pass(page, 4000)
  expect(site.events('consent')).toHaveLength(1)
})
