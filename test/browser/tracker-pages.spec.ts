/** What the collector receives of visits: page views, and only those. */
import { expect, expectEvents, settled, test } from './fixtures.ts'

const campaign = 'utm_source=google&utm_medium=cpc&gclid=Cj0abc'
const pathOf = ({ url }: { url?: string | undefined }) => new URL(url ?? '').pathname

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

test('a router that changes the path makes one view each, with the settled title and the previous address', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app`)
  for (const [to, method] of [
    ['/app/a', 'pushState'],
    ['/app/b?id=1', 'replaceState'],
  ]) {
    await page.evaluate(([to, method]) => (window as unknown as { go: Function }).go(to, method), [to, method])
    await settled(300)
  }
  await page.goBack()
  const views = await expectEvents(site, 'page', 4)
  expect(views.map((view) => [pathOf(view), view.title])).toEqual([
    ['/app', 'App'],
    ['/app/a', 'Title of /app/a'],
    ['/app/b', 'Title of /app/b'],
    ['/app', 'Title of /app'],
  ])
  expect(views[1]?.referrer).toBe(`${site.address}/app`)
})

test('changes of query or hash, twenty changes at once and lt("page") on a fresh view count nothing twice', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app`)
  await page.evaluate(() => {
    history.pushState({}, '', '?tab=2')
    location.hash = 'section'
    ;(window as unknown as { lt: Function }).lt('page')
    for (let n = 0; n < 20; n++) history.pushState({}, '', `/app/${n}`)
    history.replaceState({}, '', '/app/19?filter=1')
  })
  const views = await expectEvents(site, 'page', 2)
  expect(views.map(pathOf)).toEqual(['/app', '/app/19'])
})

test('without a navigation API the router is heard too, and the page keeps its own history', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
  await page.goto(`${site.address}/app`)
  await page.evaluate(() => (window as unknown as { go: Function }).go('/app/a'))
  const views = await expectEvents(site, 'page', 2)
  expect(views[1]?.title).toBe('Title of /app/a')
  expect(await page.evaluate(() => history.length)).toBe(3)
})

test('a tab that nobody has seen yet sends nothing; its view counts when it is seen', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', {
      get: () => (Reflect.get(window, 'seen') ? 'visible' : 'hidden'),
    })
  })
  await page.goto(`${site.address}/`)
  await settled()
  expect(site.batches).toHaveLength(0)
  await page.evaluate(() => {
    Reflect.set(window, 'seen', true)
    document.dispatchEvent(new Event('visibilitychange'))
  })
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
