/**
 * The two bundles a browser loads, made of what the compiler wrote. The collector is not bundled: Node runs it as it is.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'

const bundles = {
  tracker: {
    input: 'tracker/dist/tsc/main.js',
    output: { file: 'tracker/dist/lt.js', format: 'iife' },
    plugins: [
      nodeResolve({ browser: true }),
      terser({ ecma: 2018, mangle: { toplevel: true }, compress: { passes: 3, toplevel: true } }),
    ],
  },
  dashboard: {
    input: 'dashboard/dist/tsc/main.js',
    output: { file: 'dashboard/dist/app.js', format: 'es' },
    plugins: [
      nodeResolve({ browser: true }),
      terser({ ecma: 2020, module: true, compress: { passes: 2 } }),
      styles('dashboard/app.css', 'app.css'),
    ],
  },
}

export default ({ configOnly }) => (configOnly ? bundles[configOnly] : Object.values(bundles))

/** Writes one style sheet beside the script: the given one, its imports put in their places, without comments. */
function styles(input, fileName) {
  return {
    name: 'styles',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: inlined(input) })
    },
  }
}

function inlined(file) {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@import '(\.[^']+)';/g, (_, other) => inlined(path.join(path.dirname(file), other)))
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}
