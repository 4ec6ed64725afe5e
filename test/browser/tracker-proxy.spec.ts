/**
 * A site whose visitors block third parties: the collector stands behind a path of the site's own, as docs/tracker.md sets
 * it up. The proxy here takes the path away, names the sender and hands on all else as it is.
 */
import { type IncomingMessage, type ServerResponse, request as ask } from 'node:http'
import type { Page, Request } from '@playwright/test'
import { test as base, deviceOf, expect, expectEvents, say, settled } from './fixtures.ts'
import { type Ground, startGround } from './ground.ts'
import { type Served, serve } from './serve.ts'
import type { Site } from './site.ts'

type Front = Served & {
  /** The site as its visitors see it, without a slash at the end. */
  readonly address: string
  /** From where the visitors come, as the proxy sees it. */
  sender: string
}

const test = base.extend<{ front: Front; asked: Request[] }, { ground: Ground }>({
  ground: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright demands the destructuring.
    async ({}, use) => {
      const ground = await startGround({ TRUSTED_PROXIES: '127.0.0.1' })
      await use(ground)
      await ground.close()
    },
    { scope: 'worker' },
  ],
  front: async ({ site }, use) => {
    const front = await startFront(site)
    await use(front)
    await front.close()
  },
  /** What the browser asked for. */
  asked: async ({ context }, use) => {
    const asked: Request[] = []
    context.on('request', (request) => asked.push(request))
    await use(asked)
  },
})

const worker = `addEventListener('install', () => skipWaiting())
  addEventListener('activate', (event) => event.waitUntil(clients.claim()))
  addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))`

async function startFront(site: Site): Promise<Front> {
  const front = { sender: '203.0.113.7' }
  const [pages, collector] = [site.address, site.collector].map((address) => Number(new URL(address).port))
  const served = await serve(async (request, response) => {
    const path = request.url ?? '/'
    if (path === '/worker.js') return void response.setHeader('content-type', 'text/javascript').end(worker)
    if (!path.startsWith('/quiet/')) return handOn(request, response, pages, path, {})
    // The script may have any name; what it asks for has the names that it knows.
    const there = path.replace('/quiet', '').replace('/a.js', '/lt.js')
    return handOn(request, response, collector, there, { 'x-forwarded-for': front.sender })
  })
  return Object.assign(front, served, { address: `http://www.shop.localhost:${served.port}` })
}

/** Host stays what the visitor asked for, so that the collector may set the site's cookie. */
function handOn(request: IncomingMessage, response: ServerResponse, port = 0, path = '/', more = {}): Promise<void> {
  const { method, headers } = request
  return new Promise((done, failed) => {
    const onward = ask({ host: '127.0.0.1', port, method, path, headers: { ...headers, ...more } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response).on('finish', done)
    })
    request.pipe(onward.on('error', failed))
  })
}

const form = `<a href="tel:+4533333333">33 33 33 33</a><form action="/thanks">
  <input name="email" value="jane@acme.example"><button>Send</button></form>`

/** A page that the tag is on, and one that it is not. */
function serveShop(site: Site, attributes: string): void {
  site.serve('/thanks', '<!doctype html><html lang="en"><title>Thanks</title></html>')
  const tag = `<script defer src="/quiet/a.js" data-site="${site.key}" ${attributes}></script>`
  site.serve('/shop', `<!doctype html><html lang="en"><title>Shop</title>${tag}<body>${form}</body></html>`)
}

async function sendForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL('**/thanks**')
}

