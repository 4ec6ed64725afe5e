/** Clicks on telephone numbers, mail addresses, files, ways out and what the site has marked. */
import { aPage, expect, expectEvents, settled, test } from './fixtures.ts'

/** Its links lead nowhere; a click still is one. */
const still = `<script>
  for (const type of ['click', 'auxclick']) addEventListener(type, (event) => event.preventDefault())
</script>`

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
  expect(site.bodies.join()).not.toMatch(/canary|secret-body/)
})

test('an element with data-lt-event is an event of that name', async ({ page, site }) => {
  await page.goto(`${site.address}/`)
  await page.click('#marked span')
  const [event] = await expectEvents(site, 'custom', 1)
  expect(event).toMatchObject({ name: 'calculator' })
})

test('a marked link is both, once each', async ({ page, site }) => {
  site.serve('/', aPage(`<a href="https://partner.test/" data-lt-event="partner"><b>Partner</b></a>${still}`))
  await page.goto(`${site.address}/`)
  await page.click('b')
  await expectEvents(site, 'click', 1)
  expect(site.events('custom')).toMatchObject([{ name: 'partner' }])
})

test('a file is a file by its ending, in capitals, before a query or a hash, and by the download attribute', async ({
  page,
  site,
}) => {
  const files = ['/a.pdf', '/b.DOCX', '/c.xlsx?v=1', '/d.pdf#page=2', 'https://files.test/e.zip']
  const links = files.map((file) => `<a href="${file}">File</a>`).join('<br>')
  site.serve('/', aPage(`${links}<br><a href="/brochure" download>File</a><br><a href="/pdf">None</a>${still}`))
  await page.goto(`${site.address}/`)
  for (const link of await page.locator('a').all()) await link.click()
  const clicks = await expectEvents(site, 'click', 6)
  expect(clicks.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'download'))
  expect(clicks.map(({ target }) => new URL(target).pathname)).toEqual([
    '/a.pdf',
    '/b.DOCX',
    '/c.xlsx',
    '/d.pdf',
    '/e.zip',
    '/brochure',
  ])
})

test('a file that a script makes is downloaded as if the tag were not there', async ({ page, site }) => {
  const make = `document.querySelector('a').href = URL.createObjectURL(new Blob(['canary']))`
  site.serve('/', aPage(`<a download="offer.txt">Offer</a><script>${make}</script>`))
  await page.goto(`${site.address}/`)
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('a')])
  expect(file.suggestedFilename()).toBe('offer.txt')
  await settled()
  expect(site.bodies.join()).not.toContain('canary')
})

test('a way out by a plain click arrives although the page goes away, and nothing holds it up', async ({
  page,
  site,
}) => {
  const watch = `<script>addEventListener('click', (event) => {
    sessionStorage.prevented = event.defaultPrevented
  })</script>`
  site.serve('/', aPage(`<a href="${site.other}/elsewhere">Elsewhere</a>${watch}`))
  site.serve('/elsewhere', '<!doctype html><title>Elsewhere</title>')
  await page.goto(`${site.address}/`)
  await page.click('a')
  await page.waitForURL('**/elsewhere')
  await expect(page).toHaveTitle('Elsewhere')
  const [click] = await expectEvents(site, 'click', 1)
  expect(click).toMatchObject({ kind: 'outbound', target: `${site.other}/elsewhere`, label: 'Elsewhere' })
  await page.goto(`${site.address}/next`)
  expect(await page.evaluate(() => sessionStorage['prevented'])).toBe('false')
})

test('a way out in a new tab or window, by keys, the middle button, a target or Enter, is one click each', async ({
  page,
  site,
}) => {
  site.serve(
    '/',
    aPage(`<a id="a" href="${site.other}/x">Out</a> <a id="b" target="_blank" href="${site.other}/x">Out</a>`),
  )
  site.serve('/x', '<!doctype html><title>Elsewhere</title>')
  await page.goto(`${site.address}/`)
  const ways = [
    () => page.click('#a', { modifiers: ['Control'] }),
    () => page.click('#a', { modifiers: ['Shift'] }),
    () => page.click('#a', { button: 'middle' }),
    () => page.click('#b'),
    () => page.locator('#b').press('Enter'),
  ]
  for (const way of ways) await Promise.all([page.context().waitForEvent('page'), way()])
  await page.click('#a', { button: 'right' })
  await page.keyboard.press('Escape')
  const clicks = await expectEvents(site, 'click', ways.length)
  expect(new Set(clicks.map(({ target }) => target))).toEqual(new Set([`${site.other}/x`]))
  expect(site.events('page')).toHaveLength(1)
})

test('in an open shadow root, on the area of an image map and with a base address, the whole address is told', async ({
  page,
  site,
}) => {
  const image = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/>`
  const body = `<div id="host"></div>
    <img usemap="#map" src="${image}"><map name="map"><area shape="rect" coords="0,0,90,90" href="offer" alt="Offer"></map>
    <script>host.attachShadow({ mode: 'open' }).innerHTML = '<a href="tel:+4570201234"><slot>Call</slot></a>'</script>`
  site.serve('/', aPage(body + still, '<base href="https://partner.test/deep/">'))
  await page.goto(`${site.address}/`)
  await page.locator('#host a').click()
  await page.locator('img').click()
  const clicks = await expectEvents(site, 'click', 2)
  expect(clicks.map(({ kind, target }) => [kind, target])).toEqual([
    ['tel', '+4570201234'],
    ['outbound', 'https://partner.test/deep/offer'],
  ])
})

test('a link that its own click takes out of the document is a click', async ({ page, site }) => {
  site.serve('/', aPage(`<a href="tel:+4570201234" onclick="this.remove()"><b>Call</b></a>${still}`))
  await page.goto(`${site.address}/`)
  await page.click('b')
  expect(await expectEvents(site, 'click', 1)).toMatchObject([{ target: '+4570201234', label: 'Call' }])
})

test('a link without an address is no click', async ({ page, site }) => {
  const addresses = ['href=""', 'href="#"', 'href="#top"', 'href="javascript:void 0"', 'href="http://["', 'name="x"']
  site.serve('/', aPage(addresses.map((address) => `<a ${address}>None</a>`).join('<br>') + still))
  await page.goto(`${site.address}/`)
  for (const link of await page.locator('a').all()) await link.click()
  await expectEvents(site, 'page', 1)
  expect(site.events('click')).toEqual([])
})

test.describe('data-domains', () => {
  test.use({ attributes: 'data-consent="granted" data-domains="sister.localhost"' })

  test('subdomains, the domain above and listed domains are the site itself; a domain that ends alike is not', async ({
    page,
    site,
  }) => {
    const links = ['shop', 'docs.shop', 'sister', 'www.sister', 'eshop'].map(
      (name) => `<a href="${site.at(name)}/">Go</a>`,
    )
    site.serve('/', aPage(links.join('<br>') + still))
    await page.goto(`${site.address}/`)
    for (const link of await page.locator('a').all()) await link.click()
    expect(await expectEvents(site, 'click', 1)).toMatchObject([{ kind: 'outbound', target: `${site.at('eshop')}/` }])
  })
})
