/**
 * The load: a number of connections that stay open, each with one request under way, over plain sockets, because an HTTP
 * client would cost as much as the server it measures.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { requests, templates } from './requests.mjs'

/** Sends batches of so many events for so many seconds; answers what came back and how long the answers took. */
export async function load({ port, connections, batch, seconds, visitors }) {
  const tally = { requests: 0, accepted: 0, quarantined: 0, refused: 0 }
  const latencies = []
  const all = templates(batch, port)
  const lines = await Promise.all(
    Array.from({ length: connections }, (_, from) => lineTo(port, requests(all, from, visitors))),
  )
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(lines.map((line) => line.run(until, tally, latencies)))
  const elapsed = (performance.now() - began) / 1000
  const events = tally.requests * batch
  const sorted = Float64Array.from(latencies).toSorted()
  return {
    ...tally,
    events,
    elapsed,
    requestsPerSecond: tally.requests / elapsed,
    eventsPerSecond: events / elapsed,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  }
}

/** The value that this share of the sorted values does not exceed. */
function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

async function lineTo(port, source) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const read = answerReader()
  const run = (until, tally, latencies) =>
    new Promise((resolve, reject) => {
      let sentAt = 0
      const send = () => {
        sentAt = performance.now()
        socket.write(source.next())
      }
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the server closed a connection')))
      socket.on('data', (chunk) => {
        const answer = read(chunk)
        if (!answer) return
        const now = performance.now()
        latencies.push(now - sentAt)
        tally.requests += 1
        tally.accepted += answer.accepted
        tally.quarantined += answer.quarantined
        if (answer.status !== 202) tally.refused += 1
        if (now < until) return send()
        socket.removeAllListeners('close')
        socket.destroy()
        resolve()
      })
      send()
    })
  return { run }
}

/** Reads answers one at a time; undefined while one is not complete. One that equals the last but for its date is not parsed again. */
function answerReader() {
  let held
  let last
  return (chunk) => {
    const bytes = held ? Buffer.concat([held, chunk]) : chunk
    if (last && bytes.length === last.length && sameAnswer(bytes, last)) return last.answer
    const head = bytes.indexOf('\r\n\r\n')
    const [, length] = head < 0 ? [] : (/^content-length: (\d+)/im.exec(bytes.latin1Slice(0, head)) ?? [])
    if (length === undefined || bytes.length < head + 4 + Number(length)) {
      held = bytes
      return undefined
    }
    held = undefined
    const status = Number(bytes.latin1Slice(9, 12))
    const body = bytes.latin1Slice(head + 4)
    const { accepted = 0, quarantined = 0 } = JSON.parse(body)
    last = { length: bytes.length, body, head, answer: { status, accepted, quarantined } }
    return last.answer
  }
}

const sameAnswer = (bytes, { head, body, answer }) =>
  Number(bytes.latin1Slice(9, 12)) === answer.status && bytes.latin1Slice(head + 4) === body
