/** What a visitor tells the site's consent banner is told to the tag, whichever banner it is. */
import {
  decide,
  expectFollowed,
  expectForgotten,
  expectSilence,
  forgetTag,
  keptBy,
  pass,
  scriptOf,
  visit,
} from './banners.ts'
import { expect, say, test } from './fixtures.ts'

/**
 * What `data-cmp` says, a decision that is enough, and one that is not: as most sites have it, where the tag may recognise the
 * banner itself but for OneTrust, and with categories of a site's own.
 */
const banners = [
  {
    name: 'cookiebot',
    usual: { cmp: 'auto', enough: ['statistics'], short: ['preferences', 'marketing'] },
    mapped: { cmp: 'Cookiebot: marketing', enough: ['marketing'], short: ['statistics'] },
  },
  {
    name: 'cookieinformation',
    usual: { cmp: 'auto', enough: ['cookie_cat_statistic'], short: ['cookie_cat_functional'] },
    mapped: {
      cmp: 'cookieinformation:cookie_cat_marketing',
      enough: ['cookie_cat_marketing'],
      short: ['cookie_cat_statistic'],
    },
  },
  {
    name: 'cookieyes',
    usual: { cmp: 'auto', enough: ['analytics'], short: ['functional', 'advertisement'] },
    mapped: { cmp: 'cookieyes:advertisement', enough: ['advertisement'], short: ['analytics'] },
  },
  {
    name: 'onetrust',
    usual: { cmp: 'onetrust:C0002', enough: ['C0002'], short: ['C0003', 'C0004'] },
    mapped: { cmp: 'onetrust:C0002,C0004', enough: ['C0002', 'C0004'], short: ['C0002'] },
  },
  {
    name: 'wp',
    usual: { cmp: 'auto', enough: ['statistics'], short: ['statistics-anonymous', 'marketing'] },
    mapped: { cmp: 'wp:statistics-anonymous', enough: ['statistics-anonymous'], short: ['statistics'] },
  },
  {
    name: 'google',
    usual: { cmp: 'auto', enough: ['analytics_storage'], short: ['ad_storage'] },
    mapped: { cmp: 'google:ad_storage', enough: ['ad_storage'], short: ['analytics_storage'] },
  },
  {
    name: 'tcf',
    usual: { cmp: 'auto', enough: ['1', '8'], short: ['1', '7'] },
    mapped: { cmp: 'tcf:1,7,8', enough: ['1', '7', '8'], short: ['1', '8'] },
  },
]

test.use({ mode: 'required' })
test.beforeEach(({ page }) => page.clock.install())

for (const { name, usual, mapped } of banners) {
  const title = `${name}: nothing before an answer, all after a yes, the landing too, and nothing left when it is taken back`
  test(title, async ({ page, site }) => {
    const banner = await scriptOf(name)
    const { cmp, enough, short } = mapped
    // It may come long after the tag.
    await visit(page, site, cmp)
    await expectSilence(page, site)
    await page.evaluate(banner)
    await expectSilence(page, site)
    await decide(page, ...short)
    await expectSilence(page, site)
    await decide(page, ...enough)
    await expectFollowed(page, site)

    // What was answered before the tag came to this site holds.
    await forgetTag(page, site)
    await visit(page, site, cmp, banner)
    const visitor = await expectFollowed(page, site, 2)

    // On the next page he is the same, and has not to agree again.
    await visit(page, site, cmp, banner)
    await expect.poll(() => site.events('page').length, { intervals: [20, 50] }).toBe(3)
    expect(site.events().at(-1)).toMatchObject({ type: 'page', visitor })

    await decide(page, ...short)
    await expectForgotten(page, site)
    await visit(page, site, cmp, banner)
    await expectSilence(page, site)
    expect(site.events('page')).toHaveLength(3)

    // A site that counts without cookies goes on counting until a no is said; with the usual categories.
    await forgetTag(page, site)
    await page.context().clearCookies()
    await visit(page, site, usual.cmp, banner, 'cookieless')
    await pass(page, 8000)
    await expect.poll(() => site.events('page').length, { intervals: [20, 50] }).toBe(4)
    expect(site.batches.at(-1)).not.toHaveProperty('visitor')
    expect(await keptBy(page)).toEqual([])
    await decide(page, ...usual.short)
    await expect.poll(() => keptBy(page), { timeout: 1000, intervals: [50] }).toContain(`${site.memory}=0`)
    await say(page, 'event', 'never')
    await pass(page, 8000)
    await decide(page, ...usual.enough)
    await pass(page, 8000)
    await expect.poll(() => site.events('consent').at(-1)?.state, { intervals: [20, 50] }).toBe('granted')
    expect(site.events('custom')).toEqual([])
  })
}
