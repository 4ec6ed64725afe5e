/** The dashboard as its three users go through it, against the built collector. */
import { aBatch, post } from '../served/client.ts'
import { expect, origin, test } from './dashboard-fixtures.ts'

// In this order, in one browser and one collector: a decision of one test is not undone for the next.
test.describe.configure({ mode: 'default' })

test('a newcomer makes a site, copies the tag and sees the first visit arrive', async ({ signedIn: page, world }) => {
  const { collector } = world
  await page.goto(`${collector.url}/set-up/new`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new site')
  await page.getByLabel('Name').fill('Nordic Drilling')
  await page.getByLabel('Domains').fill('https://www.nordic.example/, nordic.example')
  await page.getByLabel('Currency').selectOption('DKK')
  await page.getByLabel(/Value of a customer/).fill('150.000')
  await expect(page.getByText('An average enquiry is worth')).toContainText('10,500')
  await page.getByRole('button', { name: 'Make the site' }).click()

  const tag = page.getByLabel('The tag to copy')
  await expect(tag).toContainText(`src="${collector.url}/lt.js"`)
  await expect(page.getByText('Waiting for the first visit')).toBeVisible()
  const key = /data-site="([^"]+)"/.exec((await tag.textContent()) ?? '')?.[1] ?? ''
  const batch = aBatch({ id: '', key, token: '' }, 'visitor-first-00000001', [
    { type: 'page', url: 'https://www.nordic.example/start', title: 'Start' },
  ])
  expect((await post(collector, batch)).status).toBe(202)
  await expect(page.getByText('We have just seen your first visit')).toBeVisible()
  await expect(page.getByText('https://www.nordic.example/start')).toBeVisible()

  await page.getByRole('link', { name: 'Choose where leads go' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hand-over')
  await page.getByLabel('Mail address').fill('no address')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(page.getByText('This is not a mail address.')).toBeVisible()
  await page.getByLabel('Mail address').fill('sales@nordic.example')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(page.getByRole('listitem').filter({ hasText: 'sales@nordic.example' })).toBeVisible()
})

test('a lead shows where it came from, what it is worth and why', async ({ signedIn: page, world }) => {
  await page.goto(`${world.collector.url}/?site=${world.site.id}`)
  const rows = page.getByRole('row')
  const kari = rows.filter({ hasText: 'Kari Nordmann' })
  await expect(kari).toContainText('22,500')
  await expect(kari).toContainText('Paid Search')
  await expect(kari).toContainText('SQL')
  await expect(rows.filter({ hasText: 'Unknown' })).toContainText('52,500')

  await kari.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kari Nordmann')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('article').filter({ hasText: 'First source' })).toContainText('google / cpc')
  await expect(page.getByRole('article').filter({ hasText: 'Last source' })).toContainText('Direct')
  await expect(page.getByText('Six core drills')).toBeVisible()
  await expect(page.getByText(/days? later/)).toBeVisible()

  await page.getByRole('link', { name: /22,500/ }).click()
  const slip = page.getByRole('dialog', { name: 'Receipt: Value' })
  await expect(slip).toContainText('22,500')
  await expect(page).toHaveURL(/receipt=value/)
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()
  await expect(page).not.toHaveURL(/receipt=/)

  await page.getByRole('link', { name: /22,500/ }).click()
  await slip.getByRole('link', { name: /Form sent/ }).click()
  await expect(slip).toBeHidden()
  await expect(page.locator('.event:focus')).toContainText('Form sent')
})

test('every figure of a lead leads to its receipt', async ({ signedIn: page, world }) => {
  await page.goto(`${world.collector.url}/?site=${world.site.id}`)
  await page.getByRole('link', { name: 'Kari Nordmann' }).click()
  const figures = page.locator('a.figure')
  await expect(figures).toHaveCount(7)
  for (const figure of await figures.all()) {
    const shown = ((await figure.textContent()) ?? '').trim()
    await figure.click()
    const total = page.locator('dialog .slip-total strong')
    await expect(total).toHaveText(shown, { ignoreCase: true })
    await page.keyboard.press('Escape')
    await expect(total).toBeHidden()
  }
})

test('answers change the figures, and can be taken back', async ({ signedIn: page, world }) => {
  const report = `${world.collector.url}/reports/attribution?site=${world.site.id}`
  const paidSearch = page.getByRole('row').filter({ hasText: 'Paid Search' })
  await page.goto(report)
  await expect(paidSearch).toContainText('22,500.00')
  await page.getByRole('button', { name: 'Linear' }).click()
  await expect(paidSearch).toContainText('11,250.00')
  await expect(page).toHaveURL(/model=linear/)
  await page.goBack()
  await expect(paidSearch).toContainText('22,500.00')
  await paidSearch.getByRole('link').click()
  await page.getByRole('link', { name: 'Kari Nordmann' }).click()

  await page.getByRole('button', { name: 'Irrelevant' }).click()
  await page.getByRole('dialog').getByLabel('Job seeker').check()
  await page.getByRole('button', { name: 'Mark as irrelevant' }).click()
  await expect(page.getByRole('status')).toContainText('Marked as irrelevant')
  await expect(page.getByRole('link', { name: /^0.DKK/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /22,500/ })).toBeVisible()

  await page.getByRole('button', { name: 'Won' }).click()
  await page.getByLabel('Revenue in DKK').fill('180,000')
  await page.getByRole('button', { name: 'Mark as won' }).click()
  await expect(page.getByRole('link', { name: /180,000/ })).toBeVisible()
  await page.goto(report)
  await expect(paidSearch).toContainText('180,000.00')
})

test('the list is searched while typing, and the address keeps the search', async ({ signedIn: page, world }) => {
  await page.goto(`${world.collector.url}/?site=${world.site.id}`)
  await page.getByRole('searchbox').fill('nordmann')
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page).toHaveURL(/q=nordmann/)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('nordmann')
  await page.getByRole('searchbox').fill('nobody')
  await expect(page.getByText('No lead fits these filters')).toBeVisible()
})

