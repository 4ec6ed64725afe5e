/** Clicks on telephone numbers, mail addresses, files, ways out and what the site has marked. */
import { expect, expectEvents, test } from './fixtures.ts'

test('links are clicks: telephone, mail, file, way out, in SVG, by middle button and keyboard, stopped by the page or not', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/`)
  for (const id of ['digits', 'mail', 'file', 'out', 'drawn', 'stopped', 'nowhere', 'broken', 'script'])
    await page.click(`#${id}`)
  await page.focus('#tel')
  await page.keyboard.press('Enter')
  await page.click('#mail', { button: 'middle' })
  await page.click('#mail', { button: 'right' })
  const clicks = await expectEvents(site, 'click', 8)
  const phone = { kind: 'tel', target: '+4570201234', label: '+45 70 20 12 34' }
  const mail = { kind: 'mailto', target: 'sales@shop.test', label: 'Write to us' }
  expect(clicks.map(({ kind, target, label }) => ({ kind, target, label }))).toEqual([
    phone,
    mail,
    { kind: 'download', target: `${site.address}/files/Catalogue.PDF`, label: 'Catalogue' },
    { kind: 'outbound', target: 'https://partner.test/offer?utm_source=shop', label: 'Partner' },
    { kind: 'outbound', target: 'https://vector.test/', label: 'Drawn' },
    { kind: 'tel', target: '+4511111111', label: 'Stopped' },
    phone,
    mail,
  ])
})

test('an element with data-lt-event is an event of that name', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.click('#marked span')
  const [event] = await expectEvents(site, 'custom', 1)
  expect(event).toMatchObject({ name: 'calculator' })
})
