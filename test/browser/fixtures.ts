/** A test with a site of its own, on which no page may ever throw and no batch may be anything but valid. */
import { type Page, test as base, expect } from '@playwright/test'
import type { BrowserEvent } from '@leadtrail/shared/event'
import { type Site, startSite } from './receiver.ts'

type Options = { attributes: string; headers: Record<string, string> }

export const test = base.extend<Options & { site: Site }>({
  attributes: ['data-consent="granted"', { option: true }],
  headers: [{}, { option: true }],
  site: async ({ attributes, headers, context }, use) => {
    const site = await startSite(attributes, headers)
    const thrown: string[] = []
    context.on('weberror', (error) => thrown.push(String(error.error())))
    await use(site)
    await site.close()
    expect(thrown).toEqual([])
    expect(site.mistakes).toEqual([])
  },
})

/** Waits until so many events of the type have been taken, and that no more follow. */
export async function expectEvents<Type extends BrowserEvent['type']>(site: Site, type: Type, count: number) {
  await expect.poll(() => site.events(type).length).toBeGreaterThanOrEqual(count)
  await settled()
  const events = site.events(type)
  expect(events).toHaveLength(count)
  return events
}

/** Longer than the tag waits before it sends. */
export async function settled(ms = 650): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
}

/** What the device holds of the site: cookies and localStorage. */
export async function deviceOf(page: Page): Promise<{ cookies: string; stored: [string, string][] }> {
  return page.evaluate(() => ({
    cookies: document.cookie,
    stored: Object.keys(localStorage).map((key): [string, string] => [key, localStorage.getItem(key) ?? '']),
  }))
}

export { expect }
