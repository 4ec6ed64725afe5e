/** Several tabs of one visitor: what he answers in one holds in all. */
import type { Page } from '@playwright/test'
import { deviceOf, expect, expectEvents, say, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

/** What the device holds of a visitor: everything but the note that he refused. */
async function heldOn(page: Page, site: Site): Promise<string[]> {
  const { cookies, stored } = await deviceOf(page)
  const all = [...cookies.split('; '), ...stored.map((entry) => entry.join('='))]
  return all.filter((entry) => entry && entry !== `${site.memory}=0`)
}

const withVisitor = (site: Site) => site.batches.filter(({ visitor }) => visitor !== undefined)

for (const mode of ['required', 'granted'] as const) {
  test.describe(`data-consent="${mode}"`, () => {
    test.use({ attributes: `data-consent="${mode}"`, mode })

    test('a no in one tab clears the device within a second, and the other says nothing more of him', async ({
      context,
      site,
    }) => {
      const [here, there] = [await context.newPage(), await context.newPage()]
      await here.goto(`${site.address}/`)
      await here.evaluate(`lt('consent', 'granted')`)
      await there.goto(`${site.address}/next`)
      await expectEvents(site, 'page', 2)
      await expectEvents(site, 'consent', 1)
      const visitors = new Set(site.events().map(({ visitor }) => visitor))
      expect(visitors.size).toBe(1)

      // The collector fails, so this click still waits in the tab and on the device.
      site.fates.push(503)
      await here.click('#digits')
      await expect.poll(() => site.fates).toEqual([])
      await say(there, 'consent', 'denied')
      const refused = Date.now()
      await expect
        .poll(async () => [await heldOn(here, site), await heldOn(there, site)], { intervals: [20], timeout: 1000 })
        .toEqual([[], []])
      expect(Date.now() - refused).toBeLessThan(1000)
      await expectEvents(site, 'consent', 2)
      const before = withVisitor(site).length

      await here.click('#digits')
      await say(here, 'event', 'never')
      await say(here, 'identify', { email: 'jane@mail.test' })
      // Longer than the failed click would have waited for its next try.
      await settled(2200)
      await here.goto(`${site.address}/next`)
      await settled()
      expect(withVisitor(site)).toHaveLength(before)
      for (const type of ['click', 'custom', 'identify'] as const) expect(site.events(type)).toEqual([])
      expect(site.events('page')).toHaveLength(2)
      expect(await heldOn(here, site)).toEqual([])
    })
  })
}

test.describe('a yes', () => {
  test.use({ attributes: 'data-consent="required"', mode: 'required' })

  test('in one tab is heard in the other: the landing that waits there arrives, as the same visitor', async ({
    context,
    site,
  }) => {
    const [here, there] = [await context.newPage(), await context.newPage()]
    await here.goto(`${site.address}/app?utm_source=bing`, { referer: 'https://www.bing.com/' })
    await there.goto(`${site.address}/next`)
    await settled()
    expect(site.batches).toEqual([])
    await say(there, 'consent', 'granted')
    const views = await expectEvents(site, 'page', 2)
    expect(views.find(({ url }) => url.includes('/app'))).toMatchObject({
      url: `${site.address}/app?utm_source=bing`,
      referrer: 'https://www.bing.com/',
    })
    await say(here, 'event', 'here')
    await expectEvents(site, 'custom', 1)
    // He has said it once, and once it is in the log.
    expect(site.events('consent')).toHaveLength(1)
    const visitors = new Set(site.events().map(({ visitor }) => visitor))
    expect([...visitors]).toEqual([/=([\w-]{22})\./.exec((await deviceOf(here)).cookies)?.[1]])
  })
})
