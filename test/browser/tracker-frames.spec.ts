/** Pages within pages, and pages whose policies allow next to nothing. */
import { aPage, expect, expectEvents, test } from './fixtures.ts'

test.describe('strict policies', () => {
  const base = "default-src 'none'; connect-src COLLECTOR; form-action 'self'; base-uri 'none'"
  const typed = "require-trusted-types-for 'script'; trusted-types 'none'"
  const policies: Readonly<Record<string, Record<string, string>>> = {
    'with the collector as source': { 'content-security-policy': `${base}; script-src COLLECTOR; ${typed}` },
    'with a nonce': { 'content-security-policy': `${base}; script-src 'nonce-tag'; ${typed}` },
    'with a nonce and strict-dynamic': {
      'content-security-policy': `${base}; script-src 'nonce-tag' 'strict-dynamic'; ${typed}`,
    },
    'that only report': { 'content-security-policy-report-only': `${base}; script-src COLLECTOR; ${typed}` },
  }
  for (const [name, headers] of Object.entries(policies)) {
    test.describe(name, () => {
      test.use({ headers, attributes: 'data-consent="granted" nonce="tag"' })

      test('are not violated, and a form arrives', async ({ page, site }) => {
        await page.goto(`${site.address}/strict`)
        await page.click('#send')
        await page.waitForURL('**/thanks')
        await expectEvents(site, 'page', 2)
        expect(site.events('form')).toHaveLength(1)
      })
    })
  }
})

test('a frame from another site is a page of its own that bothers nobody, and its forms arrive', async ({
  page,
  site,
}) => {
  site.serve(
    '/framed',
    aPage(
      '<form><input name="email"><button>Send</button></form><script>onsubmit = (event) => { event.preventDefault(); fetch("/api/200", { method: "POST" }) }</script>',
    ),
  )
  site.serve('/host', `<!doctype html><title>Host</title><iframe src="${site.address}/framed"></iframe>`)
  await page.goto(`${site.other}/host`)
  await page.frameLocator('iframe').locator('input').fill('jane@mail.test')
  await page.frameLocator('iframe').locator('button').click()
  await expectEvents(site, 'form', 1)
  expect(site.events('page').length).toBeLessThan(2)
})

test('a frame of the same site with the tag of its own is the same visitor, and its form is sent once', async ({
  page,
  site,
}) => {
  site.serve('/framed', aPage('<form method="post" action="/thanks"><input name="email"><button>Send</button></form>'))
  site.serve('/', aPage('<iframe src="/framed"></iframe>'))
  await page.goto(`${site.address}/`)
  await page.frameLocator('iframe').locator('input').fill('jane@mail.test')
  await page.frameLocator('iframe').locator('button').click()
  await expectEvents(site, 'form', 1)
  expect(new Set(site.events().map(({ visitor }) => visitor)).size).toBe(1)
})

test('in documents of data:, blob:, about: and a sandbox the tag breaks nothing', async ({ page, site }) => {
  const inner = `<!doctype html><title>Inner</title>${site.tag()}<form><input name="email" value="a@mail.test"><button>Send</button></form>`
  const quoted = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  site.serve('/inner', inner)
  site.serve(
    '/',
    aPage(`<iframe srcdoc="${quoted}"></iframe>
      <iframe sandbox="allow-scripts" srcdoc="${quoted}"></iframe>
      <iframe sandbox="allow-scripts" src="/inner"></iframe>
      <iframe sandbox="allow-scripts allow-forms" src="/inner"></iframe>
      <iframe src="data:text/html,${encodeURIComponent(inner)}"></iframe>
      <iframe id="blob"></iframe>
      <iframe id="blank"></iframe>
      <script>
        blob.src = URL.createObjectURL(new Blob([${JSON.stringify(inner).replaceAll('</', '<\\/')}], { type: 'text/html' }))
        const s = blank.contentDocument.createElement('script')
        s.src = '${site.collector}/lt.js'
        s.dataset.site = '${site.key}'
        s.dataset.consent = 'granted'
        blank.contentDocument.body.append(s)
      </script>`),
  )
  await page.goto(`${site.address}/`)
  await expect.poll(() => page.frames().length).toBe(8)
  for (const frame of page.frames().slice(1)) {
    const button = frame.locator('button')
    if (await button.count()) await button.click()
  }
  await expect.poll(() => site.events('page').some(({ url }) => url === `${site.address}/`)).toBe(true)
})
