/**
 * Ingest: how many events a second the collector takes in durably, beside the same handler without a database in the same
 * run. Both servers and the load share the machine; short rounds of the two alternate, and medians are compared.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { measureDisk } from './ingest/disk.mjs'
import { load } from './ingest/load.mjs'
import { visitors } from './ingest/requests.mjs'
import { startCounting, startDurable } from './ingest/servers.mjs'
import { print, summarise } from './ingest/summary.mjs'

const help = `Usage: pnpm bench ingest [--seconds 1] [--rounds 5] [--json] [--profile <folder>]

Starts the built collector with an empty folder, and the same handler without a database, both on loopback. Sends page
views, engagement, clicks and forms of new and returning visitors over 1, 16 and 64 connections, 1 and 10 events a request.

  --seconds   length of one round (1)
  --rounds    rounds of each kind; medians are printed (5)
  --json      all rounds as JSON instead of a table
  --profile   have every thread of the collector write a CPU profile into this folder`

/** `batch` is the number of events a request. */
const kinds = [1, 10].flatMap((batch) => [1, 16, 64].map((connections) => ({ batch, connections })))
/** The compiler of every thread needs some seconds under load before rates are steady. */
const warmUp = [1, 10, 1, 10, 1].map((batch) => ({ batch, connections: 64, seconds: 1 }))
/** A projection that takes longer than this has stopped. */
const PROJECTED_WITHIN_MS = 60_000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log(help)
else await main({ ...values, seconds: positive(values.seconds), rounds: Math.ceil(positive(values.rounds)) })

function positive(text) {
  const number = Number(text)
  if (number > 0 && number <= 600) return number
  console.error(help)
  process.exit(2)
}

async function main({ seconds, rounds, json, profile }) {
  const servers = []
  const close = () => Promise.all(servers.splice(0).map((server) => server.close()))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(1)))
  try {
    for (const start of [() => startDurable(profile), startCounting]) {
      servers.push({ ...(await start()), visitors: visitors(), accepted: 0, refused: 0 })
    }
    const disk = measureDisk()
    const { found, ...extent } = await measure(servers, { seconds, rounds })
    const [durable] = servers
    const accounting = accountingOf(durable)
    const result = { seconds, ...extent, disk, summary: summarise(found), memory: durable.memory(), accounting }
    if (json) console.log(JSON.stringify({ ...result, found }, undefined, 2))
    else print(result)
    if (!accounting.isExact) process.exitCode = 1
  } finally {
    await close()
  }
}

/** What was answered with 202 and what the log holds in the end. */
function accountingOf({ log, accepted, refused }) {
  const counts = log.counts()
  const inLog = log.events()
  return { accepted, ...counts, inLog, refused, isExact: counts.stored === accepted && inLog === accepted }
}

/** Rounds of all kinds by turns, so that whatever else the machine does meets all of them alike. */
async function measure(servers, { seconds, rounds }) {
  const until = performance.now() + 1000 * (20 + 3 * seconds * rounds * kinds.length)
  const found = []
  const extent = () => ({ rounds, isCut: found.length < rounds * kinds.length * servers.length, found })
  for (const server of servers) for (const kind of warmUp) await round(server, kind)
  for (let turn = 0; turn < rounds; turn += 1) {
    const order = turn % 2 === 0 ? servers : servers.toReversed()
    for (const kind of kinds) {
      for (const server of order) {
        found.push({ server: server.name, ...kind, ...(await round(server, { ...kind, seconds })) })
      }
      if (performance.now() > until) return extent()
    }
  }
  return extent()
}

/** One round; after it, where there is a log, the wait until everything is projected. */
async function round(server, { batch, connections, seconds }) {
  const done = await load({ port: server.port, connections, batch, seconds, visitors: server.visitors })
  server.accepted += done.accepted
  server.refused += done.refused
  if (!server.log) return done
  const lag = await untilProjected(server)
  const projectedPerSecond = done.events / (done.elapsed + lag / 1000)
  return { ...done, lag, projectedPerSecond, memory: server.memory()?.now }
}

/** Resolves with the ms until all that was accepted is projected. */
async function untilProjected({ log, accepted }) {
  const began = performance.now()
  while (!log.isProjected(accepted)) {
    if (performance.now() - began > PROJECTED_WITHIN_MS) throw new Error('the projection does not catch up')
    await sleep(10)
  }
  return performance.now() - began
}
