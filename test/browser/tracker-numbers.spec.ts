/** Where a page says the published number, it says the visitor's; everywhere else it says what it said. */
import { expectEvents, settled } from './fixtures.ts'
import { aPage, dialled, expect, lentOn, loans, pool, published, test, textOf } from './number-pool.ts'

test('one question without a preflight, and the number stands in texts and links, however they write it', async ({
  page,
  site,
}) => {
  const texts = ['+45 70 20 12 34', '70 20 12 34', '70201234', '70.20.12.34', '+45-7020-1234', '0045 70 20 12 34']
  const links = ['+4570201234', '70201234', '004570201234', '+45-70-20-12-34', '+45%2070%2020%2012%2034', '//70201234']
  const body =
    texts.map((text) => `<p class="text">Call ${text}!</p>`).join('') +
    links.map((link) => `<a href="tel:${link}">Call</a><a href="TEL:${link}">us</a>`).join('')
  const lent = await lentOn(page, site, body)
  expect(pool).toContain(lent)
  expect(await page.locator('.text').allTextContents()).toEqual(texts.map(() => `Call ${lent}!`))
  const targets = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(targets.map((target) => target?.toLowerCase().replace('//', ''))).toEqual(
    links.flatMap(() => [`tel:${dialled(lent)}`, `tel:${dialled(lent)}`]),
  )
  expect(loans(site).map(({ method, headers }) => [method, headers['content-type']])).toEqual([
    ['POST', 'text/plain;charset=UTF-8'],
  ])
  expect(loans(site)[0]?.headers.cookie).toBeUndefined()
})

test('longer and other numbers, and what is no text to read, stay as they are', async ({ page, site }) => {
  const untouched = `
    <p>170201234 702012345 70 20 12 34 56 +46 70 20 12 34 70 20 12 35</p><a href="tel:702012345">Call</a>
    <a href="/70201234">Here</a><input value="70201234"><textarea>70201234</textarea>
    <p><b>70 20</b> 12 34</p><p contenteditable>70201234 <b>70201234</b></p><p data-lt-ignore><a href="tel:70201234">70201234</a></p>
    <style>.n::after { content: "70201234" }</style><script type="application/json">"70201234"</script>
    <!-- 70201234 --><img alt="70201234" src="data:,"><p title="70201234">Hover</p>`
  await lentOn(page, site, `<div id="rest">${untouched}</div>`)
  await settled(100)
  const rest = page.locator('#rest')
  expect(await rest.innerHTML()).toBe(
    await page
      .evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.innerHTML, untouched)
      .then((html) => `\n    ${html}`),
  )
})

test('what the page says later is swapped as well: new elements, new texts, new links', async ({ page, site }) => {
  const lent = await lentOn(page, site, '<p id="text">Later</p><a href="/call">Later</a><div id="place"></div>')
  await page.evaluate((published) => {
    const element = (selector: string) => document.querySelector(selector) as HTMLElement
    element('#place').innerHTML = `<section><p id="new">${published}</p></section>`
    ;(element('#text').firstChild as Text).data = `Now ${published}`
    element('a').setAttribute('href', 'tel:70201234')
  }, published)
  await expect.poll(() => textOf(page, '#new')).toBe(lent)
  await expect.poll(() => textOf(page, '#text')).toBe(`Now ${lent}`)
  await expect(page.locator('a')).toHaveAttribute('href', `tel:${dialled(lent)}`)
  // A framework that writes what it wrote before.
  await page.evaluate(
    (published) => (document.querySelector('#known') as HTMLElement).replaceChildren(published),
    published,
  )
  await expect.poll(() => textOf(page, '#known')).toBe(lent)
})

test('nodes are the page’s own: none comes, goes or is another', async ({ page, site }) => {
  site.serve(
    '/numbers',
    aPage(`<p id="known">Call ${published}</p><script>
      window.before = [...document.querySelectorAll('*')].flatMap((element) => [element, ...element.childNodes]).length
      window.text = known.firstChild
    </script>`),
  )
  await page.goto(`${site.address}/numbers`)
  await expect.poll(() => textOf(page, '#known')).not.toContain(published)
  const same = await page.evaluate(() => {
    const { before, text } = window as unknown as { before: number; text: Text }
    const known = document.querySelector('#known')
    return [before > 0, text === known?.firstChild, known?.childNodes.length]
  })
  expect(same).toEqual([true, true, 1])
})

test('a call is recorded with the number that was called', async ({ page, site }) => {
  const lent = await lentOn(page, site, '<a href="tel:+4570201234">Call 70 20 12 34</a>')
  await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()))
  await page.click('a')
  const [click] = await expectEvents(site, 'click', 1)
  expect(click).toMatchObject({ kind: 'tel', target: dialled(lent), label: `Call ${lent}` })
})

test('before the page has loaded nothing is swapped, so that frameworks find what the server wrote', async ({
  page,
  site,
}) => {
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  await page.route('**/slow.png', async (route) => {
    await held
    await route.fulfill({ body: '' })
  })
  site.serve('/numbers', aPage(`<p id="known">${published}</p><img src="/slow.png" alt="">`))
  await page.goto(`${site.address}/numbers`, { waitUntil: 'commit' })
  await expect.poll(() => site.requests.includes('GET /lt-more.js')).toBe(true)
  await settled(300)
  expect(await textOf(page, '#known')).toBe(published)
  answer()
  await expect.poll(() => textOf(page, '#known')).not.toBe(published)
})
