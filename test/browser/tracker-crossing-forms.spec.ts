/** Forms that lead to another of the site's domains take the visitor along, too. */
import type { Page } from '@playwright/test'
import { aPage, expect, expectEvents, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

test.use({ attributes: 'data-consent="granted" data-domains="club.localhost"' })

const club = (site: Site) => site.at('www.club')
const marked = (site: Site) => site.visits.filter((visit) => visit.includes('lt_t='))
const told = (site: Site) => site.asked.filter(({ path, body }) => path === '/x' && body.includes('visitor'))

async function open(page: Page, site: Site, body: string): Promise<void> {
  site.serve('/shop', aPage(body.replaceAll('CLUB', club(site)).replaceAll('OTHER', site.other)))
  await page.goto(`${site.address}/shop`)
  await expectEvents(site, 'page', 1)
}

const forms: [name: string, form: string, visit: RegExp][] = [
  ['that asks', '<form action="CLUB/in?gone=1"><input name="q" value="a b">', /^\/in\?q=a\+b&lt_t=[\w-]{22}$/],
  ['that sends', '<form method="post" action="CLUB/in?a=1"><input name="b">', /^\/in\?a=1&lt_t=[\w-]{22}$/],
  ['that sends, in big letters', '<form method="POST" action="CLUB/in"><input name="b">', /^\/in\?lt_t=[\w-]{22}$/],
  [
    'whose fields are called like its words',
    '<form method="post" action="CLUB/in"><input name="action"><input name="method"><input name="submit">',
    /^\/in\?lt_t=[\w-]{22}$/,
  ],
]
for (const [name, form, visit] of forms) {
  test(`a form ${name} takes the visitor along`, async ({ page, site }) => {
    await open(page, site, `${form}<button>Go</button></form>`)
    await page.click('button')
    const [shop, arrived] = await expectEvents(site, 'page', 2)
    expect(arrived?.visitor).toBe(shop?.visitor)
    expect(marked(site)).toEqual([expect.stringMatching(visit)])
    expect(page.url()).not.toContain('lt_t')
  })
}

test('the button says where the form leads', async ({ page, site }) => {
  const button = '<button formaction="CLUB/in" formmethod="post">Go</button>'
  await open(page, site, `<form action="/here"><input name="q">${button}</form>`)
  await page.press('input', 'Enter')
  const [shop, arrived] = await expectEvents(site, 'page', 2)
  expect(arrived?.visitor).toBe(shop?.visitor)
  expect(marked(site)).toEqual([expect.stringMatching(/^\/in\?lt_t=/)])
})

test('forms of this host, of a stranger, and those whose button leads there are untouched', async ({ page, site }) => {
  const form = (action: string, button = '') =>
    `<form target="_blank" action="${action}" method="post"><button ${button}>Go</button></form>` +
    `<form target="_blank" action="${action}"><button ${button}>Go</button></form>`
  await open(page, site, form('/in') + form('OTHER/in') + form('CLUB/in', 'formaction="OTHER/in"'))
  for (const button of await page.locator('button').all()) await button.click()
  await expect.poll(() => site.visits.filter((visit) => visit.startsWith('/in'))).toHaveLength(6)
  expect(marked(site)).toEqual([])
  expect(told(site)).toEqual([])
})

test('a form that is sent leaves no trace: neither in its address nor among its fields', async ({ page, site }) => {
  const form = (method: string) =>
    `<form target="_blank" action="CLUB/in" method="${method}"><button>Go</button></form>`
  await open(page, site, form('post') + form('get'))
  const before = await page.locator('form').evaluateAll((forms) => forms.map(({ outerHTML }) => outerHTML))
  for (const button of await page.locator('button').all()) await button.click()
  await expect.poll(() => marked(site)).toHaveLength(2)
  expect(await page.locator('form').evaluateAll((forms) => forms.map(({ outerHTML }) => outerHTML))).toEqual(before)
  // What a script reads afterwards is the page's own affair.
  const fields = await page
    .locator('form')
    .evaluateAll((forms) => forms.map((form) => [...new FormData(form as HTMLFormElement).keys()]))
  expect(fields).toEqual([[], []])
})

test('a page that sends its form itself finds its own fields only', async ({ page, site }) => {
  await open(page, site, '<form action="CLUB/in"><input name="q" value="a"><button>Go</button></form>')
  const fields = await page.evaluate(async () => {
    const read: string[] = []
    const keys = (form: HTMLFormElement) => read.push([...new FormData(form).keys()].join())
    const form = document.querySelector('form')
    form?.addEventListener('submit', (event) => {
      keys(form)
      event.preventDefault()
      keys(form)
      void Promise.resolve().then(() => keys(form))
    })
    document.querySelector('button')?.click()
    await new Promise((done) => setTimeout(done, 50))
    if (form) keys(form)
    return read
  })
  expect(fields).toEqual(['q', 'q', 'q', 'q'])
  await settled()
  expect(told(site)).toEqual([])
})
