/** Global Privacy Control and Do Not Track: a browser's general word, under every mode. */
import type { Page } from '@playwright/test'
import { deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

const nothing = { cookies: '', stored: [] }

const signals = ['globalPrivacyControl', 'doNotTrack'] as const

/** The browser sends these signals, from its first page on. */
async function signalling(page: Page, ...sent: readonly (typeof signals)[number][]): Promise<void> {
  await page.addInitScript((sent) => {
    for (const name of sent) Object.defineProperty(navigator, name, { value: name === 'doNotTrack' ? '1' : true })
  }, sent)
}

/** His own yes counts before the signal: from now on he is known, on later pages, too. */
async function expectKnownAfterYes(page: Page, site: Site): Promise<void> {
  await say(page, 'consent', 'granted')
  const [said] = await expectEvents(site, 'consent', 1)
  expect((await deviceOf(page)).cookies).toMatch(new RegExp(`^${site.memory}=${said?.visitor}\\.\\w{6}\\.1$`))
  await page.goto(`${site.address}/later`)
  await expect.poll(() => site.events('page').at(-1)?.url).toBe(`${site.address}/later`)
  expect(site.events('page').at(-1)?.visitor).toBe(said?.visitor)
}

for (const signal of signals) {
  test(`${signal}, data-consent="granted": he is counted without a visitor and without storage, until he says yes himself`, async ({
    page,
    site,
  }) => {
    await signalling(page, signal)
    await page.goto(`${site.address}/`)
    await expectEvents(site, 'page', 1)
    expect(site.batches[0]).not.toHaveProperty('visitor')
    expect(await deviceOf(page)).toEqual(nothing)
    await expectKnownAfterYes(page, site)
  })
}

test.describe('both, data-consent="required"', () => {
  test.use({ attributes: 'data-consent="required"', mode: 'required' })

  test('before a yes nothing is stored, and nothing sent but his own message, alone', async ({ page, site }) => {
    await signalling(page, ...signals)
    await page.goto(`${site.address}/contact?utm_source=bing`)
    await say(page, 'event', 'never')
    await settled()
    expect(site.requests).toEqual(['GET /lt.js'])
    expect(await deviceOf(page)).toEqual(nothing)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    await expectEvents(site, 'form', 1)
    expect(site.events()).toHaveLength(1)
    expect(site.events('form')[0]?.url).toBe(`${site.address}/contact`)
    expect(site.batches.filter((batch) => 'visitor' in batch)).toEqual([])
    expect(await deviceOf(page)).toEqual(nothing)
  })

  test('a yes brings the landing, and a visitor', async ({ page, site }) => {
    await signalling(page, ...signals)
    await page.goto(`${site.address}/?utm_source=bing`)
    await expectKnownAfterYes(page, site)
    const [landing] = site.events('page')
    expect(landing?.url).toBe(`${site.address}/?utm_source=bing`)
    expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1)
  })
})

test.describe('both, data-consent="cookieless"', () => {
  test.use({ attributes: 'data-consent="cookieless"', mode: 'cookieless' })

  test('it changes nothing: counted without a visitor, nothing stored, until he says yes himself', async ({
    page,
    site,
  }) => {
    await signalling(page, ...signals)
    await page.goto(`${site.address}/`)
    await page.click('#digits')
    await expectEvents(site, 'page', 1)
    await expectEvents(site, 'click', 1)
    expect(site.batches.filter((batch) => 'visitor' in batch)).toEqual([])
    expect(await deviceOf(page)).toEqual(nothing)
    await expectKnownAfterYes(page, site)
  })
})

test.describe('both, without data-consent', () => {
  test.use({ attributes: '', mode: 'granted' })

  test('until the collector answers nothing is stored or sent, and then nothing is stored', async ({ page, site }) => {
    let answer = () => {}
    await page.route(`${site.collector}/s/${site.key}`, async (route) => {
      await new Promise<void>((done) => (answer = done))
      await route.continue()
    })
    await signalling(page, ...signals)
    await page.goto(`${site.address}/`)
    await settled()
    expect(site.batches).toEqual([])
    expect(await deviceOf(page)).toEqual(nothing)
    answer()
    await expectEvents(site, 'page', 1)
    expect(site.batches.filter((batch) => 'visitor' in batch)).toEqual([])
    expect(await deviceOf(page)).toEqual(nothing)
  })
})
