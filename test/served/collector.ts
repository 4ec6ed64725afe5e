/** The built collector as a process of its own, on a free port and an empty folder: what people run, for tests to use. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('../../collector/leadtrail.mjs', import.meta.url))
const clock = new URL('clock.mjs', import.meta.url).href

export type Collector = {
  readonly url: string
  readonly dataDir: string
  readonly email: string
  readonly password: string
  /** Moves the program's clock by so many ms from the machine's. */
  readonly shiftClock: (ms: number) => Promise<void>
  readonly start: () => Promise<void>
  /** SIGTERM; answers the exit code. */
  readonly stop: () => Promise<number | null>
  /** SIGKILL, at once. */
  readonly kill: () => Promise<void>
  /** Runs a command of the CLI on the same data; answers its standard output. Rejects when it fails. */
  readonly cli: (...args: string[]) => Promise<string>
  /** What it has printed so far, both streams. */
  readonly output: () => string
  /** Stops it and deletes its data. */
  readonly dispose: () => Promise<void>
}

/** Starts a collector with an empty data folder. `env` is added to its environment. */
export async function startCollector(env: Readonly<Record<string, string>> = {}): Promise<Collector> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'leadtrail-test-'))
  const clockFile = path.join(dataDir, 'clock-offset')
  await writeFile(clockFile, '0')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const [email, password] = ['owner@example.com', 'correct horse battery']
  const environment = {
    ...process.env,
    NODE_OPTIONS: `--import=${clock}`,
    TEST_CLOCK: clockFile,
    PORT: String(port),
    BASE_URL: url,
    DATA_DIR: path.join(dataDir, 'data'),
    ADMIN_EMAIL: email,
    ADMIN_PASSWORD: password,
    LOG_LEVEL: 'warn',
    ...env,
  }
  let child: ChildProcess | undefined
  let printed = ''

  const start = async () => {
    child = spawn(process.execPath, [program, 'serve'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout?.on('data', (chunk: Buffer) => (printed += String(chunk)))
    child.stderr?.on('data', (chunk: Buffer) => (printed += String(chunk)))
    await answering(url, child, () => printed)
  }
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }
  const cli = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [program, ...args], { env: environment, maxBuffer: 1e8 })).stdout
  const dispose = async () => {
    await end('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
  await start()
  return {
    url,
    dataDir: environment.DATA_DIR,
    email,
    password,
    shiftClock: (ms) => writeFile(clockFile, String(ms)),
    start,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    cli,
    output: () => printed,
    dispose,
  }
}

async function answering(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the collector ended with ${child.exitCode}:\n${printed()}`)
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the collector does not answer:\n${printed()}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
