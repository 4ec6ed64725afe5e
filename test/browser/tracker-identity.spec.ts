/** Who a browser is to a site: one visitor, for 13 months at most, and nobody else's business. */
import type { BrowserContext, Page } from '@playwright/test'
import { deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

const DAY = 86_400
const MOST = 396 * DAY

const visitorsOf = (site: Site) => site.events('page').map(({ visitor }) => visitor)

async function cookieOf(context: BrowserContext, site: Site) {
  const cookies = (await context.cookies()).filter(({ name }) => name === site.memory)
  expect(cookies).toHaveLength(1)
  return cookies[0]
}

/** The browser holds this value since so many days, in both places. */
async function hold(page: Page, site: Site, value: string): Promise<void> {
  await page.context().addCookies([{ name: site.memory, value, domain: '.shop.localhost', path: '/' }])
  await page.addInitScript(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [site.memory, value])
}
const since = (days: number) => Math.floor(Date.now() / 1000 - days * DAY).toString(36)

test('granted: one visitor over pages, in a cookie that lasts 13 months and in localStorage behind it', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const cookie = await cookieOf(context, site)
  expect(cookie).toMatchObject({ path: '/', sameSite: 'Lax' })
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(390 * DAY)
  await context.clearCookies()
  await page.goto(`${site.address}/next`)
  await expectEvents(site, 'page', 2)
  const [first, second] = visitorsOf(site)
  expect(first).toMatch(/^[\w-]{22}$/)
  expect(second).toBe(first)
  expect((await cookieOf(context, site))?.value).toBe(cookie?.value)
})

test('the 13 months begin with the first setting, and no visit makes them longer', async ({ page, context, site }) => {
  const kept = `twelve-months-ago-0001.${since(365)}`
  await hold(page, site, kept)
  await page.goto(`${site.address}/`)
  expect((await expectEvents(site, 'page', 1))[0]?.visitor).toBe('twelve-months-ago-0001')
  await context.clearCookies()
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 2)
  const cookie = await cookieOf(context, site)
  expect(cookie?.value).toBe(kept)
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeLessThan(MOST - 365 * DAY + DAY)
})

test('a cookie that was cleared is set again for what is left of the 13 months, by page and collector', async ({
  page,
  context,
  site,
}) => {
  const kept = `three-hundred-days-001.${since(300)}`
  await hold(page, site, kept)
  const own = site.tag('data-consent="granted"', site.collectorAt('leads.shop'))
  site.serve('/own', `<!doctype html><title>Own</title>${own}`)
  // The page sets it again when it is loaded, and the collector answers with it.
  for (const nth of [1, 2]) {
    await page.goto(`${site.address}/own`)
    await expectEvents(site, 'page', nth)
    const cookie = await cookieOf(context, site)
    expect(cookie?.value).toBe(kept)
    const lasts = (cookie?.expires ?? 0) - Date.now() / 1000
    expect(lasts).toBeLessThanOrEqual(MOST - 300 * DAY)
    expect(lasts).toBeGreaterThan(MOST - 302 * DAY)
    await context.clearCookies()
  }
  const answered = site.asked.map(({ answered }) => answered?.['set-cookie']?.join() ?? '').filter(Boolean)
  expect(answered.length).toBeGreaterThan(0)
  for (const cookie of answered) expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBeLessThanOrEqual(MOST - 300 * DAY)
  expect(new Set(site.events().map(({ visitor }) => visitor))).toEqual(new Set([kept.slice(0, 22)]))
})

test('after 13 months he is somebody new', async ({ page, context, site }) => {
  await hold(page, site, `fourteen-months-ago-01.${since(425)}`)
  await page.goto(`${site.address}/`)
  expect((await expectEvents(site, 'page', 1))[0]?.visitor).not.toBe('fourteen-months-ago-01')
  expect((await cookieOf(context, site))?.value).not.toContain('fourteen')
})

test('subdomains share their visitor; another site does not know him', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.goto(`${site.at('shop')}/`)
  await page.goto(`${site.at('docs.shop')}/`)
  await page.goto(`${site.other}/`)
  await expectEvents(site, 'page', 4)
  const [first, second, third, other] = visitorsOf(site)
  expect([second, third]).toEqual([first, first])
  expect(other).not.toBe(first)
})

for (const blocked of ['cookies', 'localStorage']) {
  test(`he is known again where ${blocked} are blocked`, async ({ page, site }) => {
    await page.addInitScript((blocked) => {
      const refuse = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
      if (blocked === 'cookies') Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
      else Object.defineProperty(window, 'localStorage', { get: refuse })
    }, blocked)
    await page.goto(`${site.address}/`)
    await page.goto(`${site.address}/next`)
    await expectEvents(site, 'page', 2)
    expect(new Set(visitorsOf(site)).size).toBe(1)
  })
}

