/**
 * Everything that has to hold: types, lint, format, dead code, unit tests, browser tests. All of it runs even where some
 * of it fails, and the last line sums it up.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { env, inRoot, say, tool } from './command.mjs'

const checks = [
  ['types', 'typescript', '-b'],
  ['lint', 'oxlint', '--type-aware', '--quiet'],
  ['format', 'oxfmt', '--check'],
  ['dead code', 'knip', '--no-progress'],
]

const reports = ['vitest.json', 'playwright.json'].map((name) => inRoot('node_modules/.cache', name))

/** Runs all checks and tests; answers how many failed. */
export function test() {
  const broken = checks.filter(([what, command, ...args]) => {
    say(`Checking ${what} …`)
    return tool(command, args) !== 0
  })
  for (const file of reports) rmSync(file, { force: true })
  const unit = tool('vitest', ['run', '--config', 'test/vitest.config.ts'])
  const inBrowser = tool('@playwright/test', ['test', '--config', 'test/playwright.config.ts'])
  for (const [what] of broken) console.error(`✗ The check of ${what} failed; see above.`)
  return summarise([unitCounts(unit), browserCounts(inBrowser), { passed: 0, failed: broken.length, skipped: 0 }])
}

/** The long form of the tests: more cases, larger data, hours of test time. */
export function testLong() {
  env.LONG = '1'
  const unit = tool('vitest', ['run', '--config', 'test/vitest.config.ts'])
  return tool('@playwright/test', ['test', '--config', 'test/playwright.config.ts']) || unit
}

/** Prints the closing line; answers the number of failures. */
export function summarise(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  return sum('failed')
}

function unitCounts(status) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = reportOf(reports[0])
  return counted(status, numPassedTests, numFailedTests, numPendingTests)
}

function browserCounts(status) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = reportOf(reports[1]).stats ?? {}
  return counted(status, expected + flaky, unexpected, skipped)
}

/** A runner that failed without a failing test counts as one failure. */
function counted(status, passed, failed, skipped) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, skipped }
}

function reportOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
