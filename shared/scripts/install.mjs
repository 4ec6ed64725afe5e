/**
 * Dependencies: the pinned pnpm comes through npm, and installs only when something that decides the outcome changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env, inRoot, must, onStderr, run, say } from './command.mjs'

const packages = ['.', 'tracker', 'collector', 'dashboard', 'shared', 'test']
const windows = process.platform === 'win32'

/** Installs what the lockfile says, unless that is what stands in node_modules already. */
export function install() {
  const stamp = inRoot('node_modules/.setup-stamp')
  const hash = createHash('sha256').update(process.version + process.platform + process.arch)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.map((name) => `${name}/package.json`)]) {
    hash.update(readFileSync(inRoot(file)))
  }
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing dependencies (the first time can take a minute or two) …')
  must(
    pnpmInstall(),
    'Installing failed. If it was better-sqlite3: Node.js 22 or newer gets a ready-made binary; Node.js 20 compiles it and needs python3, make and a C++ compiler.',
  )
  writeFileSync(stamp, wanted)
}

function pnpmInstall() {
  const args = ['install', '--frozen-lockfile']
  const nodedir = localHeaders()
  // Started by pnpm: that pnpm, 10 or 12, will do; it hands its environment on to node-gyp.
  if (env.npm_config_user_agent?.startsWith('pnpm/')) {
    const settings = { npm_config_jobs: 'max', ...(nodedir && { npm_config_nodedir: nodedir }) }
    return run('pnpm', args, { shell: windows, env: { ...env, ...settings }, stdio: onStderr })
  }
  // Otherwise the pinned version through npm: the npm that started us, or the one on PATH.
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const settings = ['--config.confirm-modules-purge=false', '--config.jobs=max']
  if (nodedir) settings.push(`--config.nodedir=${nodedir}`)
  const exec = ['exec', '--yes', '--', packageManager.split('+')[0], ...args, ...settings]
  return env.npm_execpath?.endsWith('npm-cli.js')
    ? run(process.execPath, [env.npm_execpath, ...exec], { stdio: onStderr })
    : run('npm', exec, { shell: windows, stdio: onStderr })
}

/** Where better-sqlite3 finds no ready-made binary it is compiled: with this Node's own headers if they are on disk. */
function localHeaders() {
  const prefix = path.dirname(path.dirname(process.execPath))
  const header = path.join(prefix, 'include/node/node_version.h')
  if (env.npm_config_nodedir || !existsSync(header)) return undefined
  const text = readFileSync(header, 'utf8')
  const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1]
  return ['MAJOR', 'MINOR', 'PATCH'].map(part).join('.') === process.versions.node ? prefix : undefined
}
