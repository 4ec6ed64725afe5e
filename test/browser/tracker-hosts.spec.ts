/** Pages that are hard to live with: the tag costs them nothing, and they cost it as little as can be. */
import type { Page } from '@playwright/test'
import { aPage, answersIn, expect, expectEvents, settled, test } from './fixtures.ts'

const form = (more = '') =>
  `<form method="post" action="/thanks" ${more}><label>E-mail <input name="email"></label><button id="send">Send</button></form>`

async function write(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.fill('[name=email]', 'jane@mail.test')
  await page.click('#send')
  await page.waitForURL('**/thanks')
}

test('storage that throws, all of it, costs nothing but memory', async ({ page, site }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse })
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
  })
  await write(page, `${site.address}/contact`)
  await expectEvents(site, 'form', 1)
  expect(site.batches[0]?.visitor).toMatch(/^[\w-]{22}$/)
})

test('storage that is full costs nothing but memory', async ({ page, site }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await write(page, `${site.address}/contact`)
  await expectEvents(site, 'form', 1)
})

test('broken globals cost the visit at most, never the page', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.assign(window, { fetch: undefined, PerformanceObserver: undefined, navigation: undefined })
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined })
    Object.freeze(history)
  })
  await write(page, `${site.address}/contact`)
})

/** What pages do to what belongs to everybody, in their own words. */
const globals: Readonly<Record<string, string>> = {
  'an old library’s toJSON of arrays and texts': `
    Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']' }
    String.prototype.toJSON = function () { return '"' + this + '"' }`,
  'enumerable additions to the prototypes of Object, Array, String and Function': `
    for (const { prototype } of [Object, Array, String, Function]) prototype.each = prototype.extra = () => 'extra'`,
  'frozen prototypes': `
    for (const { prototype } of [Object, Array, Function, Promise, String, EventTarget, History]) Object.freeze(prototype)`,
  'a Promise of its own': `
    const Native = Promise
    window.Promise = function (run) { return new Native(run) }
    window.Promise.resolve = (value) => Native.resolve(value)`,
  'a fetch that fails': `window.fetch = () => Promise.reject(new Error('of the page'))`,
  'a fetch that throws': `window.fetch = () => { throw new Error('of the page') }`,
  'a beacon that throws': `navigator.sendBeacon = () => { throw new Error('of the page') }`,
  'no PerformanceObserver, Web Locks, Navigation API or AbortSignal.timeout': `
    window.PerformanceObserver = undefined
    delete window.navigation
    delete AbortSignal.timeout
    Object.defineProperty(navigator, 'locks', { value: undefined })`,
  'listeners, timers and promises that are wrapped': `
    const { setTimeout: wait } = window
    const { addEventListener: add } = EventTarget.prototype
    const { then } = Promise.prototype
    window.setTimeout = (work, ms) => wait(() => work(), ms)
    EventTarget.prototype.addEventListener = function (type, hear, options) {
      add.call(this, type, function (event) { return hear.handleEvent ? hear.handleEvent(event) : hear.call(this, event) }, options)
    }
    Promise.prototype.then = function (...next) { return then.apply(this, next) }`,
}
for (const [name, spoil] of Object.entries(globals)) {
  test(`with ${name} a form arrives as it was written`, async ({ page, site }) => {
    await page.addInitScript({ content: `(() => { ${spoil} })()` })
    site.serve('/', aPage(form()))
    await write(page, `${site.address}/`)
    await page.goto('about:blank')
    const [written] = await expectEvents(site, 'form', 1)
    expect(answersIn(written)).toEqual([{ name: 'email', label: 'E-mail', value: 'jane@mail.test' }])
    expect(site.events('page').map(({ title }) => title)).toEqual(['A page', 'thanks'])
  })
}

test('elements that a site has named like what belongs to the document hide nothing from the tag', async ({
  page,
  site,
}) => {
  const names = ['cookie', 'title', 'referrer', 'location', 'domain', 'body', 'documentElement', 'addEventListener']
  const traps = names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')
  site.serve('/', aPage(`<div id="lt"></div><a id="site"></a><p id="config"></p>${form('id="contact"')}`, traps))
  await write(page, `${site.address}/`)
  await expectEvents(site, 'page', 2)
  expect(site.events('form')).toMatchObject([{ form: { id: 'contact' } }])
})

test('an input that a framework controls keeps its value, and its form is sent once with the last one', async ({
  page,
  site,
}) => {
  // As React does it: the value is a property of the element itself, and each key draws the form anew.
  site.serve(
    '/',
    aPage(`<div id="root"></div><script>
      let state = ''
      const draw = () => {
        root.innerHTML = '<form method="post" action="/thanks"><input name="email"><button id="send">Send</button></form>'
        const input = root.querySelector('input')
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
        set.call(input, state)
        Object.defineProperty(input, 'value', {
          configurable: true,
          get() { return get.call(this) },
          set(value) { throw new Error('the tag wrote ' + value) },
        })
        input.addEventListener('input', () => { state = get.call(input); draw() })
        input.focus()
      }
      draw()
    </script>`),
  )
  await page.goto(`${site.address}/`)
  await page.click('input')
  await page.keyboard.type('jane@mail.test')
  await page.click('#send')
  await page.waitForURL('**/thanks')
  const [written] = await expectEvents(site, 'form', 1)
  expect(answersIn(written)).toEqual([{ name: 'email', value: 'jane@mail.test' }])
})

test('on a page without a secure context all works as well', async ({ page, site }) => {
  const address = site.address.replace('www.shop.localhost', 'www.shop.test')
  await page.goto(`${address}/`)
  expect(await page.evaluate(() => [isSecureContext, typeof navigator.locks])).toEqual([false, 'undefined'])
  await write(page, `${address}/contact`)
  await expectEvents(site, 'form', 1)
  expect(new Set(site.events('page').map(({ visitor }) => visitor)).size).toBe(1)
  await settled(0)
})
