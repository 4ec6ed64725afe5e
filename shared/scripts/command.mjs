/**
 * How the scripts run other programs: from the root of the checkout, without a shell, so that signals and exit codes
 * pass straight through. What the scripts themselves have to say goes to stderr; stdout belongs to the program they run.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const { resolve: resolveModule } = createRequire(path.join(root, 'package.json'))

/** The environment every program gets; a script may add to it. */
export const env = { ...process.env }

/** For what must leave stdout alone. */
export const onStderr = ['inherit', 2, 2]

/** The file of this path below the root of the checkout. */
export const inRoot = (...parts) => path.join(root, ...parts)

export const say = (message) => console.error(`› ${message}`)

/** What ends a task with a sentence for whoever started it. */
export class Stop extends Error {}

export function fail(message) {
  throw new Stop(message)
}

export function must(status, otherwise) {
  if (status !== 0) fail(otherwise)
}

/** Runs a program to its end; answers its exit code, 1 if it could not be started. */
export function run(command, args, options = {}) {
  const { error, status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options })
  return error ? 1 : (status ?? 1)
}

/** The script behind a command that a dependency brings. */
function scriptOf(name) {
  const manifest = inRoot('node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]))
}

/** Runs a dependency's command to its end. */
export const tool = (name, args, options) => run(process.execPath, [scriptOf(name), ...args], options)

/** Becomes that program: stdin, stdout, signals and exit code are its own. */
export function become(script, args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
  // npm hands SIGTERM to its shell only, so notice when that parent is gone.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref()
}