test('who clears his device is somebody new, and nothing breaks', async ({ page, context, site }) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto(`${site.address}/next`)
  await expectEvents(site, 'page', 2)
  expect(new Set(visitorsOf(site)).size).toBe(2)
})

test('a collector on the site’s own domain sets the cookie by HTTP, never for longer; elsewhere it sets none', async ({
  page,
  context,
  site,
}) => {
  const own = site.collectorAt('leads.shop')
  const tag = site.tag('data-consent="granted"', own)
  site.serve('/own', `<!doctype html><title>Own</title>${tag}`)
  await page.goto(`${site.other}/`)
  await page.goto(`${site.address}/own`)
  await expectEvents(site, 'page', 2)
  await page.goto(`${site.address}/own`)
  await expectEvents(site, 'page', 3)
  const visitor = visitorsOf(site)[1]
  const answers = site.asked.filter(({ path }) => path === '/e')
  const at = (host: string) =>
    answers
      .filter(({ headers }) => headers.host?.startsWith(host))
      .map(({ answered }) => answered?.['set-cookie']?.join('\n') ?? '')
  expect(at('leads.collector')).toEqual([''])
  const set = at('leads.shop').filter(Boolean)
  expect(set.length).toBeGreaterThan(0)
  for (const cookie of set) {
    expect(cookie).toMatch(new RegExp(`^${site.memory}=${visitor}\\.`))
    expect(cookie).toMatch(/; Domain=shop\.localhost(;|$)/)
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBeLessThan(MOST)
  }
  const cookies = (await context.cookies()).filter(({ domain }) => domain === '.shop.localhost')
  expect(cookies).toHaveLength(1)
  expect(visitorsOf(site)[2]).toBe(visitor)
})

test('nothing that stands in an address makes somebody of him', async ({ page, site }) => {
  const forged = `forged-visitor-id-0001.${since(1)}`
  const names = [site.memory, 'lt', 'visitor', 'lt_visitor', 'lt_v', 'lt_id', 'cid', '_ga']
  await page.goto(`${site.address}/?${names.map((name) => `${name}=${forged}`).join('&')}#${site.memory}=${forged}`)
  await page.goto(`${site.address}/?lt_t=forged-token-000000001`)
  await expectEvents(site, 'page', 2)
  expect(new Set(visitorsOf(site)).size).toBe(1)
  expect(site.bodies.join()).not.toContain('forged-visitor')
  expect(JSON.stringify(await deviceOf(page))).not.toContain('forged')
})

test('granted: lt("reset") makes another visitor, lt("visitor") tells him, a refusal lasts and clears the device', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  const told = await page.evaluate(`lt('reset'); lt('event', 'after'); new Promise((told) => lt('visitor', told))`)
  expect(told).toMatch(/^[\w-]{22}$/)
  const [after] = await expectEvents(site, 'custom', 1)
  expect(after?.visitor).toBe(told)
  expect(visitorsOf(site)[0]).not.toBe(told)
  await say(page, 'consent', 'denied')
  expect(await deviceOf(page)).toEqual({ cookies: `${site.memory}=0`, stored: [[site.memory, '0']] })
  await settled()
  const before = site.batches.length
  await page.goto(`${site.address}/next`)
  await say(page, 'event', 'never')
  await settled()
  expect(site.batches).toHaveLength(before)
})

test('what waits when somebody signs out arrives as the one before', async ({ page, site }) => {
  site.fates.push(503)
  await page.goto(`${site.address}/`)
  await say(page, 'event', 'one')
  await settled(200)
  await say(page, 'reset')
  await say(page, 'event', 'two')
  await expectEvents(site, 'custom', 2)
  const byName = Object.fromEntries(site.events('custom').map(({ name, visitor }) => [name, visitor]))
  expect(byName['one']).toBe(visitorsOf(site)[0])
  expect(byName['two']).not.toBe(byName['one'])
})

test('who people say they are arrives in the order in which they said it', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await say(page, 'identify', { email: 'jane@mail.test', plan: 'large' })
  await page.goto(`${site.address}/next`)
  await say(page, 'identify', { email: 'john@mail.test' })
  const said = await expectEvents(site, 'identify', 2)
  expect(said.map(({ contact }) => contact.email)).toEqual(['jane@mail.test', 'john@mail.test'])
  expect(said[0]?.contact.traits).toEqual({ plan: 'large' })
  expect(new Set(said.map(({ visitor }) => visitor)).size).toBe(1)
})
