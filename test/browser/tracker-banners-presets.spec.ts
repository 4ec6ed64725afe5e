/** What banners preset before anybody has answered, and what counts of it. */
import { decide, expectFollowed, expectForgotten, expectSilence, keptBy, pass, scriptOf, visit } from './banners.ts'
import { expect, say, test } from './fixtures.ts'

test.use({ mode: 'required' })
test.beforeEach(({ page }) => page.clock.install())

/** Preset so that a visitor has to object. */
const presets = [
  { name: 'cookieyes', cmp: 'cookieyes', before: `law = 'ccpa'`, states: 'what is preset under the American law' },
  { name: 'onetrust', cmp: 'onetrust:C0002', before: `preset = ['C0002', 'C0003']`, states: 'active groups' },
  { name: 'wp', cmp: 'wp', before: `type = 'optout'`, states: 'the type optout' },
  { name: 'tcf', cmp: 'tcf', before: 'applies = false', states: 'a law that does not apply' },
]
for (const { name, cmp, before, states } of presets) {
  test(`${name}: ${states} counts as granted until the visitor objects`, async ({ page, site }) => {
    await visit(page, site, cmp, `${before};${await scriptOf(name)}`)
    await expectFollowed(page, site)
    await page.evaluate('applies = true')
    await decide(page)
    await expectForgotten(page, site)
  })
}

test('cookiebot: a consent that is to be renewed is none, though no event tells of it', async ({ page, site }) => {
  await visit(page, site, 'cookiebot', await scriptOf('cookiebot'))
  await decide(page, 'statistics')
  await expectFollowed(page, site)
  await page.evaluate('Cookiebot.renew()')
  await expectForgotten(page, site)
})

test('wp: without a type no banner has registered: that everything is granted then means nothing', async ({
  page,
  site,
}) => {
  await visit(page, site, 'wp', `type = '';${await scriptOf('wp')}`)
  await expectSilence(page, site)
  await page.evaluate(`registerBanner('optin')`)
  await expectSilence(page, site)
  await decide(page, 'statistics')
  await expectFollowed(page, site)
})

test('tcf: a yes holds while the banner is shown again, until it is answered', async ({ page, site }) => {
  await visit(page, site, 'tcf', await scriptOf('tcf'))
  await decide(page, '1', '8')
  await expectFollowed(page, site)
  await page.evaluate('show()')
  await pass(page, 8000)
  expect(await keptBy(page)).not.toEqual([])
  await decide(page)
  await expectForgotten(page, site)
})

test("google: a preset yes is nobody's answer; what a tag manager's template tells Google's own script is one", async ({
  page,
  site,
}) => {
  const entry = `google_tag_data = { ics: { entries: { analytics_storage: { default: true } } } }`
  await visit(page, site, 'google', `${entry};preset = ['analytics_storage'];${await scriptOf('google')}`)
  await expectSilence(page, site)
  await page.evaluate('google_tag_data.ics.entries.analytics_storage.update = true')
  await expectFollowed(page, site)
  await page.evaluate('google_tag_data.ics.entries.analytics_storage.update = false')
  await expectForgotten(page, site)
})

test('cookiebot: a category that it does not know is never granted', async ({ page, site }) => {
  await visit(page, site, 'cookiebot:statistics,analytics', await scriptOf('cookiebot'))
  await decide(page, 'statistics', 'marketing')
  await expectSilence(page, site)
})

test('onetrust without a group, and a banner of no known name, say neither yes nor no', async ({ page, site }) => {
  const banner = await scriptOf('onetrust')
  const unclear = ['onetrust', 'onetrust:', 'onetrust:,', 'nobody', 'auto']
  for (const [at, cmp] of unclear.entries()) {
    await visit(page, site, cmp, `preset = ['C0002'];${banner}`, 'cookieless')
    await decide(page, 'C0003')
    await pass(page, 4000)
    await say(page, 'event', 'counted')
    await pass(page, 4000)
    await expect.poll(() => site.events('custom').length, { intervals: [20, 50] }).toBe(at + 1)
    expect(await keptBy(page)).toEqual([])
  }
  expect(site.batches.some((batch) => 'visitor' in batch)).toBe(false)
})
