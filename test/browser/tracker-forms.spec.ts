/** Forms: what was sent is a lead, what was refused is none, and what is nobody's business never leaves the page. */
import { answersIn, expect, expectEvents, say, settled, test } from './fixtures.ts'

test('a native form that takes the page away arrives with its answers, and without what is forbidden', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/contact?utm_source=bing`)
  await page.fill('[name=your-name]', 'Jane Doe')
  await page.fill('[name=email]', 'jane@mail.test')
  await page.fill('[name=tlf]', '+45 70 20 12 34')
  await page.fill('[name=virksomhed]', 'Doe ApS')
  await page.fill(
    '[name=besked]',
    'Call me. My card is 4111 1111 1111 1111, my CPR 010190-1234, DE89370400440532013000.',
  )
  await page.selectOption('[name=budget]', '2')
  await page.check('[value=a]')
  await page.check('[value=b]')
  await page.setInputFiles('[name=cv]', {
    name: 'canary-file.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('canary-file'),
  })
  expect(site.events('form')).toHaveLength(0)
  await page.click('#send')
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({
    kind: 'contact',
    url: `${site.address}/contact?utm_source=bing`,
    form: { id: 'contact', name: 'enquiry', action: `${site.address}/thanks` },
  })
  expect(answersIn(form)).toEqual([
    { name: 'your-name', label: 'Your name', value: 'Jane Doe' },
    { name: 'email', label: 'E-mail', value: 'jane@mail.test' },
    { name: 'tlf', label: 'Telefon', value: '+45 70 20 12 34' },
    { name: 'virksomhed', label: 'Virksomhed', value: 'Doe ApS' },
    { name: 'besked', label: 'Besked', value: 'Call me. My card is ***, my ***, ***.' },
    { name: 'budget', label: 'Budget', value: 'Above 100,000' },
    { name: 'interest', label: 'Interest', value: 'Pumps' },
    { name: 'interest', label: 'Interest', value: 'Drills' },
  ])
  expect(site.bodies.join()).not.toMatch(/canary|4111|010190|DE89/)
})

test('a form that the browser finds invalid is not sent; corrected it is, once', async ({ page, site }) => {
  await page.goto(`${site.address}/contact`)
  await page.fill('[name=besked]', 'canary-early')
  await page.click('#send')
  await settled()
  expect(site.bodies.join()).not.toContain('canary')
  await page.fill('[name=email]', 'jane@mail.test')
  await page.click('#send')
  await expectEvents(site, 'form', 1)
})

test('a double click is one submit', async ({ page, site }) => {
  await page.goto(`${site.address}/contact`)
  await page.fill('[name=email]', 'jane@mail.test')
  await page.dblclick('#send', { noWaitAfter: true })
  await expectEvents(site, 'form', 1)
})

test('a form that the page refuses is not sent; the corrected one is, though the page stops the event and clears the form', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#ajax [name=email]', 'refused')
  await page.click('#ajax-send')
  await expect(page.locator('#ajax-state')).toHaveText('refused')
  await settled()
  expect(site.events('form')).toHaveLength(0)
  await page.fill('#ajax [name=email]', 'jane@mail.test')
  await page.click('#ajax-send')
  const [form] = await expectEvents(site, 'form', 1)
  expect(answersIn(form)).toEqual([{ name: 'email', label: 'E-mail', value: 'jane@mail.test' }])
})

test('a refused form stays unsent when the visitor leaves', async ({ page, site }) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#ajax [name=email]', 'refused')
  await page.click('#ajax-send')
  await page.goto(`${site.address}/next`)
  await expectEvents(site, 'page', 2)
  expect(site.events('form')).toHaveLength(0)
})

test('a form sent by XMLHttpRequest is sent once, also when it is clicked twice; other answers are another', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#xhr [name=email]', 'jane@mail.test')
  await page.dblclick('#xhr-send')
  await expectEvents(site, 'form', 1)
  await page.fill('#xhr [name=email]', 'john@mail.test')
  await page.click('#xhr-send')
  await expectEvents(site, 'form', 2)
})

test('a form that the site answers with an error is no lead', async ({ page, site }) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#failing [name=email]', 'jane@mail.test')
  await page.click('#failing-send')
  await settled()
  expect(site.events('form')).toHaveLength(0)
})

test('form.submit() by a script is a submit; reading a form by a script is none', async ({ page, site }) => {
  await page.goto(`${site.address}/forms`)
  await page.click('#draft-save')
  await settled()
  await page.fill('#scripted [name=email]', 'jane@mail.test')
  await page.click('#scripted-send')
  await page.waitForURL('**/thanks')
  const [form] = await expectEvents(site, 'form', 1)
  expect(form?.form?.id).toBe('scripted')
})

test('an AJAX form whose page is closed at once arrives', async ({ page, site }) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#ajax [name=email]', 'jane@mail.test')
  await page.route('**/api/200', () => {})
  await page.click('#ajax-send')
  await page.close()
  await expectEvents(site, 'form', 1)
})

test('a form in a shadow root, and one whose fields are called elements, id and submit, arrive', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}/forms`)
  await page.fill('#inner', 'inner@mail.test')
  await page.click('#inner-send')
  await page.waitForURL('**/thanks')
  await page.goBack()
  await page.click('#nasty-send')
  const forms = await expectEvents(site, 'form', 2)
  expect(forms.map((form) => answersIn(form).find(({ name }) => name === 'email')?.value)).toEqual([
    'inner@mail.test',
    'nasty@shop.test',
  ])
})

test('signing in and searching are no forms', async ({ page, site }) => {
  for (const id of ['login', 'search']) {
    await page.goto(`${site.address}/forms`)
    await page.click(`#${id}-send`)
    await page.waitForURL('**/thanks**')
  }
  await expectEvents(site, 'page', 4)
  expect(site.events('form')).toHaveLength(0)
  expect(site.bodies.join()).not.toContain('canary')
})

test('lt("form") sends what no listener can see, without secrets', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await say(page, 'form', { kind: 'demo', fields: { email: 'jane@mail.test', password: 'canary', cvv: 'canary' } })
  await say(page, 'form', { fields: [{ name: 'x', label: 'Firma', value: 'Doe ApS' }] })
  const [demo, other] = await expectEvents(site, 'form', 2)
  expect(demo?.kind).toBe('demo')
  expect(answersIn(demo)).toEqual([{ name: 'email', value: 'jane@mail.test' }])
  expect(answersIn(other)).toEqual([{ name: 'x', label: 'Firma', value: 'Doe ApS' }])
  expect(site.bodies.join()).not.toContain('canary')
})

test.describe('data-forms="off"', () => {
  test.use({ attributes: 'data-consent="granted" data-forms="off"' })

  test('no form is read', async ({ page, site }) => {
    await page.goto(`${site.address}/contact`)
    await page.fill('[name=email]', 'jane@mail.test')
    await page.click('#send')
    await expectEvents(site, 'page', 2)
    expect(site.events('form')).toHaveLength(0)
  })
})
