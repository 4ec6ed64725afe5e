/** What a visitor tells the site's consent banner is told to the tag, whichever banner it is. */
import { decide, expectFollowed, expectForgotten, expectSilence, put, scriptOf } from './banners.ts'
import { expect, expectEvents, settled, test } from './fixtures.ts'

/** Each as most sites have it: what `data-cmp` says, a decision that is enough, and one that is not. */
const usual = [
  { name: 'cookiebot', cmp: 'cookiebot', enough: ['statistics'], short: ['preferences', 'marketing'] },
  {
    name: 'cookieinformation',
    cmp: 'cookieinformation',
    enough: ['cookie_cat_statistic'],
    short: ['cookie_cat_functional'],
  },
  { name: 'cookieyes', cmp: 'cookieyes', enough: ['analytics'], short: ['functional', 'advertisement'] },
  { name: 'onetrust', cmp: 'onetrust:C0002', enough: ['C0002'], short: ['C0003', 'C0004'] },
  { name: 'wp', cmp: 'wp', enough: ['statistics'], short: ['statistics-anonymous', 'marketing'] },
  { name: 'google', cmp: 'google', enough: ['analytics_storage'], short: ['ad_storage'] },
  { name: 'tcf', cmp: 'tcf', enough: ['1', '8'], short: ['1', '7'] },
]
const mapped = [
  { name: 'cookiebot', cmp: 'Cookiebot: marketing', enough: ['marketing'], short: ['statistics'] },
  {
    name: 'cookieinformation',
    cmp: 'cookieinformation:cookie_cat_marketing',
    enough: ['cookie_cat_marketing'],
    short: ['cookie_cat_statistic'],
  },
  { name: 'cookieyes', cmp: 'cookieyes:advertisement', enough: ['advertisement'], short: ['analytics'] },
  { name: 'onetrust', cmp: 'onetrust:C0002,C0004', enough: ['C0002', 'C0004'], short: ['C0002'] },
  { name: 'wp', cmp: 'wp:marketing', enough: ['marketing'], short: ['statistics'] },
  { name: 'google', cmp: 'google:ad_storage', enough: ['ad_storage'], short: ['analytics_storage'] },
  { name: 'tcf', cmp: 'tcf:1,7,8', enough: ['1', '7', '8'], short: ['1', '8'] },
]

for (const { name, cmp, enough, short } of [...usual, ...mapped]) {
  test.describe(`data-cmp="${cmp}"`, () => {
    test.use({ attributes: `data-consent="required" data-cmp="${cmp}"`, mode: 'required' })

    test('nothing before an answer or after another; a yes brings the landing; withdrawn, all is forgotten', async ({
      page,
      site,
    }) => {
      await put(site, name)
      await page.goto(`${site.address}/`)
      await expectSilence(page, site)
      await decide(page, ...short)
      await expectSilence(page, site)
      await decide(page, ...enough)
      await expectFollowed(page, site)
      await decide(page, ...short)
      await expectForgotten(page, site)
      await page.goto(`${site.address}/next`)
      await settled()
      expect(site.events('page')).toHaveLength(1)
    })
  })
}

for (const { name, cmp, enough, short } of usual) {
  test.describe(`data-cmp="${cmp}"`, () => {
    test.use({ attributes: `data-consent="required" data-cmp="${cmp}"`, mode: 'required' })

    test('what was answered on an earlier page holds', async ({ page, site }) => {
      await put(site, name)
      await page.goto(`${site.address}/plain`)
      await decide(page, ...short)
      await page.goto(`${site.address}/`)
      await expectSilence(page, site)
      await page.goto(`${site.address}/plain`)
      await decide(page, ...enough)
      await page.goto(`${site.address}/next`)
      await expectFollowed(page, site)
    })

    test('who agreed is the same visitor on the next page, and is not asked to agree again', async ({ page, site }) => {
      await put(site, name)
      await page.goto(`${site.address}/`)
      await decide(page, ...enough)
      await expectFollowed(page, site)
      await page.goto(`${site.address}/next`)
      await expectEvents(site, 'page', 2)
      expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1)
      expect(site.events('consent')).toHaveLength(1)
    })

    test('a banner that comes long after the tag is heard', async ({ page, site }) => {
      await page.goto(`${site.address}/`)
      await settled(1500)
      await page.evaluate(await scriptOf(name))
      await expectSilence(page, site)
      await decide(page, ...enough)
      await expectFollowed(page, site)
    })
  })
}
