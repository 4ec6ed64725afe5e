/** A plain page view: somebody comes, looks for two seconds and leaves. */

const LOOKED_MS = 2000
/** Until what the leaving page sends has arrived. */
const ARRIVED_MS = 500

export async function view(browser, pages) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  const from = pages.asked.length
  await page.goto(pages.address('granted'), { waitUntil: 'load' })
  await page.waitForTimeout(LOOKED_MS)
  const shift = await page.evaluate(layoutShift)
  const leaving = pages.asked.length
  await page.goto('about:blank')
  await page.waitForTimeout(ARRIVED_MS)
  await context.close()
  const [onLoad, onLeaving] = [pages.asked.slice(from, leaving), pages.asked.slice(leaving)]
  const batches = [...onLoad, ...onLeaving].filter(({ method, path }) => method === 'POST' && path === '/e')
  return {
    onLoad: onLoad.map(named),
    onLeaving: onLeaving.map(named),
    preflights: [...onLoad, ...onLeaving].filter(({ method }) => method === 'OPTIONS').length,
    batches: batches.map(({ body }) => ({
      bytes: Buffer.byteLength(body),
      events: JSON.parse(body).events.map((event) => ({
        type: event.type,
        bytes: Buffer.byteLength(JSON.stringify(event)),
      })),
    })),
    shift,
    errors,
  }
}

const named = ({ method, path }) => `${method} ${path}`

/** Runs in the page: how far things have moved by themselves (https://wicg.github.io/layout-instability/). */
function layoutShift() {
  return new Promise((done) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(sum), 100)
  })
}
