/**
 * The main job from end to end, on the served build: a visitor in a real browser on the demo company's pages, the lead in
 * the dashboard, in a real mail and in a signed request, and the answers of sales in every figure.
 */
import { type Page, expect, test } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import type { Attribution, LeadJson } from '@leadtrail/shared/reports'
import { type Api, apiOf, eventually } from '../served/client.ts'
import { type Collector, startCollector } from '../served/collector.ts'
import { type Mailbox, aMailbox } from '../builders/mailbox.ts'
import { aReceiver, answering, headersOf } from '../builders/receiver.ts'

const DAY = 86_400_000
const landing = '/demo/?utm_source=google&utm_medium=cpc&utm_campaign=boreutstyr&gclid=Cj0KCQiA-story'

let mail: Mailbox
let hook: Awaited<ReturnType<typeof aReceiver>>
let collector: Collector
let api: Api
let secret: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mail = await aMailbox()
  hook = await aReceiver(answering(200))
  collector = await startCollector({ SMTP_URL: mail.url, MAIL_FROM: 'Leadtrail <leads@nordbor.example>' })
  await collector.shiftClock(-2 * DAY)
  const { token } = JSON.parse(await collector.cli('token', 'add', '--site', 'demo', '--json'))
  api = apiOf(collector, { token })
  await collector.cli('destination', 'add', '--site', 'demo', '--mail', 'sales@nordbor.example')
  secret = JSON.parse(
    await collector.cli('destination', 'add', '--site', 'demo', '--webhook', hook.url, '--json'),
  ).secret
})

test.afterAll(async () => {
  await collector?.dispose()
  hook?.close()
  await mail?.close()
})

/** Sets the clocks of the server and of the browser, in ms from now. The story begins two days ago. */
async function setClocks(page: Page, ms: number): Promise<void> {
  await collector.shiftClock(ms)
  await page.clock.setSystemTime(Date.now() + ms)
}

