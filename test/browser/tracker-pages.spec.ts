/** What the collector receives of visits: page views, and only those. */
import { aPage, expect, expectEvents, holdVisibility, settled, test, turn } from './fixtures.ts'

const campaign = 'utm_source=google&utm_medium=cpc&gclid=Cj0abc'

test('a page is one view with its address, title and referrer, in one request without a preflight', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`, { referer: 'https://www.google.com/search?q=canary' })
  const [view] = await expectEvents(site, 'page', 1)
  expect(view).toMatchObject({ url: `${site.address}/`, title: 'Home', referrer: 'https://www.google.com/search' })
  expect(view?.id).toMatch(/^[\w-]{22}$/)
  expect(view?.bot).toBe(true)
  expect(site.requests).toEqual(['GET /lt.js', 'POST /e'])
})

test('a view takes at most 300 bytes, without the envelope', async ({ page, site }) => {
  await page.goto(`${site.address}/pumps/core-drills?${campaign}`, { referer: 'https://www.google.com/' })
  await expectEvents(site, 'page', 1)
  expect(Buffer.byteLength(JSON.stringify(site.batches[0]?.events[0]))).toBeLessThanOrEqual(300)
})

test('campaign parameters stay in the address, also in the hash; all others and e-mail addresses go', async ({
  page,
  site,
}) => {
  await page.goto(
    `${site.address}/u/jane@mail.test?${campaign}&token=canary&email=jane@mail.test#utm_campaign=pumps&x=canary`,
  )
  const [view] = await expectEvents(site, 'page', 1)
  expect(view?.url).toBe(`${site.address}/u/***?${campaign}&utm_campaign=pumps`)
  expect(site.bodies.join()).not.toMatch(/canary|jane/)
})

test('the address that a page gives itself is told where it is another', async ({ page, site }) => {
  site.serve('/copy', aPage('', '<link rel="canonical" href="/original?session=canary">'))
  site.serve('/original', aPage('', '<link rel="canonical" href="/original">'))
  await page.goto(`${site.address}/copy`)
  await page.goto(`${site.address}/original`)
  const views = await expectEvents(site, 'page', 2)
  expect(views.map(({ canonical }) => canonical)).toEqual([`${site.address}/original`, undefined])
  expect(site.bodies.join()).not.toContain('canary')
})

test('deferred, async, plain, at the end, as a module and five seconds late, the tag counts one view', async ({
  page,
  site,
}) => {
  const src = `src="${site.collector}/lt.js" data-site="${site.key}" data-consent="granted"`
  const late = (ms: number) =>
    `<script>setTimeout(() => { const s = document.createElement('script'); s.src = '${site.collector}/lt.js'
      s.dataset.site = '${site.key}'; s.dataset.consent = 'granted'; document.head.append(s) }, ${ms})</script>`
  const bare = (head: string, body = '') =>
    `<!doctype html><html><head><title>A page</title>${head}</head><body>${body}`
  site.serve('/defer', bare(`<script defer ${src}></script>`))
  site.serve('/async', bare(`<script async ${src}></script>`))
  site.serve('/plain', bare(`<script ${src}></script>`))
  site.serve('/module', bare(`<script type="module" ${src}></script>`))
  site.serve('/end', bare('', `<p>End</p><script ${src}></script>`))
  site.serve('/late', bare(late(5000)))
  const ways = ['/defer', '/async', '/plain', '/module', '/end']
  for (const way of ways) {
    await page.goto(site.address + way)
    await settled(100)
  }
  await page.clock.install()
  await page.goto(`${site.address}/late`)
  await page.clock.runFor(5000)
  await page.clock.resume()
  const views = await expectEvents(site, 'page', 6)
  expect(views.map(({ url, title }) => [new URL(url).pathname, title])).toEqual(
    [...ways, '/late'].map((way) => [way, 'A page']),
  )
})

test('a tab that nobody has seen yet sends nothing; its view counts when it is seen', async ({ page, site }) => {
  await holdVisibility(page, 'hidden')
  await page.goto(`${site.address}/`)
  await settled()
  expect(site.batches).toHaveLength(0)
  await turn(page, 'visible')
  await expectEvents(site, 'page', 1)
})

test('loaded twice is one tag, and what was said before it came is delivered once, in order, cleaned', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/twice`)
  await expectEvents(site, 'page', 1)
  expect(site.events().map(({ type }) => type)).toEqual(['page', 'custom', 'identify'])
  const [, custom, identify] = site.events()
  expect(custom).toMatchObject({ name: 'early', props: { plan: 'large' } })
  expect(identify).toMatchObject({
    contact: { email: 'early@shop.test', name: 'Early', traits: { 'address.city': 'Aarhus' } },
  })
})

test('pasted twice, in another version and by a tag manager too, it is one tag that hears a click once', async ({
  page,
  site,
}) => {
  const manager = `<script>
    const s = document.createElement('script')
    s.src = '${site.collector}/lt.js?v=2'
    s.dataset.site = '${site.key}'
    s.dataset.consent = 'granted'
    s.onload = () => (document.body.dataset.loaded = '1')
    document.head.append(s)
  </script>`
  site.serve('/', aPage(`<a id="call" href="tel:+4570201234">Call</a>${manager}`, site.tag()))
  await page.goto(`${site.address}/`)
  await page.locator('body[data-loaded]').waitFor()
  await page.click('#call')
  await expectEvents(site, 'click', 1)
  expect(site.events('page')).toHaveLength(1)
})

test('a reload is a view of the same visitor', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await settled()
  await page.reload()
  const views = await expectEvents(site, 'page', 2)
  expect(views[1]?.visitor).toBe(views[0]?.visitor)
})
