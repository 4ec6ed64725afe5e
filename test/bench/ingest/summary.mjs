/** What was measured, in short: medians over the rounds of each kind, and the durable server's share of the other's rate. */

/** One entry for each kind of round. A ratio is taken between two rounds that ran one after the other. */
export function summarise(found) {
  return kindsIn(found).map(({ batch, connections, rounds }) => {
    const [durable, counting] = ['durable', 'counting'].map((name) => rounds.filter(({ server }) => server === name))
    return {
      batch,
      connections,
      ratio: median(durable.map(({ eventsPerSecond }, turn) => eventsPerSecond / counting[turn].eventsPerSecond)),
      durable: mediansOf(durable, [...figures, 'lag', 'projectedPerSecond']),
      counting: mediansOf(counting, figures),
    }
  })
}

const figures = ['requestsPerSecond', 'eventsPerSecond', 'p50', 'p99']

function kindsIn(found) {
  const kinds = new Map()
  for (const round of found) {
    const { batch, connections } = round
    const key = `${batch} ${connections}`
    if (!kinds.has(key)) kinds.set(key, { batch, connections, rounds: [] })
    kinds.get(key).rounds.push(round)
  }
  return [...kinds.values()]
}

const mediansOf = (rounds, names) =>
  Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]))

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}

const header = [
  'events',
  'connections',
  'server',
  'req/s',
  'events/s',
  'p50 ms',
  'p99 ms',
  'ratio',
  'lag ms',
  'projected/s',
]
const widths = [6, 13, 10, 9, 10, 9, 9, 7, 8, 13]

export function print({ seconds, rounds, isCut, disk, summary, memory, accounting }) {
  console.log(`Medians of ${rounds} rounds of ${seconds} s each; the load generator shares the machine.`)
  if (isCut) console.log('The time was up before all rounds were done.')
  console.log(
    `A page is on disk after ${disk.median.toFixed(3)} ms (median; 99th percentile ${disk.p99.toFixed(3)} ms).\n`,
  )
  line(header)
  for (const { batch, connections, ratio, durable, counting } of summary) {
    const { lag, projectedPerSecond } = durable
    line([batch, connections, 'durable', ...textsOf(durable), ratio.toFixed(2), whole(lag), whole(projectedPerSecond)])
    line([batch, connections, 'counting', ...textsOf(counting)])
  }
  console.log(
    '\nratio: durable to the same handler without a database; lag: from the last answer until all is projected;',
  )
  console.log('projected/s: events over the time from the first request until all is projected.')
  if (memory) console.log(`Memory of the collector: ${memory.now} MiB at the end, ${memory.most} MiB at most.`)
  const { accepted, stored, inLog, duplicate, quarantined, refused, isExact } = accounting
  console.log(
    `Accounting: ${accepted} events accepted, ${stored} stored, ${inLog} in the log, ${duplicate} duplicate, ` +
      `${quarantined} quarantined, ${refused} requests refused: ${isExact ? 'exact' : 'NOT EXACT'}.`,
  )
}

const line = (texts) => console.log(texts.map((text, place) => String(text).padStart(widths[place])).join(''))

const textsOf = ({ requestsPerSecond, eventsPerSecond, p50, p99 }) => [
  whole(requestsPerSecond),
  whole(eventsPerSecond),
  p50.toFixed(2),
  p99.toFixed(2),
]

const whole = (number) => Math.round(number).toLocaleString('en')
