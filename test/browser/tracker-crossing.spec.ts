/** Ways to another of the site's domains: the visitor who takes one is the same visitor there, and no address names him. */
import type { Page } from '@playwright/test'
import { aPage, expect, expectEvents, settled, test } from './fixtures.ts'
import type { Site } from './site.ts'

test.use({ attributes: 'data-consent="granted" data-domains="club.localhost"' })

const club = (site: Site) => site.at('www.club')
/** What was asked of the collector about crossings. */
const crossings = (site: Site) => site.asked.filter(({ path }) => path === '/x').map(({ body }) => JSON.parse(body))
const marked = (site: Site) => site.visits.filter((visit) => visit.includes('lt_t='))

/** Opens a page of the shop with this in its body; who visits is known by then. */
async function open(page: Page, site: Site, body: string): Promise<void> {
  site.serve('/shop', aPage(body.replaceAll('CLUB', club(site)).replaceAll('OTHER', site.other)))
  await page.goto(`${site.address}/shop`)
  await expectEvents(site, 'page', 1)
}

/** Waits until the club has been visited; whether it was by the visitor of the shop. */
async function expectSameVisitor(site: Site): Promise<void> {
  const [shop, arrived] = await expectEvents(site, 'page', 2)
  expect(arrived?.url).toMatch(new RegExp(`^${club(site)}/`))
  expect(arrived?.visitor).toBe(shop?.visitor)
  expect(marked(site)).toHaveLength(1)
}

const link = '<a id="way" href="CLUB/in">To the club</a>'
const ways: [name: string, body: string, go: (page: Page) => Promise<unknown>][] = [
  ['a click', link, (page) => page.click('#way')],
  ['the Enter key', link, (page) => page.press('#way', 'Enter')],
  ['the middle button', link, (page) => page.click('#way', { button: 'middle' })],
  ['a click with Ctrl', link, (page) => page.click('#way', { modifiers: ['ControlOrMeta'] })],
  ['a link to a new tab', link.replace('<a', '<a target="_blank"'), (page) => page.click('#way')],
  ['a click by a script', link, (page) => page.evaluate(() => document.getElementById('way')?.click())],
  ['what stands in a link', '<a href="CLUB/in"><b><i id="way">In</i></b></a>', (page) => page.click('#way')],
  [
    'a link in a shadow root',
    '<div id="host"><template shadowrootmode="open"><a href="CLUB/in"><b id="way">In</b></a></template></div>',
    (page) => page.click('#way'),
  ],
  [
    'a link in a drawing',
    '<svg width="99" height="99"><a href="CLUB/in"><circle id="way" cx="40" cy="40" r="40"/></a></svg>',
    (page) => page.click('#way'),
  ],
  [
    'an old link in a drawing',
    '<svg width="99" height="99"><a xlink:href="CLUB/in"><circle id="way" cx="40" cy="40" r="40"/></a></svg>',
    (page) => page.click('#way'),
  ],
  [
    'an area of a map',
    '<img usemap="#map" width="99" height="99" alt=""><map name="map"><area shape="default" href="CLUB/in"></map>',
    (page) => page.mouse.click(50, 50),
  ],
  [
    'a link of a page that stops its events',
    `${link}<script>document.addEventListener('click', (event) => event.stopPropagation(), true)</script>`,
    (page) => page.click('#way'),
  ],
  [
    'a link of a page that follows it itself',
    `${link}<script>way.onclick = (event) => { event.preventDefault(); location.assign(way.href) }</script>`,
    (page) => page.click('#way'),
  ],
]
for (const [name, body, go] of ways) {
  test(`${name} takes the visitor along`, async ({ page, site }) => {
    await open(page, site, body)
    await go(page)
    await expectSameVisitor(site)
    expect(crossings(site)[0]).toMatchObject({ site: site.key, token: expect.stringMatching(/^[\w-]{22}$/) })
  })
}

test('addresses with queries, hashes and odd letters lead where they led', async ({ page, context, site }) => {
  const addresses = ['/in', '/in?a=1&a=2', '/in?q=a%20b+c%26d&e', '/in#part', '/in?a=%C3%A6#p?lt_t=no', '/in/%2F?']
  await open(page, site, addresses.map((address) => `<p><a target="_blank" href="CLUB${address}">in</a></p>`).join(''))
  for (const [index, address] of addresses.entries()) {
    const opened = context.waitForEvent('page')
    await page.locator('a').nth(index).click()
    const arrived = await opened
    const before = club(site) + address.replace(/\?$/, '')
    await expect.poll(() => arrived.url()).toBe(before)
    const [path = '', hash] = address.split('#')
    const [visit = ''] = marked(site).slice(-1)
    expect(visit.replace(/[?&]lt_t=[\w-]{22}$/, '')).toBe(path.replace(/\?$/, ''))
    expect(new URL(arrived.url()).hash.slice(1)).toBe(hash ?? '')
    await arrived.close()
  }
  expect(marked(site)).toHaveLength(addresses.length)
})

test('the link is its old self when the click is over, unless the page has given it another address', async ({
  page,
  site,
}) => {
  await open(page, site, `${link}<a id="other" href="CLUB/a">Elsewhere</a>`)
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

test('no other link is touched, and nobody is told of it', async ({ page, site }) => {
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
  const ignored = `<p data-lt-ignore><a href="${club(site)}/in">in</a></p>`
  await open(page, site, untouched.map((address) => `<p><a href="${address}">in</a></p>`).join('') + ignored)
  const seen = await page.evaluate(() => {
    const texts: (string | null)[] = []
    addEventListener('click', (event) => {
      event.preventDefault()
      texts.push((event.target as Element).getAttribute('href'))
    })
    document.querySelectorAll('a').forEach((link) => link.click())
    return texts
  })
  expect(seen).toEqual([...untouched, `${club(site)}/in`])
  await settled()
  expect(crossings(site)).toEqual([])
})

test('the right button takes nobody anywhere', async ({ page, site }) => {
  await open(page, site, link)
  await page.click('#way', { button: 'right' })
  await settled()
  expect(crossings(site)).toEqual([])
})

for (const attributes of ['data-consent="cookieless"', 'data-consent="required"']) {
  test.describe(attributes, () => {
    test.use({ attributes: `${attributes} data-domains="club.localhost"` })

    test('who is not known does not become known by a link', async ({ page, site }) => {
      site.serve('/shop', aPage(link.replace('CLUB', club(site))))
      await page.goto(`${site.address}/shop`)
      await settled()
      await page.click('#way')
      await page.waitForURL(`${club(site)}/in`)
      await settled()
      expect(marked(site)).toEqual([])
      expect(crossings(site)).toEqual([])
    })
  })
}
