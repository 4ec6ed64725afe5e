/** Every page of the dashboard, in both themes, wide and narrow: readable for everybody and never wider than the screen. */
import { AxeBuilder } from '@axe-core/playwright'
import { apiOf } from '../served/client.ts'
import { expect, test } from './dashboard-fixtures.ts'

const screens = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]
const themes = ['light', 'dark'] as const

for (const viewport of screens)
  for (const colorScheme of themes)
    test.describe(`at ${viewport.width} px, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } })

      test('no page overflows and axe finds nothing', async ({ signedIn: page, world }) => {
        test.slow()
        const { collector, site } = world
        const lead = (await apiOf(collector, site).leads()).find(({ contact }) => contact?.name === 'Kari Nordmann')
        const pages = [
          `/?site=${site.id}`,
          `/?site=${site.id}&q=nobody`,
          `/leads/${lead?.id}?site=${site.id}`,
          `/leads/${lead?.id}?site=${site.id}&receipt=interest`,
          `/reports/attribution?site=${site.id}`,
          `/hand-over?site=${site.id}`,
          `/set-up/${site.id}`,
          '/set-up/new',
          '/nowhere',
        ]
        for (const address of pages) {
          await page.goto(collector.url + address)
          await expect(page.getByRole('heading', { level: 1, includeHidden: true })).not.toHaveText('Lead')
          await page.waitForLoadState('networkidle')
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(over, `${address} is wider than the screen`).toBeLessThanOrEqual(0)
          const { violations } = await new AxeBuilder({ page }).analyze()
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
          expect(found, address).toEqual([])
        }
      })
    })
