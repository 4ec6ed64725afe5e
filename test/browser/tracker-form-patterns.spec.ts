/**
 * Forms as real sites have them: nothing of them leaves the page before they are sent, each is one lead with all that
 * somebody said of himself, and what is nobody's business stays where it is.
 */
import type { Page } from '@playwright/test'
import { expect, settled, test as base } from './fixtures.ts'
import { builders } from './form-patterns/builders.ts'
import { forbidden } from './form-patterns/forbidden.ts'
import { frameworks } from './form-patterns/frameworks.ts'
import { gravityForms } from './form-patterns/gravity.ts'
import { hosted } from './form-patterns/hosted.ts'
import { labels } from './form-patterns/labels.ts'
import { languages } from './form-patterns/languages.ts'
import { noEnquiries } from './form-patterns/no-enquiries.ts'
import type { FormPattern } from './form-patterns/pattern.ts'
import { plugins } from './form-patterns/plugins.ts'
import { fill, kept, leaked, leadOf, leave, occurring, open, submit, typedIn } from './form-patterns/try-pattern.ts'
import { ways } from './form-patterns/ways.ts'
import { wordpress } from './form-patterns/wordpress.ts'

const groups: Readonly<Record<string, readonly FormPattern[]>> = {
  WordPress: [...wordpress, ...gravityForms, ...plugins],
  builders: builders,
  services: hosted,
  frameworks: frameworks,
  'words on fields': labels,
  'ways of sending': ways,
  'no enquiries': noEnquiries,
  languages: languages,
  'what must not leave': forbidden,
}

/** All patterns of a worker share a page, emptied between them: one of its own costs as much as the test. */
const test = base.extend<object, { window: Page }>({
  window: [
    async ({ browser }, use) => {
      const page = await browser.newPage()
      await use(page)
      await page.context().close()
    },
    { scope: 'worker' },
  ],
  context: async ({ window }, use) => use(window.context()),
  page: async ({ window }, use) => {
    await use(window)
    const context = window.context()
    await context.unrouteAll()
    await context.clearCookies()
    for (const other of context.pages()) if (other !== window) await other.close()
  },
})

// A trace of each would cost as much as the tests.
test.use({ trace: 'off' })

for (const [group, patterns] of Object.entries(groups)) {
  test.describe(group, () => {
    for (const pattern of patterns) {
      test(pattern.name, async ({ page, site }) => {
        const { expected, canaries = [] } = pattern
        const typed = typedIn(pattern)
        await open(page, site, pattern)
        await fill(page, pattern)
        expect(occurring([...typed, ...canaries], await kept(page)), 'kept before it is sent').toEqual([])
        expect(leaked(site, [...typed, ...canaries]), 'on its way before it is sent').toEqual([])

        await submit(page, pattern)
        if (expected === 'no lead') await settled(pattern.stay)
        else
          await expect
            .poll(() => site.events('form').length, { timeout: 3000, intervals: [20, 50, 100] })
            .toBeGreaterThan(0)
        await leave(page, site)

        const leads = site.events('form').map(leadOf)
        if (expected === 'no lead') expect(leads.filter(({ email, phone }) => email ?? phone)).toEqual([])
        else expect(leads).toEqual([expected])
        const others = site.events().filter(({ type }) => type !== 'form')
        expect(occurring(typed, JSON.stringify(others)), 'said besides the form').toEqual([])
        expect(leaked(site, canaries), 'sent').toEqual([])
        expect(occurring(canaries, await kept(page)), 'kept').toEqual([])
      })
    }
  })
}
