/**
 * Pages with a consent banner: each script of `banners/` is to a page what the banner of that name is, decided by the test.
 * The pages' clock is the test's, so that a silence of many seconds costs none.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { deviceOf, expect, say, settled } from './fixtures.ts'
import type { Site } from './site.ts'

/** The banner's script. */
export function scriptOf(banner: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`banners/${banner}.js`, import.meta.url)), 'utf8')
}

/** Opens a page whose tag says `data-consent` and `data-cmp`, after a script: a banner's, or what sets one up. */
export async function visit(page: Page, site: Site, cmp: string, script = '', consent = 'required'): Promise<void> {
  const tag = site.tag(`data-consent="${consent}" data-cmp="${cmp}"`)
  site.serve('/', `<!doctype html><title>Shop</title><script>${script}</script>${tag}<button>Yes</button>`)
  await page.goto(`${site.address}/`)
  // Answers when the tag has its parts.
  await page.evaluate(`import('${site.collector}/lt-more.js').then(() => undefined)`)
}

/** So much time passes on the page. */
export async function pass(page: Page, ms: number): Promise<void> {
  await page.clock.runFor(ms)
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

/** The same, but for that he refused. */
async function followedBy(page: Page): Promise<string[]> {
  const { cookies, stored } = await deviceOf(page)
  const all = [...cookies.split('; '), ...stored.map(([name, value]) => `${name}=${value}`)]
  return all.filter((each) => each.startsWith('lt_') && !each.endsWith('=0'))
}

/** The tag finds a browser that it does not know; what the banner keeps stays. */
export async function forgetTag(page: Page, site: Site): Promise<void> {
  await page.context().clearCookies({ name: site.memory })
  await page.evaluate((name) => localStorage.removeItem(name), site.memory)
}

/** In eight seconds of the page nothing more is sent, and nothing is kept. */
export async function expectSilence(page: Page, site: Site): Promise<void> {
  const before = site.batches.length
  await pass(page, 8000)
  await settled(100)
  expect(site.batches).toHaveLength(before)
  expect(await followedBy(page)).toEqual([])
}

/** The landing has arrived, once, of a visitor who agreed: the last of so many. Answers who he is. */
export async function expectFollowed(page: Page, site: Site, landings = 1): Promise<string> {
  await pass(page, 1500)
  await expect.poll(() => site.events('consent').length, { intervals: [20, 50] }).toBe(landings)
  expect(site.events('page')).toHaveLength(landings)
  expect(site.events('consent').every(({ state }) => state === 'granted')).toBe(true)
  const { visitor } = site.batches.at(-1) ?? {}
  expect(visitor).toMatch(/^[\w-]{22}$/)
  expect((await keptBy(page)).join()).toContain(visitor)
  return visitor ?? ''
}

/** Within a second, as the world outside counts, the device is cleared; what follows is not recorded. */
export async function expectForgotten(page: Page, site: Site): Promise<void> {
  await expect.poll(() => followedBy(page), { timeout: 1000, intervals: [50] }).toEqual([])
  await say(page, 'event', 'never')
  await expectSilence(page, site)
  expect(site.events('custom')).toEqual([])
}
