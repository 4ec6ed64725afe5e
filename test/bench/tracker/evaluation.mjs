/**
 * How long the main thread is busy with the tag, from the browser's own trace: compiling and running it as it loads, and
 * whatever of it runs afterwards (its listeners, its timers, what answers of the network set off).
 */
import { median } from './median.mjs'

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8']
/** Longer than the tag waits before it sends what it has. */
const WATCHED_MS = 1500
/** From here on a browser calls a task long (https://w3c.github.io/longtasks/). */
const LONG_MS = 50

/** Medians over loads of pages in each of the modes by turns, so that whatever else the machine does meets all of them alike. */
export async function evaluate(browser, pages, { modes, loads, throttle }) {
  const found = modes.map((mode) => ({ mode, times: [] }))
  for (let turn = 0; turn < loads; turn += 1) {
    for (const { mode, times } of found) times.push(await load(browser, pages.address(mode), throttle))
  }
  return found.map(({ mode, times }) => {
    const mediansOf = (name) => median(times.map((one) => one[name]))
    return {
      mode,
      onLoad: mediansOf('onLoad'),
      elapsed: mediansOf('elapsed'),
      afterwards: mediansOf('afterwards'),
      longest: mediansOf('longest'),
      longTasks: times.reduce((sum, { longTasks }) => sum + longTasks, 0),
    }
  })
}

/** One load in a profile of its own: neither cache nor compiled code of an earlier one. */
async function load(browser, address, throttle) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  const events = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await client.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  await client.send('Tracing.start', { traceConfig: { includedCategories: categories } })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(WATCHED_MS)
  const complete = new Promise((done) => client.once('Tracing.tracingComplete', done))
  await client.send('Tracing.end')
  await complete
  await context.close()
  return busy(events)
}

/**
 * In ms of the main thread's own time, which other programs on the machine do not lengthen much; `elapsed` on the clock.
 * Trace events count in microseconds; those that lie within another of the tag's are part of it.
 */
function busy(events) {
  const isOurs = ({ args }) => /\/(lt|control)\.js$/.test(args?.data?.url ?? args?.fileName)
  const onMain = events.find(({ name }) => name === 'EvaluateScript')
  const main = events.filter((event) => event.dur && event.pid === onMain?.pid && event.tid === onMain.tid)
  const ours = main.filter(isOurs)
  const outer = ours.filter((event) => !ours.some((other) => other !== event && holds(other, event)))
  const first = outer.find(({ name }) => name === 'EvaluateScript')
  if (!first) throw new Error('the trace shows no evaluation of the tag')
  const onLoad = first.tdur / 1000
  // A task that was not the tag's alone counts as a whole: the visitor waits for all of it.
  const tasks = main.filter((task) => task.name === 'RunTask' && outer.some((event) => holds(task, event)))
  return {
    onLoad,
    elapsed: first.dur / 1000,
    afterwards: outer.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0) - onLoad,
    longest: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)),
    longTasks: tasks.filter(({ tdur = 0 }) => tdur / 1000 > LONG_MS).length,
  }
}

const holds = (outer, inner) => outer.ts <= inner.ts && outer.ts + outer.dur >= inner.ts + inner.dur
