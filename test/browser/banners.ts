/** Pages with a consent banner: each script of `banners/` is to a page what the banner of that name is, decided by the test. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { deviceOf, expect, expectEvents, say, settled } from './fixtures.ts'
import type { Site } from './site.ts'

/** The banner's script. */
export function scriptOf(banner: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`banners/${banner}.js`, import.meta.url)), 'utf8')
}

/** Serves `/` and `/next` with the banner before the tag, and `/plain` with the banner alone. `before` sets it up. */
export async function put(site: Site, banner: string, before = ''): Promise<void> {
  const html = `<!doctype html><title>Shop</title><script>${before};${await scriptOf(banner)}</script>`
  site.serve('/', `${html}<!--tag--><button>Yes</button>`)
  site.serve('/next', `${html}<!--tag-->`)
  site.serve('/plain', html)
}

/** The visitor grants these categories, in the banner's own words, and no others; nothing on the page is clicked. */
export async function decide(page: Page, ...categories: string[]): Promise<void> {
  await page.evaluate((given) => (window as unknown as { decide(given: string[]): void }).decide(given), categories)
}

/** What the tag keeps on the device. */
export async function keptBy(page: Page): Promise<string[]> {
  const { cookies, stored } = await deviceOf(page)
  return [...cookies.split('; '), ...stored.map(([name]) => name)].filter((name) => name.startsWith('lt_'))
}

/** Nothing was sent, and nothing is kept. */
export async function expectSilence(page: Page, site: Site): Promise<void> {
  await settled(1000)
  expect(site.batches).toEqual([])
  expect(await keptBy(page)).toEqual([])
}

/** The landing has arrived, once, of a visitor who agreed. */
export async function expectFollowed(page: Page, site: Site): Promise<void> {
  await expectEvents(site, 'page', 1)
  expect(site.events('consent')).toMatchObject([{ state: 'granted' }])
  expect(site.batches[0]?.visitor).toMatch(/^[\w-]{22}$/)
  expect(await keptBy(page)).not.toEqual([])
}

/** Within a second the device is cleared, and what follows is not recorded. */
export async function expectForgotten(page: Page, site: Site): Promise<void> {
  await expect.poll(() => keptBy(page), { timeout: 1000, intervals: [50] }).toEqual([])
  await say(page, 'event', 'never')
  await settled()
  expect(site.events('custom')).toEqual([])
}
