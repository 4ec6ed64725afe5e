/** `@leadtrail/tracker`, as a page's own modules import it: the same tag through another door. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { aPage, answersIn, deviceOf, expect, expectEvents, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

const built = fileURLToPath(new URL('../../tracker/dist/package/', import.meta.url))

/** A page without the tag's element, whose module says this with everything that the package exports. */
function serveApp(site: Site, script: string, head = ''): void {
  const imports = 'init, page, event, identify, form, consent, reset, visitor'
  const module = `<script type="module">import { ${imports} } from '/modules/index.js'\n${script}</script>`
  const options = `const options = { site: '${site.key}', host: 'COLLECTOR', consent: 'granted' };`
  site.serve('/app', aPage('', `${head}<script>${options}</script>${module}`).replace('<!--tag-->', ''))
}

async function serveModules(context: BrowserContext): Promise<void> {
  await context.route('**/modules/*.js', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/modules/', '')
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(built + name, 'utf8') })
  })
}

test.beforeEach(({ context }) => serveModules(context))

test('a module records what the script would, and what was said before it began once', async ({ site, page }) => {
  const said = `event('early', { place: 1 }); init(options); event('late')
    identify({ email: 'jane@acme.example', name: 'Jane Doe', traits: { plan: 'large' } })
    form({ kind: 'demo', fields: { email: 'jane@acme.example', team: { value: 12, label: 'How many are you?' } } })`
  serveApp(site, said)
  await page.goto(`${site.address}/app?utm_source=letter`)
  const [view] = await expectEvents(site, 'page', 1)
  expect(view?.url).toBe(`${site.address}/app?utm_source=letter`)
  const events = await expectEvents(site, 'custom', 2)
  expect(events).toMatchObject([{ name: 'early', props: { place: 1 } }, { name: 'late' }])
  expect(await expectEvents(site, 'identify', 1)).toMatchObject([
    { contact: { email: 'jane@acme.example', name: 'Jane Doe', traits: { plan: 'large' } } },
  ])
  const [form] = await expectEvents(site, 'form', 1)
  expect(form?.kind).toBe('demo')
  expect(answersIn(form)).toEqual([
    { name: 'email', value: 'jane@acme.example' },
    { name: 'team', label: 'How many are you?', value: '12' },
  ])
  expect(site.requests.filter((request) => !request.startsWith('POST /e'))).toEqual([])
})

test('forms, links and the router are watched', async ({ site, page }) => {
  serveApp(site, 'init(options)')
  await page.goto(`${site.address}/app`)
  await expectEvents(site, 'page', 1)
  await page.evaluate(() => {
    history.pushState(null, '', '/app/prices')
    document.body.innerHTML =
      '<a href="tel:+4570101010">Call</a><form action="/thanks"><input name="email" value="jane@acme.example"><button>Send</button></form>'
    document.querySelector('a')?.addEventListener('click', (event) => event.preventDefault())
  })
  await page.getByRole('link').click()
  await page.getByRole('button').click()
  await expectEvents(site, 'form', 1)
  await expectEvents(site, 'click', 1)
  await expectEvents(site, 'page', 3)
  expect(site.events('page').map(({ url }) => new URL(url).pathname)).toEqual(['/app', '/app/prices', '/thanks'])
})

for (const [order, place] of [
  ['before', 'head'],
  ['after', 'body'],
] as const) {
  test(`with the script ${order} it on the page there is one tag, and both speak to it`, async ({ site, page }) => {
    const late = `const script = document.createElement('script'); script.src = 'COLLECTOR/lt.js'
      script.dataset.site = '${site.key}'; script.dataset.consent = 'granted'; document.body.append(script)`
    const script = place === 'head' ? site.tag().replace('defer ', '') : ''
    serveApp(
      site,
      `event('one'); init(options); init(options); window.lt('event', 'two');${script ? '' : late}`,
      script,
    )
    await page.goto(`${site.address}/app`)
    await expectEvents(site, 'custom', 2)
    await expectEvents(site, 'page', 1)
    await page.evaluate(() => history.pushState(null, '', '/app/next'))
    await expectEvents(site, 'page', 2)
    expect(site.requests).toContain('GET /lt.js')
  })
}

test.describe('where consent is required', () => {
  test.use({ mode: 'required' })

  test('nothing leaves before it is given, and the landing is not lost', async ({ site, page }) => {
    const kept = `window.heard = []; visitor((id) => heard.push(id)); window.answer = consent; window.forget = reset`
    serveApp(site, `init({ ...options, consent: 'required' }); ${kept}`)
    await page.goto(`${site.address}/app?utm_campaign=spring`)
    await settled()
    expect([site.requests, (await deviceOf(page)).stored]).toEqual([[], []])
    await page.evaluate(() => (window as unknown as { answer: (choice: string) => void }).answer('granted'))
    const [view] = await expectEvents(site, 'page', 1)
    expect(view?.url).toContain('/app?utm_campaign=spring')
    expect(await page.evaluate('heard')).toEqual([view?.visitor])
    await page.evaluate('forget()')
    await page.evaluate(() => history.pushState(null, '', '/app/next'))
    const views = await expectEvents(site, 'page', 2)
    expect(views[1]?.visitor).not.toBe(view?.visitor)
  })

  test('it listens to the banner without a word to the collector: the parts come with the page', async ({
    site,
    page,
  }) => {
    const banner = `<script>window.Cookiebot = { hasResponse: true, consent: { statistics: true } }</script>`
    serveApp(site, `init({ ...options, consent: 'required', cmp: 'cookiebot' })`, banner)
    await page.goto(`${site.address}/app`)
    await expectEvents(site, 'page', 1)
    expect(new Set(site.requests)).toEqual(new Set(['POST /e']))
  })
})
