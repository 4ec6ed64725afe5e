/** Arriving from another of the site's domains: who comes is asked once, and the address says nothing of it. */
import type { BrowserContext, Page } from '@playwright/test'
import { aPage, deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

test.use({ attributes: 'data-consent="granted" data-domains="club.localhost"' })

const token = 'abcdefghijklmnopqrstuv'
const club = (site: Site) => site.at('www.club')
const asked = (site: Site) => site.asked.filter(({ path, body }) => path === '/x' && !body.includes('"visitor"'))
const visitorOf = (site: Site) => site.events('page').at(-1)?.visitor

/** Leaves the shop by a link that the browser never follows; answers the address that it led to. */
async function leave(page: Page, site: Site): Promise<string> {
  site.serve('/shop', aPage(`<a href="${club(site)}/in">To the club</a>`))
  await page.goto(`${site.address}/shop`)
  await page.evaluate((parts) => import(parts), `${site.collector}/lt-more.js`)
  const told = page.waitForResponse((response) => response.url().endsWith('/x'))
  const address = await page.evaluate(() => {
    const link = document.querySelector('a')
    addEventListener('click', (event) => event.preventDefault())
    link?.click()
    return link?.href ?? ''
  })
  expect((await told).status()).toBe(202)
  return address
}

test('the address is as it was before, and so is the state of its entry', async ({ page, site }) => {
  const addresses = ['/in', '/in?a=1', '/in?a=1&b=+x%26', '/in#part', '/in?a=1#lt_t=no?x', '/in?xlt_t=1']
  await page.addInitScript(() => history.replaceState({ of: 'the page' }, ''))
  for (const address of addresses) {
    const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
    for (const marked of [`${query || '?'}${query && '&'}lt_t=${token}`, `?lt_t=${token}${query.replace('?', '&')}`]) {
      await page.goto(club(site) + path + marked + hash)
      await expect.poll(() => page.url()).toBe(club(site) + address)
      expect(await page.evaluate(() => history.state)).toEqual({ of: 'the page' })
    }
  }
})

test('the token is in nothing that is sent of the page', async ({ page, site }) => {
  await page.goto(`${club(site)}/in?utm_source=shop&lt_t=${token}`)
  const [view] = await expectEvents(site, 'page', 1)
  expect(view?.url).toBe(`${club(site)}/in?utm_source=shop`)
  expect(site.bodies.join()).not.toContain(token)
})

test('he is who he was on the other domain, with his 13 months counted from there; the token works once', async ({
  page,
  context,
  browser,
  site,
}) => {
  const address = await leave(page, site)
  await page.goto(address)
  const [shop, arrived] = await expectEvents(site, 'page', 2)
  expect(arrived?.visitor).toBe(shop?.visitor)
  const kept = (await context.cookies()).filter(({ name }) => name === site.memory)
  expect(kept.map(({ value }) => value)).toEqual([kept[0]?.value, kept[0]?.value])
  expect(asked(site)).toHaveLength(1)
  const friend = await sameBrowser(browser, context)
  await friend.goto(address)
  const [, , other] = await expectEvents(site, 'page', 3)
  expect(other?.visitor).not.toBe(shop?.visitor)
  await friend.context().close()
})

test('what the link told may come late', async ({ page, context, site }) => {
  await context.route('**/x', async (route) => {
    const isTold = route.request().postData()?.includes('"visitor"')
    if (isTold) await settled(900)
    await route.continue()
  })
  site.serve('/shop', aPage(`<a href="${club(site)}/in">To the club</a>`))
  await page.goto(`${site.address}/shop`)
  await page.evaluate((parts) => import(parts), `${site.collector}/lt-more.js`)
  await page.click('a')
  const [shop, arrived] = await expectEvents(site, 'page', 2)
  expect(arrived?.visitor).toBe(shop?.visitor)
  expect(asked(site).length).toBeGreaterThan(1)
})

test('a forged token is ignored: three questions within two seconds, then a visit of its own', async ({
  page,
  site,
}) => {
  await page.goto(`${club(site)}/in?lt_t=${token}&lt_t=%3Cscript%3E`)
  const [view] = await expectEvents(site, 'page', 1)
  expect(view?.visitor).toMatch(/^[\w-]{22}$/)
  expect(view?.visitor).not.toBe(token)
  expect(asked(site).map(({ taken }) => taken)).toEqual([404, 404, 404])
  expect(page.url()).toBe(`${club(site)}/in`)
  expect((view?.receivedAt ?? 0) - (view?.at ?? 0)).toBeLessThan(3000)
})

test('a token works on the device alone that it was made on', async ({ page, browser, site }) => {
  const address = await leave(page, site)
  const phone = await browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari' })
  const elsewhere = await phone.newPage()
  await elsewhere.goto(address)
  const [shop, other] = await expectEvents(site, 'page', 2)
  expect(other?.visitor).not.toBe(shop?.visitor)
  await phone.close()
})

test('who is known here already stays who he is', async ({ page, site }) => {
  await page.goto(`${club(site)}/before`)
  const [before] = await expectEvents(site, 'page', 1)
  site.serve('/shop', aPage(`<a href="${club(site)}/in">To the club</a>`))
  await page.goto(`${site.address}/shop`)
  await page.evaluate((parts) => import(parts), `${site.collector}/lt-more.js`)
  await page.click('a')
  await expectEvents(site, 'page', 3)
  expect(visitorOf(site)).toBe(before?.visitor)
})

test.describe('consent asked for here', () => {
  test('whoever arrives is not known before he agrees, and then is who he was', async ({ page, site }) => {
    const address = await leave(page, site)
    site.serve('/in', aPage().replace('<!--tag-->', site.tag('data-consent="required" data-domains="club.localhost"')))
    await page.goto(address)
    await settled(300)
    expect(site.events('page')).toHaveLength(1)
    expect(await deviceOf(page)).toEqual({ cookies: '', stored: [] })
    await say(page, 'consent', 'granted')
    const [shop, arrived] = await expectEvents(site, 'page', 2)
    expect(arrived?.visitor).toBe(shop?.visitor)
  })
})

/** A browser that is like the other in all but what it remembers. */
async function sameBrowser(browser: NonNullable<ReturnType<BrowserContext['browser']>>, context: BrowserContext) {
  const [page] = context.pages()
  const userAgent = (await page?.evaluate(() => navigator.userAgent)) ?? ''
  return (await browser.newContext({ userAgent })).newPage()
}
