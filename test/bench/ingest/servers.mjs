/** The two servers that are compared, each a process of its own on a free loopback port, and what can be seen of them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'

const program = fileURLToPath(new URL('../../../collector/leadtrail.mjs', import.meta.url))
const counting = fileURLToPath(new URL('counting-server.mjs', import.meta.url))
const GRACE_MS = 10_000

/** The built collector with an empty folder of its own. With `profile` every thread leaves a CPU profile there at the end. */
export async function startDurable(profile) {
  const folder = await mkdtemp(path.join(tmpdir(), 'leadtrail-bench-'))
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const port = await freePort()
  const settings = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'warn', DEMO: 'on' }
  const env = { ...process.env, ...settings }
  for (const name of ['BASE_URL', 'SMTP_URL', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'TRUSTED_PROXIES']) delete env[name]
  const child = spawn(process.execPath, [...flags, program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let database
  const close = async () => {
    database?.close()
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await Promise.race([untilItSays(child.stdout, `:${port}`), failing(child)])
    database = new Database(path.join(folder, 'leadtrail.db'), { readonly: true, fileMustExist: true })
    return { name: 'durable', port, memory: () => memoryOf(child.pid), log: logIn(database), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same handler without a database. */
export async function startCounting() {
  const child = spawn(process.execPath, [counting], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [{ port }] = await Promise.race([once(child, 'message'), failing(child)])
  return { name: 'counting', port, memory: () => memoryOf(child.pid), close: () => end(child) }
}

/** Reads on afterwards, so that the program can go on printing. */
function untilItSays(stream, text) {
  let said = ''
  return new Promise((resolve) => {
    stream.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-1000)
      if (said.includes(text)) resolve()
    })
  })
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function failing(child) {
  const [code] = await once(child, 'exit')
  throw new Error(`a server ended with ${code} before it answered`)
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await exited
  clearTimeout(timer)
}

/** Resident memory in MiB, now and at most so far; undefined where the system does not tell. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mib = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024)
    return { now: mib('VmRSS'), most: mib('VmHWM') }
  } catch {
    return undefined
  }
}

/** The event log, read beside the server. */
function logIn(database) {
  const counts = database.prepare('select stored, duplicate, quarantined from counts')
  const dirty = database.prepare('select exists (select 1 from dirty) as waiting')
  const events = database.prepare('select count(*) as events from events')
  const read = () => counts.all().reduce(sum, { stored: 0, duplicate: 0, quarantined: 0 })
  return {
    counts: read,
    events: () => events.get().events,
    /** Whether so many events are in the log and everybody whom they concern is projected. */
    isProjected(sent) {
      const { stored, duplicate, quarantined } = read()
      return stored + duplicate + quarantined >= sent && dirty.get().waiting === 0
    },
  }
}

const sum = (total, row) => ({
  stored: total.stored + row.stored,
  duplicate: total.duplicate + row.duplicate,
  quarantined: total.quarantined + row.quarantined,
})
