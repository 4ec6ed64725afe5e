/** What banners preset before anybody has answered, and what counts of it. */
import { decide, expectFollowed, expectForgotten, expectSilence, keptBy, put } from './banners.ts'
import { expect, expectEvents, say, settled, test } from './fixtures.ts'

const asking = (cmp: string) => ({ attributes: `data-consent="required" data-cmp="${cmp}"`, mode: 'required' as const })

test.describe('CookieYes', () => {
  test.use(asking('cookieyes'))

  test('under the law by which one must object, what is preset counts until the visitor does', async ({
    page,
    site,
  }) => {
    await put(site, 'cookieyes', `law = 'ccpa'`)
    await page.goto(`${site.address}/`)
    await expectFollowed(page, site)
    await decide(page)
    await expectForgotten(page, site)
  })
})

test.describe('Cookiebot', () => {
  test.use(asking('cookiebot'))

  test('a consent that is to be renewed is none, though no event tells of it', async ({ page, site }) => {
    await put(site, 'cookiebot')
    await page.goto(`${site.address}/`)
    await decide(page, 'statistics')
    await expectFollowed(page, site)
    await page.evaluate(() =>
      document.querySelector('button')?.addEventListener('click', () => {
        const { Cookiebot } = window as unknown as { Cookiebot: { renew(): void } }
        Cookiebot.renew()
      }),
    )
    await page.click('button')
    await expectForgotten(page, site)
  })
})

test.describe('OneTrust', () => {
  test.use(asking('onetrust:C0002'))

  test('groups that are active until the visitor objects count', async ({ page, site }) => {
    await put(site, 'onetrust', `preset = ['C0002', 'C0003']`)
    await page.goto(`${site.address}/`)
    await expectFollowed(page, site)
    await decide(page, 'C0003')
    await expectForgotten(page, site)
  })
})

for (const cmp of ['onetrust', 'onetrust:', 'onetrust:,', 'nobody']) {
  test.describe(`data-cmp="${cmp}"`, () => {
    test.use({ attributes: `data-consent="cookieless" data-cmp="${cmp}"`, mode: 'cookieless' })

    test('what names no group, or no banner, says neither yes nor no', async ({ page, site }) => {
      await put(site, 'onetrust', `preset = ['C0002', 'C0003', 'C0004']`)
      await page.goto(`${site.address}/`)
      await expectEvents(site, 'page', 1)
      await say(page, 'event', 'counted')
      await expectEvents(site, 'custom', 1)
      expect(site.batches.every((batch) => !('visitor' in batch))).toBe(true)
      expect(await keptBy(page)).toEqual([])
    })
  })
}

test.describe('WP Consent API', () => {
  test.use(asking('wp'))

  test('optout: granted until the visitor objects', async ({ page, site }) => {
    await put(site, 'wp', `type = 'optout'`)
    await page.goto(`${site.address}/`)
    await expectFollowed(page, site)
    await decide(page)
    await expectForgotten(page, site)
  })

  test('without a type no banner has registered: that everything is granted then means nothing', async ({
    page,
    site,
  }) => {
    await put(site, 'wp', `type = ''`)
    await page.goto(`${site.address}/`)
    await expectSilence(page, site)
    await page.evaluate(() => (window as unknown as { registerBanner(type: string): void }).registerBanner('optout'))
    await expectFollowed(page, site)
  })
})

test.describe('IAB TCF', () => {
  test.use(asking('tcf'))

  test('where the law does not apply, consent is not asked for', async ({ page, site }) => {
    await put(site, 'tcf', 'applies = false')
    await page.goto(`${site.address}/`)
    await expectFollowed(page, site)
  })

  test('a yes holds while the banner is shown again, until it is answered', async ({ page, site }) => {
    await put(site, 'tcf')
    await page.goto(`${site.address}/`)
    await decide(page, '1', '8')
    await expectFollowed(page, site)
    await page.evaluate(() => (window as unknown as { show(): void }).show())
    await settled()
    expect(await keptBy(page)).not.toEqual([])
    await decide(page)
    await expectForgotten(page, site)
  })
})

test.describe('Google Consent Mode', () => {
  test.use(asking('google'))

  const granted = `preset = ['analytics_storage']`

  test('a preset yes counts when its wait is over', async ({ page, site }) => {
    await put(site, 'google', `${granted}; more = { wait_for_update: 1500 }`)
    await page.goto(`${site.address}/`)
    await settled(1000)
    expect(await keptBy(page)).toEqual([])
    await expectFollowed(page, site)
  })

  test('a preset yes that is taken back within its wait leaves no trace', async ({ page, site }) => {
    await put(site, 'google', granted)
    await page.goto(`${site.address}/plain`)
    await decide(page, 'ad_storage')
    await page.addInitScript(() => {
      const stored: string[] = []
      // oxlint-disable-next-line typescript/unbound-method -- It is called with the storage as its `this`.
      const { setItem } = Storage.prototype
      Object.assign(window, { stored })
      Storage.prototype.setItem = function (name, value) {
        stored.push(name)
        setItem.call(this, name, value)
      }
    })
    await page.goto(`${site.address}/`)
    await expectSilence(page, site)
    expect(await page.evaluate(() => (window as unknown as { stored: string[] }).stored)).toEqual([])
  })

  test('a preset yes for some regions is none for this visitor', async ({ page, site }) => {
    await put(site, 'google', `${granted}; more = { region: ['US'] }`)
    await page.goto(`${site.address}/`)
    await expectSilence(page, site)
  })

  test("what Google's own script has made of the presets counts, and what a tag manager's template has told it", async ({
    page,
    site,
  }) => {
    // As gtag.js leaves it for a visitor from a region with a preset yes, and as a template sets it: past `dataLayer`.
    const script = `google_tag_data = { ics: { entries: { analytics_storage: { default: true } } } };`
    await put(site, 'google', `${script}${granted}; more = { region: ['US'] }`)
    await page.goto(`${site.address}/`)
    await expectFollowed(page, site)
    await page.evaluate(() =>
      document.querySelector('button')?.addEventListener('click', () => {
        Object.assign(window, { google_tag_data: { ics: { entries: { analytics_storage: { update: false } } } } })
      }),
    )
    await page.click('button')
    await expectForgotten(page, site)
  })
})

test.describe('Google Consent Mode on a site that counts without cookies', () => {
  test.use({ attributes: 'data-consent="cookieless" data-cmp="google"', mode: 'cookieless' })

  test('a preset no is believed when nothing has updated it for five seconds', async ({ page, site }) => {
    await put(site, 'google')
    await page.goto(`${site.address}/`)
    await expectEvents(site, 'page', 1)
    await settled(8000)
    await say(page, 'event', 'never')
    await settled()
    expect(site.events('custom')).toEqual([])
  })
})
