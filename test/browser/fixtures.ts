/**
 * A test with a site of its own at a real collector. On it no page may ever throw, no policy may be violated, and nothing
 * that the tag sends may be anything but right.
 */
import { type BrowserContext, type Page, test as base, expect } from '@playwright/test'
import type { BrowserEvent } from '@leadtrail/shared/event'
import { type Alone, openAlone } from './alone.ts'
import { type Ground, type Logged, startGround } from './ground.ts'
import { type Site, type Wishes, startSite } from './site.ts'

type Options = { -readonly [Wish in keyof Wishes]: Wishes[Wish] }

type Fixtures = {
  site: Site
  /** Opens an address in a browser that nobody drives, until the test ends. */
  alone: (url: string) => Promise<void>
}

export const test = base.extend<Options & Fixtures, { ground: Ground }>({
  ground: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the destructuring.
    async ({}, use) => {
      const ground = await startGround()
      await use(ground)
      await ground.close()
    },
    { scope: 'worker' },
  ],
  attributes: ['data-consent="granted"', { option: true }],
  headers: [{}, { option: true }],
  mode: ['granted', { option: true }],
  site: async ({ ground, attributes, headers, mode, context }, use) => {
    const site = await startSite(ground, { attributes, headers, mode })
    const troubles = troublesOf(context)
    await use(site)
    await site.close()
    expect(troubles).toEqual([])
    expect(site.mistakes).toEqual([])
  },
  alone: async ({ launchOptions }, use) => {
    const opened: Alone[] = []
    await use(async (url) => void opened.push(await openAlone(url, launchOptions)))
    for (const browser of opened) await browser.close()
  },
})

/** A page with this in its body, and this in its head before the tag. */
export function aPage(body = '', head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>A page</title><!--tag--></head><body>${body}</body></html>`
}

/** Leaves it to the test, by `turn`, whether pages count as seen; a driven browser never hides any. */
export async function holdVisibility(page: Page, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
  await page.addInitScript((state) => {
    const held = { state }
    Object.defineProperty(document, 'visibilityState', { get: () => held.state })
    Reflect.set(window, 'turn', (to: 'visible' | 'hidden') => {
      held.state = to
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
  }, state)
}

/** What goes wrong on the pages: uncaught errors, and what a content policy stopped. */
export function troublesOf(context: BrowserContext): readonly string[] {
  const troubles: string[] = []
  context.on('weberror', (error) => troubles.push(String(error.error())))
  // What a policy stops is told on the console only.
  context.on('console', (message) => {
    const text = message.text()
    // The browser itself asks for the icon, whatever the page allows.
    if (/Content.Security.Policy|Trusted.?Type/i.test(text) && !text.includes('favicon')) troubles.push(text)
  })
  return troubles
}

/** Waits until so many events of the type are in the log, and that no more follow. */
export async function expectEvents<Type extends BrowserEvent['type']>(
  site: Site,
  type: Type,
  count: number,
): Promise<Logged<Type>[]> {
  await expect.poll(() => site.events(type).length, { intervals: [20, 50, 100] }).toBeGreaterThanOrEqual(count)
  await settled()
  const events = site.events(type)
  expect(events).toHaveLength(count)
  return events
}

/** Longer than the tag waits before it sends. */
export async function settled(ms = 650): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
}

/** Says that the page is seen or hidden from now on. */
export async function turn(page: Page, to: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((to) => (window as unknown as { turn: (to: string) => void }).turn(to), to)
}

/** What the device holds of the site: cookies and localStorage. */
export async function deviceOf(page: Page): Promise<{ cookies: string; stored: [string, string][] }> {
  return page.evaluate(() => ({
    cookies: document.cookie,
    stored: Object.keys(localStorage).map((key): [string, string] => [key, localStorage.getItem(key) ?? '']),
  }))
}

/** What a form says, whatever the collector takes each answer for. */
export function answersIn(form: Logged<'form'> | undefined): { name: string; label?: string; value: string }[] {
  return (form?.fields ?? []).map(({ name, label, value }) => ({ name, ...(label && { label }), value }))
}

/** Says something to the tag on the page. */
export async function say(page: Page, ...call: unknown[]): Promise<void> {
  await page.evaluate((call) => (window as unknown as { lt: (...call: unknown[]) => void }).lt(...call), call)
}

export { expect }
