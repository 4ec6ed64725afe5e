/** A served collector with a site and the main story's first lead in it, and a browser that is signed in. */
import { type Page, test as base, expect } from '@playwright/test'
import { type Collector, startCollector } from '../served/collector.ts'
import { type SiteAccess, aBatch, addSite, apiOf, eventually, post } from '../served/client.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
export const origin = 'https://example.com'

type World = { readonly collector: Collector; readonly site: SiteAccess }

export const test = base.extend<{ signedIn: Page }, { world: World }>({
  world: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the destructuring.
    async ({}, use) => {
      const collector = await startCollector()
      const site = await addSite(collector)
      await mainStory(collector, site)
      await use({ collector, site })
      await collector.dispose()
    },
    { scope: 'worker' },
  ],
  signedIn: async ({ page, world }, use) => {
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    // What the content policy stops is told on the console only.
    page.on('console', (message) => {
      if (/Content.Security.Policy|Trusted/i.test(message.text())) broken.push(message.text())
    })
    await signIn(page, world.collector)
    await use(page)
    expect(broken).toEqual([])
  },
})

async function signIn(page: Page, { url, email, password }: Collector): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
}

/** Paid search to the cases; two days later, by typing the address, to pricing and the contact form. Then a phone click. */
async function mainStory(collector: Collector, site: SiteAccess): Promise<void> {
  const now = Date.now()
  const kari = 'visitor-kari-000000001'
  const answers = [
    { name: 'name', label: 'Your name', type: 'name', value: 'Kari Nordmann' },
    { name: 'email', label: 'E-mail', type: 'email', value: 'kari@nordicdrilling.example' },
    { name: 'message', label: 'How can we help?', type: 'message', value: 'Six core drills,\nfrom May.' },
  ]
  const search = `${origin}/cases?utm_source=google&utm_medium=cpc&utm_campaign=boreutstyr&gclid=abc123`
  const batches = [
    aBatch(site, kari, [
      { type: 'page', url: search, title: 'Cases', referrer: 'https://www.google.com/', at: now - 2 * DAY - HOUR },
      { type: 'page', url: `${origin}/cases/harbour`, title: 'Harbour', at: now - 2 * DAY - HOUR + 60_000 },
    ]),
    aBatch(site, kari, [
      { type: 'page', url: `${origin}/pricing`, title: 'Pricing', at: now - HOUR },
      { type: 'page', url: `${origin}/contact`, title: 'Contact', at: now - HOUR + 60_000 },
      { type: 'form', kind: 'contact', url: `${origin}/contact`, fields: answers, at: now - HOUR + 120_000 },
    ]),
    aBatch(site, 'visitor-phone-00000001', [
      { type: 'page', url: `${origin}/`, title: 'Home', at: now - 120_000 },
      { type: 'click', kind: 'tel', target: 'tel:+4520304050', url: `${origin}/`, at: now - 60_000 },
    ]),
  ]
  for (const batch of batches) expect((await post(collector, batch)).status).toBe(202)
  const api = apiOf(collector, site)
  const leads = await eventually(api.leads, (all) => all.length === 2)
  expect(leads).toHaveLength(2)
}

export { expect }
