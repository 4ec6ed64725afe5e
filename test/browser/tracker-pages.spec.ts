/** What the collector receives of visits: page views, links, what the page says, and how it arrives. */
import { chromium } from '@playwright/test'
import { deviceOf, expect, expectEvents, settled, test } from './fixtures.ts'
import { startSite } from './receiver.ts'

const campaign = 'utm_source=google&utm_medium=cpc&gclid=Cj0abc'

test('a page is one view with its address, title and referrer, in one request without a preflight', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`, { referer: 'https://www.google.com/search?q=canary' })
  const [view] = await expectEvents(site, 'page', 1)
  expect(view).toMatchObject({ url: `${site.address}/`, title: 'Home', referrer: 'https://www.google.com/search' })
  expect(view?.id).toMatch(/^[\w-]{22}$/)
  expect(site.batches[0]?.automated).toBe(true)
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
  expect(views.map(({ url, title }) => [new URL(url).pathname, title])).toEqual([
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
  expect(new URL(views[1]?.url ?? '').pathname).toBe('/app/19')
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

test('a page from the back-forward cache is a view again', async () => {
  const site = await startSite()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const executablePath = process.env['CHROMIUM_PATH']
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  const browser = await chromium.launch({ args, ignoreDefaultArgs, ...(executablePath && { executablePath }) })
  const page = await browser.newPage()
  await page.goto(`${site.address}/`)
  await page.click('#next')
  await page.waitForURL('**/next')
  await expect.poll(() => site.events('page').length).toBe(2)
  await page.evaluate(() => history.back())
  await expect.poll(() => site.events('page').length).toBe(3)
  expect(site.events('page').map(({ url }) => new URL(url).pathname)).toEqual(['/', '/next', '/'])
  await browser.close()
  await site.close()
})

test('links are clicks: telephone, mail, file, way out, in SVG, by middle button and keyboard, stopped by the page or not', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  for (const id of ['digits', 'mail', 'file', 'out', 'drawn', 'stopped', 'nowhere', 'broken', 'script'])
    await page.click(`#${id}`)
  await page.focus('#tel')
  await page.keyboard.press('Enter')
  await page.click('#mail', { button: 'middle' })
  await page.click('#mail', { button: 'right' })
  const clicks = await expectEvents(site, 'click', 8)
  const phone = { kind: 'tel', target: '+4570201234', label: '+45 70 20 12 34' }
  const mail = { kind: 'mailto', target: 'sales@shop.test', label: 'Write to us' }
  expect(clicks.map(({ kind, target, label }) => ({ kind, target, label }))).toEqual([
    phone,
    mail,
    { kind: 'download', target: `${site.address}/files/Catalogue.PDF`, label: 'Catalogue' },
    { kind: 'outbound', target: 'https://partner.test/offer?utm_source=shop', label: 'Partner' },
    { kind: 'outbound', target: 'https://vector.test/', label: 'Drawn' },
    { kind: 'tel', target: '+4511111111', label: 'Stopped' },
    phone,
    mail,
  ])
})

test('an element with data-lt-event is an event of that name', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.click('#marked span')
  const [event] = await expectEvents(site, 'custom', 1)
  expect(event).toMatchObject({ name: 'calculator' })
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

test('after a 503 the same events come again, once, and a 400 ends them', async ({ page, site }) => {
  site.answers.push(503)
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const ids = site.batches.map(({ events }) => events.map(({ id }) => id).join())
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  site.answers.push(400)
  await page.click('#digits')
  await settled(2500)
  expect(site.batches).toHaveLength(3)
})

test('what a click says while the collector is away is delivered by the next page', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  await page.route(`${site.collector}/e`, (route) => route.abort())
  await page.click('#digits')
  await settled(200)
  await page.goto('about:blank')
  await page.unroute(`${site.collector}/e`)
  await page.goto(`${site.address}/next`)
  const [click] = await expectEvents(site, 'click', 1)
  expect(click).toMatchObject({ target: '+4570201234', url: `${site.address}/` })
  expect((await deviceOf(page)).stored.map(([key]) => key)).toEqual(['lt_shop'])
})

test('a captive portal that answers 200 with a page takes nothing', async ({ page, site }) => {
  let portal = 0
  await page.route(`${site.collector}/e`, async (route) => {
    if (portal++) return route.continue()
    const headers = { 'access-control-allow-origin': '*' }
    await route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Please log in', headers })
  })
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
})

test('a view that has just begun is not lost when the page goes away', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.goto('about:blank')
  await expectEvents(site, 'page', 1)
})

test('150 KB in one tick and an event of 60 KB arrive in bodies below 64 KiB where the browser limits them', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await page.evaluate(() => {
    const { lt } = window as unknown as { lt: Function }
    for (let n = 0; n < 100; n++) lt('event', `e${n}`, { text: 'x'.repeat(1500) })
    const fields = Array.from({ length: 30 }, (_, n) => ({ name: `f${n}`, value: 'å'.repeat(1000) }))
    lt('form', { kind: 'large', fields })
  })
  await expectEvents(site, 'custom', 100)
  await expectEvents(site, 'form', 1)
  expect(new Set(site.events().map(({ id }) => id)).size).toBe(102)
  expect(
    Math.max(...site.batches.map(({ events }) => (events.length > 1 ? JSON.stringify(events).length : 0))),
  ).toBeLessThan(64_000)
})
