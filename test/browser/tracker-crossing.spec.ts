/** Ways to another of the site's domains: the visitor who takes one is the same visitor there, and no address names him. */
import type { Page } from '@playwright/test'
import { aPage, expect, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

test.use({ attributes: 'data-consent="granted" data-domains="club.localhost"' })

const club = (site: Site) => site.at('www.club')
/** What was asked of the collector about crossings. */
const crossings = (site: Site) => site.asked.filter(({ path }) => path === '/x').map(({ body }) => JSON.parse(body))
const marked = (site: Site) => site.visits.filter((visit) => visit.includes('lt_t='))

/** Opens a page of the shop with this in its body; the ways out are watched by then. */
async function open(page: Page, site: Site, body: string): Promise<void> {
  site.serve('/shop', aPage(body.replaceAll('CLUB', club(site)).replaceAll('OTHER', site.other)))
  await page.goto(`${site.address}/shop`)
  await page.evaluate((parts) => import(parts), `${site.collector}/lt-more.js`)
}

/** Waits until the club has been visited by an address whose token stands for the visitor of the shop. */
async function expectMarked(site: Site, visit: RegExp): Promise<void> {
  await expect.poll(() => marked(site)).toEqual([expect.stringMatching(visit)])
  const token = /lt_t=([\w-]+)/.exec(marked(site).join())?.[1]
  await expect
    .poll(() => crossings(site)[0])
    .toEqual({ site: site.key, token, visitor: expect.stringMatching(/^[\w-]{22}\.\w{6}$/) })
}

const link = '<a id="way" href="CLUB/in">To the club</a>'
const click = (page: Page) => page.click('#way')
const ways: [name: string, body: string, go: (page: Page) => Promise<unknown>][] = [
  ['a click', link, click],
  ['the Enter key', link, (page) => page.press('#way', 'Enter')],
  ['the middle button', link, (page) => page.click('#way', { button: 'middle' })],
  ['a click with Ctrl', link, (page) => page.click('#way', { modifiers: ['ControlOrMeta'] })],
  ['a link to a new tab', link.replace('<a', '<a target="_blank"'), click],
  ['a click by a script', link, (page) => page.evaluate(() => document.getElementById('way')?.click())],
  ['what stands in a link', '<a href="CLUB/in"><b><i id="way">In</i></b></a>', click],
  [
    'a link in a shadow root',
    '<div id="host"><template shadowrootmode="open"><a href="CLUB/in"><b id="way">In</b></a></template></div>',
    click,
  ],
  [
    'a link around a shadow root',
    '<a href="CLUB/in"><span><template shadowrootmode="open"><b id="way">In</b></template></span></a>',
    click,
  ],
  [
    'a link in a drawing',
    '<svg width="99" height="99"><a href="CLUB/in"><circle id="way" cx="40" cy="40" r="40"/></a></svg>',
    click,
  ],
  [
    'an area of a map',
    '<img usemap="#map" width="99" height="99" alt=""><map name="map"><area shape="default" href="CLUB/in"></map>',
    (page) => page.mouse.click(50, 50),
  ],
  [
    'a link of a page that stops its events',
    `${link}<script>document.addEventListener('click', (event) => event.stopPropagation(), true)</script>`,
    click,
  ],
  [
    'a link of a page that follows it itself',
    `${link}<script>way.onclick = (event) => { event.preventDefault(); location.assign(way.href) }</script>`,
    click,
  ],
  [
    'a form that sends',
    '<form method="post" action="CLUB/in"><input name="b"><button id="way">Go</button></form>',
    click,
  ],
  [
    'a form whose fields are called like its words',
    '<form method="POST" action="CLUB/in"><input name="action"><input name="method"><button id="way">Go</button></form>',
    click,
  ],
]
for (const [name, body, go] of ways) {
  test(`${name} takes the visitor along`, async ({ page, site }) => {
    await open(page, site, body)
    await go(page)
    await expectMarked(site, /^\/in\?lt_t=/)
  })
}

test('addresses with queries, hashes and odd letters lead where they led', async ({ page, context, site }) => {
  const addresses = ['/in', '/in?a=1&a=2', '/in?q=a%20b+c%26d&e', '/in#part', '/in?a=%C3%A6#p?lt_t=no', '/in/%2F?']
  await open(page, site, addresses.map((address) => `<p><a target="_blank" href="CLUB${address}">in</a></p>`).join(''))
  for (const [index, address] of addresses.entries()) {
    const opened = context.waitForEvent('page')
    await page.locator('a').nth(index).click()
    const arrived = await opened
    await expect.poll(() => arrived.url()).not.toMatch(/lt_t=\d/)
    const [path = '', hash] = address.split('#')
    const [visit = ''] = marked(site).slice(-1)
    expect(visit.replace(/[?&]lt_t=[\w-]{20,40}$/, '')).toBe(path.replace(/\?$/, ''))
    expect(new URL(arrived.url()).hash.slice(1)).toBe(hash ?? '')
    await arrived.close()
  }
  expect(marked(site)).toHaveLength(addresses.length)
})

test('links and forms are their old selves when the click is over, unless the page has given them another address', async ({
  page,
  context,
  site,
}) => {
  const form = '<form target="_blank" method="post" action="CLUB/in"><button>Go</button></form>'
  await open(page, site, `${link}<a id="other" href="CLUB/a">Elsewhere</a>${form}`)
  const before = await page.locator('form').evaluate(({ outerHTML }) => outerHTML)
  const opened = context.waitForEvent('page')
  await page.click('button')
  await opened
  await expect.poll(() => marked(site)).toHaveLength(1)
  expect(await page.locator('form').evaluate(({ outerHTML }) => outerHTML)).toBe(before)
  const seen = await page.evaluate(async () => {
    const texts: (string | null)[] = []
    const [way, other] = [document.getElementById('way'), document.getElementById('other')]
    const prevent = (event: Event) => {
      event.preventDefault()
      if (event.target === other) other?.setAttribute('href', '/of-the-page')
    }
    addEventListener('click', prevent)
    way?.click()
    other?.click()
    await new Promise((done) => setTimeout(done, 50))
    for (const element of [way, other]) texts.push(element?.getAttribute('href') ?? null)
    return texts
  })
  expect(seen).toEqual([`${club(site)}/in`, '/of-the-page'])
})

test('no other way is touched, and nobody is told of it: other domains, this one, the right button, forms that ask', async ({
  page,
  site,
}) => {
  const untouched = [
    '/in',
    '#part',
    `${site.address}/in`,
    `${site.at('shop')}/in`,
    `${site.at('blog.shop')}/in`,
    `${site.other}/in`,
    `${site.at('myclub')}/in`,
    'mailto:in@club.localhost',
    'javascript:void%200',
  ]
  const links = untouched.map((address) => `<p><a href="${address}">in</a></p>`).join('')
  const forms = ['/in', 'OTHER/in', 'CLUB/in']
    .map((action) => `<form method="${action === 'CLUB/in' ? 'get' : 'post'}" action="${action}"></form>`)
    .join('')
  await open(
    page,
    site,
    `${links}<p data-lt-ignore><a href="CLUB/in">in</a></p>${forms}<a id="right" href="CLUB/in">in</a>`,
  )
  const seen = await page.evaluate(() => {
    const texts: (string | null)[] = []
    const note = (event: Event) => {
      event.preventDefault()
      texts.push((event.target as Element).getAttribute(event.type === 'submit' ? 'action' : 'href'))
    }
    addEventListener('click', note)
    addEventListener('submit', note)
    document.querySelectorAll<HTMLElement>('p a').forEach((link) => link.click())
    document.querySelectorAll('form').forEach((form) => form.requestSubmit())
    return texts
  })
  expect(seen).toEqual([...untouched, `${club(site)}/in`, '/in', `${site.other}/in`, `${club(site)}/in`])
  await page.click('#right', { button: 'right' })
  await settled(200)
  expect(crossings(site)).toEqual([])
})

for (const attributes of ['data-consent="cookieless"', 'data-consent="required"']) {
  test.describe(attributes, () => {
    test.use({ attributes: `${attributes} data-domains="club.localhost"` })

    test('who is not known does not become known by a link', async ({ page, site }) => {
      await open(page, site, link)
      await page.click('#way')
      await page.waitForURL(`${club(site)}/in`)
      await settled(200)
      expect(marked(site)).toEqual([])
      expect(crossings(site)).toEqual([])
    })
  })
}
