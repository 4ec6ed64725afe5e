/** The figures as tables, each with what it should be. */

const bytes = (number) => `${number.toLocaleString('en')} B`
const ms = (number) => `${number.toFixed(1)} ms`

export function print({ browser, loads, throttle, busy, sizes, evaluation, view }) {
  const [core, more] = sizes
  table([
    ['script', 'raw', 'gzip', 'brotli'],
    ...sizes.map(({ name, raw, gzip, brotli }) => [name, ...[raw, gzip, brotli].map(bytes)]),
  ])
  table([
    ['figure', 'measured', 'target'],
    ['lt.js, brotli', bytes(core.brotli), bytes(5000)],
    ['lt.js and lt-more.js, brotli', bytes(core.brotli + more.brotli), bytes(8000)],
    ...evaluation.flatMap(timeRows),
    ['requests on load, the script apart', view.onLoad.length - 1, 1],
    ['requests on leaving', view.onLeaving.length, 1],
    ['preflights', view.preflights, 0],
    ...view.batches.flatMap(batchRows),
    ['layout shift', view.shift, 0],
    ['uncaught errors', view.errors.length, 0],
  ])
  console.log(
    `Times: Chromium ${browser}, CPU ${throttle} times slower, medians of ${loads} loads, each in a profile of its own;`,
  )
  console.log(`${busy.toFixed(1)} programs were waiting for the machine's processors. Requests of one view on load:`)
  console.log(`${view.onLoad.join(', ')}; on leaving: ${view.onLeaving.join(', ')}.`)
}

/** What a script that does next to nothing takes is no target, but what is left of the target for the tag. */
const timeRows = ({ mode, onLoad, elapsed, afterwards, longest, longTasks }) => [
  [`${mode}: evaluation, CPU time`, ms(onLoad), mode === 'control' ? '' : ms(5)],
  [`${mode}: evaluation, on the clock`, ms(elapsed), ''],
  [`${mode}: its work after that`, ms(afterwards), ''],
  [`${mode}: longest task that it is in`, ms(longest), ''],
  [`${mode}: tasks over 50 ms, of all loads`, longTasks, mode === 'control' ? '' : 0],
]

function batchRows({ bytes: body, events }) {
  const target = (type) => (type === 'page' ? bytes(300) : '')
  return [
    ...events.map((event) => [`${event.type} event`, bytes(event.bytes), target(event.type)]),
    [`the body that holds ${events.length === 1 ? 'it' : 'them'}`, bytes(body), ''],
  ]
}

function table(rows) {
  const texts = rows.map((row) => row.map(String))
  const widths = rows[0].map((_, column) => Math.max(...texts.map((row) => row[column].length)))
  for (const row of texts) {
    console.log(
      row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '),
    )
  }
  console.log()
}
