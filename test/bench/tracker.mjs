/**
 * The tag: what it weighs, how long a slow device is busy with it, and what a page view asks of the network. Measured in a
 * real Chromium, on a page of another origin than the collector, as visitors have it.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { startDurable } from './ingest/servers.mjs'
import { evaluate } from './tracker/evaluation.mjs'
import { print } from './tracker/print.mjs'
import { sizes } from './tracker/sizes.mjs'
import { startPages } from './tracker/pages.mjs'
import { view } from './tracker/view.mjs'

const help = `Usage: pnpm bench tracker [--loads 9] [--throttle 4] [--json]

Prints the sizes of the built scripts, the time that a throttled CPU is busy with the tag, and the requests, preflights and
bytes of a page view. Starts the built collector with an empty folder, and Playwright's Chromium or that of CHROMIUM_PATH.

  --loads     loads whose median is taken, each in a browser profile of its own (9)
  --throttle  how many times slower the CPU is (4)
  --json      all figures as JSON instead of tables`

/** How a new site begins, with an id that is kept on the device, and a script that does next to nothing. */
const modes = ['cookieless', 'granted', 'control']

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '9' },
    throttle: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log(help)
else await main({ ...values, loads: Math.ceil(positive(values.loads)), throttle: positive(values.throttle) })

function positive(text) {
  const number = Number(text)
  if (number > 0 && number <= 100) return number
  console.error(help)
  process.exit(2)
}

async function main({ loads, throttle, json }) {
  const open = []
  const close = async () => {
    for (const one of open.splice(0).toReversed()) await one.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(1)))
  try {
    const collector = await startDurable()
    open.push(collector)
    const pages = await startPages(collector.port)
    open.push(pages)
    // Root cannot use Chromium's sandbox.
    const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args })
    open.push(browser)
    const result = {
      browser: browser.version(),
      loads,
      throttle,
      sizes: sizes(),
      evaluation: await evaluate(browser, pages, { modes, loads, throttle }),
      // Where the machine is not idle, times are longer than they need be.
      busy: loadavg()[0],
      view: await view(browser, pages),
    }
    if (json) console.log(JSON.stringify(result, undefined, 2))
    else print(result)
  } finally {
    await close()
  }
}