test('nothing is asked of another host, and nothing has a name that lists of trackers know', async ({
  front,
  site,
  asked,
  page,
}) => {
  serveShop(site, 'data-numbers data-cmp="auto"')
  await page.goto(`${front.address}/shop`)
  await sendForm(page)
  await expectEvents(site, 'form', 1)
  const own = asked.filter((request) => new URL(request.url()).pathname.startsWith('/quiet/'))
  expect(new Set(asked.map((request) => new URL(request.url()).origin))).toEqual(new Set([front.address]))
  expect(new Set(own.map((request) => new URL(request.url()).pathname))).toEqual(
    new Set(['/quiet/a.js', '/quiet/lt-more.js', `/quiet/s/${site.key}`, '/quiet/n', '/quiet/e']),
  )
  const names = own.flatMap((request) => [request.url(), ...JSON.stringify(request.postDataJSON()).matchAll(/"\w+":/g)])
  expect(names.filter((name) => /track|analytics|collect|pixel|beacon/i.test(String(name)))).toEqual([])
})

test('the cookie is set by HTTP, for the whole domain', async ({ front, site, page }) => {
  serveShop(site, 'data-consent="granted"')
  await page.goto(`${front.address}/shop`)
  const [view] = await expectEvents(site, 'page', 1)
  const [cookie] = site.asked.flatMap(({ answered }) => answered?.['set-cookie'] ?? [])
  expect(cookie).toMatch(new RegExp(`^${site.memory}=${view?.visitor}\\..*; Domain=shop\\.localhost$`))
  expect((await deviceOf(page)).cookies).toContain(`${site.memory}=${view?.visitor}`)
})

test('an answer that comes after a no, or after reset, brings nobody back', async ({ front, site, page }) => {
  serveShop(site, 'data-consent="granted"')
  await page.goto(`${front.address}/shop`)
  const [view] = await expectEvents(site, 'page', 1)
  site.fates.push({ delay: 300 }, { delay: 300 })
  await say(page, 'event', 'still his')
  await say(page, 'reset')
  await settled(1000)
  expect((await deviceOf(page)).cookies).not.toContain(view?.visitor)
  site.fates.push({ delay: 300 }, { delay: 300 })
  await say(page, 'event', 'the last one')
  await say(page, 'consent', 'denied')
  await settled(1000)
  const { cookies } = await deviceOf(page)
  // Perhaps twice: for the domain by the page, for the host by the collector.
  expect(new Set(cookies.split('; '))).toEqual(new Set([`${site.memory}=0`]))
})

test('without cookies and storage a form arrives all the same', async ({ front, site, page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(document, 'cookie', { get: blocked, set: blocked })
    Object.defineProperty(window, 'localStorage', { get: blocked })
  })
  serveShop(site, 'data-consent="granted"')
  await page.goto(`${front.address}/shop`)
  await sendForm(page)
  await expectEvents(site, 'form', 1)
})

test.describe('cookieless', () => {
  test.use({ mode: 'cookieless' })

  test('visitors are told apart by their own addresses, not by that of the proxy', async ({ front, site, page }) => {
    serveShop(site, 'data-consent="cookieless"')
    for (const sender of ['203.0.113.7', '203.0.113.7', '198.51.100.1']) {
      front.sender = sender
      await page.goto(`${front.address}/shop`)
      await page.goto('about:blank')
    }
    const [first, second, third] = await expectEvents(site, 'page', 3)
    expect(second?.visitor).toBe(first?.visitor)
    expect(third?.visitor).not.toBe(first?.visitor)
  })
})

test("through the site's own service worker each event arrives once", async ({ front, site, page }) => {
  serveShop(site, 'data-consent="granted"')
  await page.goto(`${front.address}/start`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
  })
  await page.goto(`${front.address}/shop`)
  expect(await page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true)
  await sendForm(page)
  await expectEvents(site, 'form', 1)
  expect(site.events('page').filter(({ url }) => url.endsWith('/shop'))).toHaveLength(1)
})

test('data-host sends a script from elsewhere through the path', async ({ front, site, page }) => {
  const tag = site.tag('data-consent="granted" data-host="/quiet"')
  site.serve('/shop', `<!doctype html><html lang="en"><title>Shop</title>${tag}</html>`)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.goto(`${front.address}/shop`)
  expect((await sent).url()).toBe(`${front.address}/quiet/e`)
  await expectEvents(site, 'page', 1)
})
