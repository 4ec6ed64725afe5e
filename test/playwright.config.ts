/** Browser tests. Each starts the servers it needs itself, so that none meets the data of another. */
import { defineConfig } from '@playwright/test'

const executablePath = process.env['CHROMIUM_PATH']

// A browser that phones home only slows down, or fails on a closed network. Root cannot use Chromium's sandbox.
const args = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Names under .localhost are secure contexts; these are not.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.spec.ts',
  outputDir: '../node_modules/.cache/playwright',
  reporter: [['list'], ['json', { outputFile: '../node_modules/.cache/playwright.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  // Processors that others share stall for seconds at times: what is wrong is wrong three times.
  retries: 2,
  expect: { timeout: 10_000 },
  workers: 2,
  use: {
    // Keeping one costs as much as the tests themselves.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args },
  },
})
