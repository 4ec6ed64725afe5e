/** What a site's own marks on its forms say: what a field asks for, and that many people use the same browser. */
import { aPage, expect, expectEvents, test } from './fixtures.ts'

test('data-lt-field: a hidden field is read only with it, and what it says of a field counts before the words there', async ({
  page,
  site,
}) => {
  site.serve(
    '/marked',
    aPage(`<form method="post" action="/thanks">
      <input type="hidden" name="plan" value="canary-unmarked">
      <input type="hidden" name="account" value="jane@mail.test" data-lt-field="email">
      <label>Phone <input name="phone" value="Doe ApS" data-lt-field="company"></label>
      <label>Your e-mail <input name="about" value="Call me" data-lt-field="message"></label>
      <label>Company <input name="company" value="Other ApS"></label>
      <button>Send</button></form>`),
  )
  await page.goto(`${site.address}/marked`)
  await page.click('button')
  const [form] = await expectEvents(site, 'form', 1)
  expect(form?.fields.map(({ name, type, value }) => [name, type, value])).toEqual([
    ['account', 'email', 'jane@mail.test'],
    ['phone', 'company', 'Doe ApS'],
    ['about', 'message', 'Call me'],
    ['company', undefined, 'Other ApS'],
  ])
  expect(site.bodies.join()).not.toContain('canary')
})

const field = '<input name="email" value="jane@mail.test"><button>Send</button>'
const kiosks: readonly (readonly [string, string, boolean | undefined])[] = [
  ['on the form itself', `<form method="post" action="/thanks" data-lt-kiosk>${field}</form>`, true],
  ['around it', `<main data-lt-kiosk><div><form method="post" action="/thanks">${field}</form></div></main>`, true],
  ['beside it', `<p data-lt-kiosk></p><form method="post" action="/thanks">${field}</form>`, undefined],
]
for (const [where, body, kiosk] of kiosks) {
  test(`data-lt-kiosk ${where}: the form is ${kiosk ? '' : 'not '}told to be many people's`, async ({ page, site }) => {
    site.serve('/stand', aPage(body))
    await page.goto(`${site.address}/stand`)
    await page.click('button')
    expect((await expectEvents(site, 'form', 1))[0]?.kiosk).toBe(kiosk)
  })
}
