/** A site that lends telephone numbers in place of the one that its pages publish. */
import type { Page } from '@playwright/test'
import { aPage, test as base, expect } from './fixtures.ts'
import type { Ground } from './ground.ts'
import type { Site } from './site.ts'

export const published = '+45 70 20 12 34'
/** For three visitors of one address, which has no more than half of them; the others are shown the last. */
export const pool = [1, 2, 3, 4, 5, 6].map((digit) => `+45 78 90 12 0${digit}`)
export const share = pool.slice(0, 3)
export const fallback = '+45 78 90 99 99'

export const test = base.extend<object, { ground: Ground }>({
  ground: [
    async ({ ground }, use) => {
      const numberPools = [{ on: published, numbers: pool, fallback, minutes: 60 }]
      await use({ ...ground, addSite: (site) => ground.addSite({ ...site, numberPools }) })
    },
    { scope: 'worker' },
  ],
  attributes: 'data-consent="granted" data-numbers',
  // Programs are lent nothing.
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
})

/** Opens a page with this in its body and waits until its numbers are the visitor's; answers the number as it is shown. */
export async function lentOn(page: Page, site: Site, body = ''): Promise<string> {
  site.serve('/numbers', aPage(`${body}<p id="known">${published}</p>`))
  await page.goto(`${site.address}/numbers`)
  await expect.poll(() => textOf(page, '#known')).not.toBe(published)
  return textOf(page, '#known')
}

/** As it stands in the document, seen or not. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => element.textContent ?? '')
}

/** A number as it is dialled. */
export const dialled = (shown: string) => shown.replaceAll(' ', '')

/** What was asked of the collector about numbers. */
export const loans = (site: Site) => site.asked.filter(({ path }) => path === '/n')

export { aPage, expect }
