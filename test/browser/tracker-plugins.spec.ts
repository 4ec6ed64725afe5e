/** Plug-ins whose forms stand in the page: what their own word says was sent is a lead, whatever their server answers. */
import type { Page } from '@playwright/test'
import { answersIn, expect, expectEvents, test } from './fixtures.ts'
import { listening } from './embeds.ts'
import { type PluginForm, gravityAjax, gravityRedirect, pageOf, pluginForms } from './plugin-forms.ts'
import type { Site } from './site.ts'

/** Opens the page; the plug-in's server refuses who comes from `refused.test`. */
async function open(page: Page, site: Site, plugin: PluginForm): Promise<void> {
  const { to, taken, refused, status = 200 } = plugin
  site.serve('/form', pageOf(plugin))
  await page.route(new URL(to, site.address).href, async (route) => {
    const bad = (route.request().postDataBuffer() ?? '').toString().includes('refused.test')
    const type = taken.startsWith('{') ? 'application/json' : 'text/html'
    await route.fulfill({
      status: bad ? status : 200,
      headers: { 'content-type': type, 'access-control-allow-origin': '*' },
      body: bad ? refused : taken,
    })
  })
  await page.goto(`${site.address}/form`)
}

async function send(page: Page, site: Site, email: string, state?: 'taken' | 'refused'): Promise<void> {
  await page.fill('#a', 'Jane Doe')
  // Nobody fills in a form faster than that.
  await listening(page, site)
  await page.fill('#b', email)
  await page.click('#send')
  if (state) await expect(page.locator('#state')).toHaveText(state)
}

const answersOf = ({ names: [name, email] }: PluginForm) => [
  { name, label: 'Your name', value: 'Jane Doe' },
  { name: email, label: 'E-mail', value: 'jane@mail.test' },
]

for (const plugin of pluginForms) {
  test(`${plugin.name}: refused it is nothing, corrected it is one form with its answers`, async ({ page, site }) => {
    await open(page, site, plugin)
    await send(page, site, 'jane@refused.test', 'refused')
    await send(page, site, 'jane@mail.test', 'taken')
    const [form] = await expectEvents(site, 'form', 1)
    expect(answersIn(form)).toEqual(answersOf(plugin))
    expect(site.bodies.join()).not.toContain('refused.test')
  })

  test(`${plugin.name}: refused and left alone, it stays nothing`, async ({ page, site }) => {
    await open(page, site, plugin)
    await send(page, site, 'jane@refused.test', 'refused')
    await page.goto(`${site.address}/next`)
    await expectEvents(site, 'page', 2)
    expect(site.events('form')).toHaveLength(0)
  })
}

for (const plugin of [gravityRedirect, gravityAjax]) {
  test(`${plugin.name}: it is one form`, async ({ page, site }) => {
    await open(page, site, plugin)
    await send(page, site, 'jane@mail.test')
    const [form] = await expectEvents(site, 'form', 1)
    expect(answersIn(form)).toEqual(answersOf(plugin))
  })
}

test('a plug-in that repeats itself, or speaks of a form nobody has sent, adds nothing', async ({ page, site }) => {
  const [contactForm7] = pluginForms
  if (!contactForm7) throw new Error('No plug-in')
  await open(page, site, contactForm7)
  const tell = () =>
    page.evaluate(() =>
      document.querySelector('form')?.dispatchEvent(new CustomEvent('wpcf7mailsent', { bubbles: true })),
    )
  await page.fill('#a', 'Jane Doe')
  await tell()
  await expectEvents(site, 'form', 0)
  await send(page, site, 'jane@mail.test', 'taken')
  await tell()
  await tell()
  await expectEvents(site, 'form', 1)
})

test('a message that says a Mautic form was taken counts from where the form was sent to only', async ({
  page,
  site,
}) => {
  const plugin = pluginForms.find(({ name }) => name === 'Mautic')
  if (!plugin) throw new Error('No Mautic')
  await open(page, site, { ...plugin, html: `${plugin.html}<iframe src="https://evil.test/frame"></iframe>` })
  await page.route('https://evil.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.reload()
  await send(page, site, 'jane@refused.test', 'refused')
  const evil = page.frames().find((frame) => frame.url().startsWith('https://evil.test/'))
  await evil?.evaluate(() => parent.postMessage('{"success":1,"formName":"contact"}', '*'))
  await page.evaluate(() => window.postMessage('{"success":1,"formName":"contact"}', '*'))
  await expectEvents(site, 'form', 0)
})

test('jQuery that comes only after the visitor has begun is heard', async ({ page, site }) => {
  const elementor = pluginForms.find(({ name }) => name === 'Elementor')
  if (!elementor) throw new Error('No Elementor')
  const script = `setTimeout(() => { ${elementor.script}; document.title = 'Ready' }, 1000)`
  await open(page, site, { ...elementor, script })
  await page.fill('#a', 'Jane')
  await expect(page).toHaveTitle('Ready')
  await send(page, site, 'jane@mail.test', 'taken')
  await expectEvents(site, 'form', 1)
})
