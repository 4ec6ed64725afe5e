/**
 * From sources to what runs: the compiler writes every package's dist, and rollup makes the tag and the dashboard of what
 * the compiler wrote. Both do only what changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, must, onStderr, say, tool } from './command.mjs'

const bundles = [
  {
    name: 'tracker',
    makes: ['lt', 'lt-more', 'lt-full', 'package/index'].map((name) => `tracker/dist/${name}.js`),
    of: () => filesIn('tracker/dist/tsc', '.js'),
  },
  {
    name: 'dashboard',
    makes: ['dashboard/dist/app.js', 'dashboard/dist/app.css'],
    of: () => [
      ...filesIn('dashboard/dist/tsc', '.js'),
      ...filesIn('dashboard', '.css'),
      ...filesIn('shared/dist', '.js'),
    ],
  },
]

/** Brings dist up to date. The tests are no part of it: a mistake in a test does not keep the product from starting. */
export function build() {
  must(tool('typescript', ['-b', 'tracker', 'dashboard', 'collector/cli'], { stdio: onStderr }), 'The build failed.')
  for (const bundle of bundles) make(bundle)
}

function make({ name, makes, of }) {
  const stamp = inRoot('node_modules/.cache', `${name}.bundle-stamp`)
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'shared/scripts/rollup.config.js', ...of()]) {
    hash.update(file).update(readFileSync(inRoot(file)))
  }
  const wanted = hash.digest('hex')
  const there = makes.every((file) => existsSync(inRoot(file))) && existsSync(stamp)
  if (there && readFileSync(stamp, 'utf8') === wanted) return
  say(`Building ${makes.join(', ')} …`)
  must(
    tool('rollup', ['--config', 'shared/scripts/rollup.config.js', '--configOnly', name, '--silent'], {
      stdio: onStderr,
    }),
    `Building the ${name} failed.`,
  )
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The files with this ending in a folder, as sorted paths below the root; installed and written ones left out. */
function filesIn(folder, ending) {
  return readdirSync(inRoot(folder), { recursive: true })
    .filter((file) => file.endsWith(ending) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(file))
    .map((file) => path.join(folder, file))
    .toSorted()
}
