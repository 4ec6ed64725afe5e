/** Unit and cross-module tests: they read the sources themselves, never what was built. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const conditions = ['source', 'module', 'node', 'default']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'node_modules/.cache/vite',
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{shared,tracker,dashboard,collector,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/vitest.json' }]],
    testTimeout: process.env['LONG'] ? 30 * 60_000 : 10_000,
    restoreMocks: true,
  },
})
