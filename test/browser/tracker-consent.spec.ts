/** What a visitor allows decides what is stored and sent. */
import type { Page } from '@playwright/test'
import { deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

/** He says yes, and then no: the log has both, in this order, with his id. */
async function expectWithdrawn(page: Page, site: Site): Promise<void> {
  await say(page, 'consent', 'granted')
  await expectEvents(site, 'consent', 1)
  const visitor = site.events('page')[0]?.visitor
  expect((await deviceOf(page)).cookies).toContain(`${visitor}.`)
  await say(page, 'consent', 'denied')
  const [yes, no] = await expectEvents(site, 'consent', 2)
  expect([yes, no]).toMatchObject([
    { state: 'granted', visitor },
    { state: 'denied', visitor },
  ])
  expect(no?.at).toBeGreaterThan(yes?.at ?? Infinity)
}

const nothing = { cookies: '', stored: [] }

test.describe('data-consent="required"', () => {
  test.use({ attributes: 'data-consent="required"', mode: 'required' })

  test('nothing is stored or sent before consent; then the landing arrives once, as it was', async ({ page, site }) => {
    await page.goto(`${site.address}/app?utm_source=bing`, { referer: 'https://www.bing.com/' })
    await page.evaluate(() => (window as unknown as { go: Function }).go('/app/a'))
    await settled()
    expect(site.requests).toEqual(['GET /lt.js'])
    expect(await deviceOf(page)).toEqual(nothing)
    await say(page, 'consent', 'granted')
    await say(page, 'consent', 'granted')
    const [view] = await expectEvents(site, 'page', 1)
    expect(view).toMatchObject({ url: `${site.address}/app?utm_source=bing`, referrer: 'https://www.bing.com/' })
    expect(site.events('consent')).toMatchObject([{ state: 'granted' }])
    expect((await deviceOf(page)).cookies).toMatch(/^lt_pk_[\w-]+=[\w-]{22}\./)
  })

  test('consent lasts over pages; withdrawn, it clears the device and silences the tag', async ({ page, site }) => {
    await page.goto(`${site.address}/`)
    await say(page, 'consent', 'granted')
    await page.goto(`${site.address}/next`)
    await expectEvents(site, 'page', 2)
    await say(page, 'consent', 'denied')
    // That he refused is all that is left: it says who nobody is.
    expect(await deviceOf(page)).toEqual({ cookies: `${site.memory}=0`, stored: [[site.memory, '0']] })
    await say(page, 'event', 'never')
    await page.goto(`${site.address}/`)
    await settled()
    expect(site.events('page')).toHaveLength(2)
    expect(site.events('custom')).toHaveLength(0)
  })

  test('a withdrawal is in the log after the yes, as his, and a no of somebody not counted is not', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.address}/`)
    await say(page, 'consent', 'denied')
    await settled()
    expect(site.batches).toEqual([])
    await expectWithdrawn(page, site)
  })

  test('a form sent without consent arrives alone: no visitor, no page before it, no campaign', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.address}/contact?utm_source=bing`)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    const [form] = await expectEvents(site, 'form', 1)
    expect(form?.url).toBe(`${site.address}/contact`)
    expect(
      site.batches.filter((batch) => 'visitor' in batch || batch.events.some(({ id }) => id !== form?.id)),
    ).toEqual([])
    expect(await deviceOf(page)).toEqual(nothing)
  })
})

test.describe('data-consent="cookieless"', () => {
  test.use({ attributes: 'data-consent="cookieless"', mode: 'cookieless' })

  test('views and forms arrive without a visitor, and nothing is stored, not even when the collector fails', async ({
    page,
    site,
  }) => {
    site.fates.push(503)
    await page.goto(`${site.address}/contact`)
    await expectEvents(site, 'page', 1)
    expect(site.batches).toHaveLength(2)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    await expectEvents(site, 'form', 1)
    expect(site.batches.every((batch) => !('visitor' in batch))).toBe(true)
    expect(await deviceOf(page)).toEqual(nothing)
  })
})

test.describe('without data-consent', () => {
  test.use({ attributes: '', mode: 'granted' })

  test('the collector is asked once, and until it answers nothing is stored or sent', async ({ page, site }) => {
    let answer = () => {}
    await page.route(`${site.collector}/s/${site.key}`, async (route) => {
      await new Promise<void>((done) => (answer = done))
      await route.continue()
    })
    await page.goto(`${site.address}/`)
    await settled()
    expect(site.batches).toHaveLength(0)
    expect(await deviceOf(page)).toEqual(nothing)
    answer()
    await expectEvents(site, 'page', 1)
    expect(site.batches[0]?.visitor).toBeDefined()
    expect(site.requests.filter((request) => request.includes('/s/'))).toEqual([`GET /s/${site.key}`])
  })
})

test('granted: a withdrawal is in the log after the yes, as his', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await expectWithdrawn(page, site)
})
