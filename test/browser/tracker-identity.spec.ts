/** Who a browser is to a site: one visitor, for 13 months at most, and nobody else's business. */
import { deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'

test('granted: one visitor over pages, in a cookie that lasts 13 months and in localStorage behind it', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await expectEvents(site, 'page', 1)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: site.memory, path: '/', sameSite: 'Lax' })
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(390 * 86_400)
  await context.clearCookies()
  await page.goto(`${site.address}/next`)
  await expectEvents(site, 'page', 2)
  const [first, second] = site.batches
  expect(first?.visitor).toMatch(/^[\w-]{22}$/)
  expect(second?.visitor).toBe(first?.visitor)
  expect((await context.cookies())[0]?.value).toBe(cookie?.value)
})

test('granted: lt("reset") makes another visitor, lt("visitor") tells him, a refusal lasts and clears the device', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  await page.evaluate(`lt('reset'); lt('event', 'after'); new Promise((told) => lt('visitor', told))`).then((id) => {
    expect(id).toMatch(/^[\w-]{22}$/)
    Reflect.set(test.info(), 'visitor', id)
  })
  await expectEvents(site, 'custom', 1)
  const [before, after] = site.batches
  expect(after?.visitor).toBe(Reflect.get(test.info(), 'visitor'))
  expect(before?.visitor).not.toBe(after?.visitor)
  await say(page, 'consent', 'denied')
  expect(await deviceOf(page)).toEqual({ cookies: `${site.memory}=0`, stored: [[site.memory, '0']] })
  await page.goto(`${site.address}/next`)
  await page.evaluate(`lt('event', 'never')`)
  await settled()
  expect(site.batches).toHaveLength(2)
})