test('the keyboard alone is enough', async ({ signedIn: page, world }) => {
  await page.goto(`${world.collector.url}/?site=${world.site.id}`)
  await expect(page.getByRole('link', { name: 'Unknown' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.getByRole('link', { name: 'Unknown' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  for (const dialog of ['Lost', 'Irrelevant', 'Won']) {
    const opener = page.getByRole('button', { name: dialog })
    await opener.press('Enter')
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
})

test('what a visitor writes is shown as text, never run', async ({ signedIn: page, world }) => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  const fields = [
    { name: 'name', label: evil, type: 'name', value: evil },
    { name: 'email', label: 'E-mail', type: 'email', value: 'evil@example.org' },
  ]
  const url = `${origin}/contact?q=%3Cscript%3E`
  const batch = aBatch(world.site, 'visitor-evil-000000001', [
    { type: 'page', url, title: evil },
    { type: 'form', kind: 'contact', url, fields },
  ])
  expect((await post(world.collector, batch)).status).toBe(202)
  await page.goto(`${world.collector.url}/?site=${world.site.id}`)
  const row = page.getByRole('row').filter({ hasText: '<img' })
  await expect(async () => {
    await page.reload()
    await expect(row).toBeVisible({ timeout: 500 })
  }).toPass()
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(evil)
  expect(await page.locator('img, main script').count()).toBe(0)
  await expect(page).toHaveTitle(`${evil} · Leadtrail`)
})

test('signing out leaves nothing to see', async ({ signedIn: page, world }) => {
  await page.getByText(world.collector.email).first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.goto(`${world.collector.url}/hand-over?site=${world.site.id}`)
  await expect(page).toHaveURL(/sign-in\?to=/)
})