/** Fills the contact form in and sends it; the browser goes to the page of thanks. */
async function write(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator('main form')
  for (const [name, value] of Object.entries(answers)) await form.locator(`[name=${name}]`).fill(value)
  await form.getByRole('button').click()
  await page.waitForURL(/\/demo\/thanks/)
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${collector.url}/sign-in`)
  await page.getByLabel('E-mail').fill(collector.email)
  await page.getByLabel('Password').fill(collector.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
}

const settledLeads = (count: number): Promise<readonly LeadJson[]> =>
  eventually(api.leads, (leads) => leads.length >= count)
const byChannel = (report: Attribution) => Object.fromEntries(report.rows.map(({ key, credit }) => [key, credit]))
const DKK = (amount: number) => ({ amount, currency: 'DKK' })

test('a visitor comes by an ad, comes back by typing the address, and writes: one valued, explained lead', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await setClocks(page, -2 * DAY)
  await page.goto(collector.url + landing)
  await page.getByRole('link', { name: /cases/i }).first().click()
  await page.waitForURL(/\/demo\/cases/)
  await expect.poll(async () => (await (await api.get('sites/site_demo/seen')).json()).events).toBeGreaterThanOrEqual(2)

  await setClocks(page, 0)
  await page.goto('about:blank')
  await page.goto(`${collector.url}/demo/pricing`)
  await page.goto(`${collector.url}/demo/contact`)
  await write(page, {
    name: 'Kari Nordmann',
    company: 'Fjellbor AS',
    email: 'kari@fjellbor.example',
    message: 'Six core drills from March, please.',
  })

  const [lead, ...others] = await settledLeads(1)
  expect(others).toEqual([])
  expect(lead).toMatchObject({
    stage: 'sql',
    value: DKK(2_250_000),
    sessions: 2,
    first: { channel: 'Paid Search', campaign: 'boreutstyr', clickId: 'gclid=Cj0KCQiA-story' },
    last: { channel: 'Direct' },
    contact: { email: 'kari@fjellbor.example', name: 'Kari Nordmann', company: 'Fjellbor AS' },
  })
  expect(lead?.touchpoints.map(({ type }) => type)).toEqual(['pricing-visit', 'contact-visit', 'contact-form'])
  expect(errors).toEqual([])
})

test('the report gives Paid Search all of it by first, half of it by linear', async () => {
  const period = `from=${dayFromNow(-7)}&to=${dayFromNow(7)}&by=channel&unit=value`
  expect(byChannel(await api.attribution(`${period}&model=first`))).toEqual({ 'Paid Search': DKK(2_250_000) })
  expect(byChannel(await api.attribution(`${period}&model=last`))).toEqual({ Direct: DKK(2_250_000) })
  expect(byChannel(await api.attribution(`${period}&model=last-non-direct`))).toEqual({ 'Paid Search': DKK(2_250_000) })
  expect(byChannel(await api.attribution(`${period}&model=linear`))).toEqual({
    Direct: DKK(1_125_000),
    'Paid Search': DKK(1_125_000),
  })
})

const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

test('the mail and the signed request carry the answers, the journey, the value and the reasons', async () => {
  const [lead] = await api.leads()
  await expect.poll(() => mail.mails.length, { timeout: 15_000 }).toBe(1)
  const letter = mail.mails[0]?.mail
  expect(letter?.to?.[0]?.address).toBe('sales@nordbor.example')
  expect(letter?.subject).toMatch(/Kari Nordmann.*22,500.*Paid Search/)
  for (const body of [letter?.text, letter?.html])
    for (const said of [
      'kari@fjellbor.example',
      'Six core drills from March',
      '22,500',
      'Paid Search',
      'Direct',
      'pricing',
      `/leads/${lead?.id}`,
    ])
      expect(body).toContain(said)

  await expect.poll(() => hook.requests.length, { timeout: 15_000 }).toBe(1)
  const [request] = hook.requests
  if (!request) throw new Error('no request')
  const verified = new Webhook(secret).verify(request.body, headersOf(request))
  expect(verified).toMatchObject({
    type: 'lead.created',
    data: {
      lead: { id: lead?.id, value: DKK(2_250_000), first: { channel: 'Paid Search' }, last: { channel: 'Direct' } },
      journey: { sessions: [{ channel: 'Paid Search' }, { channel: 'Direct' }] },
    },
  })
  expect(JSON.stringify(verified)).toContain('Six core drills from March')
})

test('the dashboard shows it: first and last channel, stage, value, both sessions and every receipt', async ({
  page,
}) => {
  const [lead] = await api.leads()
  await signIn(page)
  await page.goto(`${collector.url}/?site=site_demo`)
  const row = page.getByRole('row').filter({ hasText: 'Kari Nordmann' })
  await expect(row).toContainText('22,500')
  await expect(row).toContainText('SQL')
  await expect(row).toContainText('Paid Search')
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kari Nordmann')
  await expect(page.getByRole('article').filter({ hasText: 'First source' })).toContainText('Paid Search')
  await expect(page.getByRole('article').filter({ hasText: 'Last source' })).toContainText('Direct')
  await expect(page.getByText('2 sessions, 3 touchpoints')).toBeVisible()
  await expect(page.getByText(/sales@nordbor\.example/).first()).toBeVisible()
  await page.goto(`${collector.url}/leads/${lead?.id}?site=site_demo&receipt=value`)
  const slip = page.getByRole('dialog', { name: 'Receipt: Value' })
  await expect(slip).toContainText('Pricing visit: 150,000.00 × 0.02 × 0.35 = 1,050.00 DKK')
  await expect(slip).toContainText('Contact form: 150,000.00 × 0.15 = 22,500.00 DKK')
})

test('somebody who only clicks the phone link is an unknown lead of 52,500, and keeps that value once known', async ({
  page,
  context,
}) => {
  await page.goto(`${collector.url}/demo/`)
  await page.locator('a[href^="tel:"]').first().click()
  const unknown = (await settledLeads(2)).find(({ contact }) => contact === null)
  expect(unknown).toMatchObject({ value: DKK(5_250_000), stage: 'sql' })
  // In a tab of its own: a headless browser that was sent to a phone number goes nowhere else.
  const tab = await context.newPage()
  await tab.goto(`${collector.url}/demo/contact`)
  await write(tab, { name: 'Ole Hansen', email: 'ole@tunnel.example', message: 'I called before.' })
  const leads = await eventually(api.leads, (found) => found.every(({ contact }) => contact !== null))
  expect(leads).toHaveLength(2)
  expect(leads.find(({ id }) => id === unknown?.id)).toMatchObject({
    contact: { email: 'ole@tunnel.example' },
    value: DKK(5_250_000),
  })
  // Sales heard of a call by somebody unknown; who it was, and what they wrote, comes after.
  await expect
    .poll(() => mail.mails.map((each) => each.mail.subject?.split(' — ')[0]))
    .toEqual(['New lead: Kari Nordmann, Fjellbor AS', 'New lead: Unknown visitor', 'Lead now known: Ole Hansen'])
})

test('marked irrelevant a lead is in no figure; won, its revenue is its value', async ({ page }) => {
  const period = `from=${dayFromNow(-7)}&to=${dayFromNow(7)}`
  const totals = async () => {
    const reports = await Promise.all(
      ['count', 'value', 'revenue'].map((unit) => api.attribution(`${period}&unit=${unit}`)),
    )
    return reports.map(({ total }) => total.credit)
  }
  expect(await totals()).toEqual([2, DKK(7_500_000), DKK(0)])

  const kari = (await api.leads()).find(({ contact }) => contact?.name === 'Kari Nordmann')
  await signIn(page)
  await page.goto(`${collector.url}/leads/${kari?.id}?site=site_demo`)
  await page.getByRole('button', { name: 'Qualified' }).click()
  await expect(page.getByText(`Qualified by ${collector.email}`)).toBeVisible()
  expect(await totals()).toEqual([2, DKK(7_500_000), DKK(0)])
  await page.getByRole('button', { name: 'Irrelevant' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[value=seller]').check()
  await dialog.getByRole('button', { name: /irrelevant/i }).click()
  await expect.poll(totals).toEqual([1, DKK(5_250_000), DKK(0)])
  expect((await api.attribution(period)).excluded.irrelevant).toBe(1)

  await page
    .getByRole('button', { name: /undo|reopen/i })
    .first()
    .click()
  await expect.poll(totals).toEqual([2, DKK(7_500_000), DKK(0)])
  await page.getByRole('button', { name: 'Won' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/revenue/i)
    .fill('180000')
  await page.getByRole('dialog').getByRole('button', { name: /won/i }).click()
  await expect.poll(totals).toEqual([2, DKK(23_250_000), DKK(18_000_000)])
})

test('after all of it a rebuild gives the same rows', async () => {
  const verified = JSON.parse(await collector.cli('rebuild', '--verify', '--json'))
  expect(verified).toMatchObject({ differences: 0 })
  expect(hook.requests).toHaveLength(3)
})
