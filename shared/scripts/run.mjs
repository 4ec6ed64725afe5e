/**
 * The one entry point behind `npm start`, `npm test` and the other commands of package.json. It needs only Node.js and
 * npm: what else there has to be, each task sees to first.
 */
import { existsSync } from 'node:fs'
import { browser } from './browser.mjs'
import { build } from './build.mjs'
import { become, fail, inRoot, Stop } from './command.mjs'
import { install } from './install.mjs'
import { summarise, test, testLong } from './test.mjs'

const [name, ...args] = process.argv.slice(2)

const tasks = {
  setup: install,
  build: ready,
  start() {
    ready()
    become(inRoot('collector/leadtrail.mjs'), ['serve', ...args])
  },
  leadtrail() {
    ready()
    become(inRoot('collector/leadtrail.mjs'), args)
  },
  async test() {
    ready()
    await browser()
    process.exitCode = test() ? 1 : 0
  },
  async 'test:long'() {
    ready()
    await browser()
    process.exitCode = testLong()
  },
  bench() {
    const program = inRoot('test/bench', `${args[0]}.mjs`)
    if (!existsSync(program)) fail('Which benchmark? Say the name of a program in test/bench, without its ending.')
    ready()
    become(program, args.slice(1))
  },
}

function ready() {
  install()
  build()
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node.js 20.19 or newer is needed; this is ${process.version}.`)
}

try {
  checkNode()
  const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined
  if (!task) fail(`Unknown task: ${name ?? '(none)'}. Known: ${Object.keys(tasks).join(', ')}.`)
  await task()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`✗ ${error.message}`)
  if (name === 'test') summarise([{ passed: 0, failed: 1, skipped: 0 }])
  process.exitCode = 1
}
