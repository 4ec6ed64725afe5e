/** Sites that change their address without leaving the page: one view for each page that the visitor sees. */
import { type Page } from '@playwright/test'
import { aPage, expect, expectEvents, settled, test } from './fixtures.ts'

const pathOf = ({ url }: { url?: string | undefined }) => new URL(url ?? '').pathname
const go = (page: Page, to: string, method = 'pushState') =>
  page.evaluate(([to, method]) => (window as unknown as { go: Function }).go(to, method), [to, method])

test('a router that changes the path makes one view each, with the settled title and the previous address', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app`)
  for (const [to, method] of [
    ['/app/a', 'pushState'],
    ['/app/b?id=1', 'replaceState'],
  ] as const) {
    await go(page, to, method)
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

test('a state that is replaced under the same address is no view; under another path it is', async ({ page, site }) => {
  await page.goto(`${site.address}/app`)
  await page.evaluate(() => history.replaceState({ scroll: 1 }, ''))
  await settled(300)
  await page.evaluate(() => history.replaceState({}, '', '/app/a'))
  expect((await expectEvents(site, 'page', 2)).map(pathOf)).toEqual(['/app', '/app/a'])
})

test('a router that pushes a path and replaces it in the same breath makes one view, of where it ends', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app`)
  await page.evaluate(() => {
    history.pushState({}, '', '/app/a')
    history.replaceState({}, '', '/app/b?utm_source=mail')
  })
  const views = await expectEvents(site, 'page', 2)
  expect(views[1]?.url).toBe(`${site.address}/app/b?utm_source=mail`)
})

test('a campaign that a route brings is in the address of its view', async ({ page, site }) => {
  await page.goto(`${site.address}/app`)
  await go(page, '/app/offer?utm_source=newsletter&gclid=abc&mail=canary')
  const views = await expectEvents(site, 'page', 2)
  expect(views[1]?.url).toBe(`${site.address}/app/offer?utm_source=newsletter&gclid=abc`)
})

test('a change of only the query is no view', async ({ page, site }) => {
  await page.goto(`${site.address}/app?id=1`)
  for (const to of ['?id=2', '?id=2&tab=3', '?utm_source=x']) {
    await go(page, `/app${to}`)
    await settled(300)
  }
  await expectEvents(site, 'page', 1)
})

test('a hash that is a route is a page; one that is a place on the page is none', async ({ page, site }) => {
  await page.goto(`${site.address}/app`)
  for (const hash of ['section', '/pumps', '/pumps?sort=1', '!/drills']) {
    await page.evaluate((hash) => (location.hash = hash), hash)
    await settled(300)
  }
  const views = await expectEvents(site, 'page', 3)
  expect(views.map(({ url }) => url)).toEqual([
    `${site.address}/app`,
    `${site.address}/app#/pumps`,
    `${site.address}/app#!/drills`,
  ])
})

test('back and forward within the page are one view each, though popstate and hashchange come together', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/app#/a`)
  await page.evaluate(() => (location.hash = '/b'))
  await settled(300)
  await page.goBack()
  await settled(300)
  await page.goForward()
  const views = await expectEvents(site, 'page', 4)
  expect(views.map(({ url }) => new URL(url).hash)).toEqual(['#/a', '#/b', '#/a', '#/b'])
})

for (const modern of [true, false]) {
  test.describe(modern ? 'with a navigation API' : 'without a navigation API', () => {
    test.beforeEach(async ({ page }) => {
      if (!modern) await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
    })

    test('the router is heard, and the page keeps its own history', async ({ page, site }) => {
      await page.goto(`${site.address}/app`)
      await go(page, '/app/a')
      const views = await expectEvents(site, 'page', 2)
      expect(views[1]?.title).toBe('Title of /app/a')
      expect(await page.evaluate(() => history.length)).toBe(3)
      await page.goBack()
      await expectEvents(site, 'page', 3)
    })

    test('a history that others patch, also with mistakes, or freeze, stays as they want it', async ({
      page,
      site,
    }) => {
      const own = (freeze: boolean) => `<script>
        ${freeze ? 'Object.freeze(history)' : ''}
        addEventListener('load', () => {
          const push = history.pushState
          try {
            history.pushState = function (...args) {
              push.apply(this, args)
              throw new Error('of the page')
            }
          } catch {}
          try { history.pushState({ own: 1 }, '', '/moved') } catch (error) { document.title = error.message }
        })
      </script>`
      site.serve('/patched', aPage(own(false)))
      site.serve('/frozen', aPage(own(true)))
      await page.goto(`${site.address}/patched`)
      await expect(page).toHaveTitle('of the page')
      expect(await page.evaluate(() => history.state)).toEqual({ own: 1 })
      await expectEvents(site, 'page', 2)
      await page.goto(`${site.address}/frozen`)
      expect(await page.evaluate(() => history.state)).toEqual({ own: 1 })
      await expect.poll(() => site.events('page').map(pathOf)).toContain('/frozen')
    })
  })
}

test('a router that took hold of the history before the tag came is heard', async ({ page, site }) => {
  const keep = `<script>const push = history.pushState.bind(history)</script>`
  site.serve('/early', aPage(`<button onclick="push({}, '', '/early/a')">Go</button>`, keep))
  await page.goto(`${site.address}/early`)
  await page.click('button')
  expect((await expectEvents(site, 'page', 2)).map(pathOf)).toEqual(['/early', '/early/a'])
})
