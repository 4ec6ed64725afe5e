/** Banners of whatever make, and banners that are broken: nothing is taken for a yes, and nothing of the page's suffers. */
import { decide, expectFollowed, expectForgotten, expectSilence, keptBy, put, scriptOf } from './banners.ts'
import { expect, settled, test } from './fixtures.ts'

const asking = (cmp: string) => ({ attributes: `data-consent="required" data-cmp="${cmp}"`, mode: 'required' as const })

test.describe('data-cmp="auto"', () => {
  test.use(asking('auto'))

  const banners = [
    { name: 'cookiebot', enough: ['statistics'] },
    { name: 'cookieinformation', enough: ['cookie_cat_statistic'] },
    { name: 'cookieyes', enough: ['analytics'] },
    { name: 'wp', enough: ['statistics'] },
    { name: 'tcf', enough: ['1', '8'] },
    { name: 'google', enough: ['analytics_storage'] },
  ]
  for (const { name, enough } of banners) {
    test(`${name} is recognised, also when it comes later, and followed`, async ({ page, site }) => {
      await page.goto(`${site.address}/`)
      await settled(300)
      await page.evaluate(await scriptOf(name))
      await expectSilence(page, site)
      await decide(page, ...enough)
      await expectFollowed(page, site)
      await decide(page)
      await expectForgotten(page, site)
    })
  }

  test("onetrust is not: which of its groups would do is the site's to say", async ({ page, site }) => {
    await put(site, 'onetrust', `preset = ['C0002']`)
    await page.goto(`${site.address}/`)
    await expectSilence(page, site)
  })

  test('a banner that asks is believed, not what is preset beside it', async ({ page, site }) => {
    await put(site, 'google', `preset = ['analytics_storage']; more = { wait_for_update: 0 }`)
    await page.goto(`${site.address}/`)
    await expectSilence(page, site)
    await page.evaluate(await scriptOf('cookiebot'))
    await expectSilence(page, site)
    await decide(page, 'statistics')
    await expectFollowed(page, site)
  })

  test('who is not there is looked for ever less often', async ({ page, site }) => {
    const count = `looks = 0; Object.defineProperty(window, 'Cookiebot', { get() { looks++ } })`
    await put(site, 'google', count)
    await page.goto(`${site.address}/`)
    await settled(5000)
    const looks = await page.evaluate(() => (window as unknown as { looks: number }).looks)
    expect(looks).toBeGreaterThan(4)
    expect(looks).toBeLessThan(20)
  })
})

const throws = `get() { throw new Error('broken') }`
const broken: Record<string, string> = {
  cookiebot: `Cookiebot = { hasResponse: true, consent: { ${throws.replace('get', 'get statistics')} } }`,
  'cookiebot:marketing': `Object.defineProperty(window, 'Cookiebot', { ${throws} })`,
  cookieinformation: `CookieInformation = { getConsentGivenFor() { throw new Error('broken') } }`,
  cookieyes: `getCkyConsent = () => null`,
  'onetrust:C0002': `OnetrustActiveGroups = ['C0002']`,
  wp: `wp_consent_type = 'optin'; wp_has_consent = 'yes'`,
  tcf: `window['__tcfapi'] = () => { throw new Error('broken') }`,
  'tcf:1': `window['__tcfapi'] = (command, version, hear) => { hear(); hear(null, true); hear({ eventStatus: 'tcloaded' }, true) }`,
  google: `dataLayer = Object.freeze([null, 0, ['consent'], ['consent', 'update'], { get 0() { throw new Error('broken') } }])`,
  'google:ad_storage': `dataLayer = { push: 'none' }; google_tag_data = { ics: null }`,
  auto: `Object.defineProperty(window, 'dataLayer', { ${throws} }); Object.defineProperty(window, 'Cookiebot', { ${throws} })`,
}
for (const [cmp, script] of Object.entries(broken)) {
  test.describe(`data-cmp="${cmp}"`, () => {
    test.use(asking(cmp))

    test('a broken banner grants nothing and is not made worse', async ({ page, site }) => {
      site.serve('/', `<!doctype html><title>Shop</title><script>${script}</script><!--tag--><button>Yes</button>`)
      await page.goto(`${site.address}/`)
      await page.click('button')
      await expectSilence(page, site)
      await page.evaluate(() => {
        for (const name of ['CookiebotOnConsentReady', 'OneTrustGroupsUpdated']) window.dispatchEvent(new Event(name))
      })
      await expectSilence(page, site)
    })
  })
}

test.describe("the page's own data layer", () => {
  test.use(asking('google'))

  test('takes and answers as it did', async ({ page, site }) => {
    await put(site, 'google')
    await page.goto(`${site.address}/`)
    await settled()
    const told = await page.evaluate(() => {
      type Layer = { length: number; push(...items: unknown[]): unknown }
      const { dataLayer } = window as unknown as { dataLayer: Layer }
      const before = dataLayer.length
      const answer = dataLayer.push({ event: 'one' }, { event: 'two' })
      return { added: dataLayer.length - before, answered: Number(answer) - before }
    })
    expect(told).toEqual({ added: 2, answered: 2 })
    // A tag manager that comes later puts its own function before.
    await page.evaluate(() => {
      const { dataLayer } = window as unknown as { dataLayer: { push(...items: unknown[]): unknown } }
      const push = dataLayer.push.bind(dataLayer)
      dataLayer.push = (...items) => push(...items)
    })
    await decide(page, 'analytics_storage')
    await expectFollowed(page, site)
    expect(await keptBy(page)).not.toEqual([])
  })
})
