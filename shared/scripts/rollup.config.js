/**
 * The bundles a browser loads, made of what the compiler wrote. The collector is not bundled: Node runs it as it is.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'

/** Scripts of other people's pages: every byte of them counts. */
const script = (input, file, format = 'iife') => ({
  input: `tracker/dist/tsc/${input}.js`,
  output: { file: `tracker/dist/${file}.js`, format, strict: false, inlineDynamicImports: true },
  plugins: [
    nodeResolve({ browser: true }),
    // The compiler looks after the ending of every import that is no plain text; an address needs no such care.
    { transform: (code) => code.replace(/import\(__rewriteRelativeImportExtension\((.*?)\)\)/, 'import($1)') },
    terser({
      ecma: 2020,
      module: format === 'es',
      mangle: { toplevel: true },
      compress: { passes: 3, toplevel: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
    }),
    // One word for two packs better.
    { renderChunk: (code) => code.replaceAll(/\bconst\b/g, 'let') },
  ],
})

/** What `@leadtrail/tracker` holds: readable modules, which the bundler of a site makes small together with its own. */
const modules = {
  input: { index: 'tracker/dist/tsc/package.js' },
  output: {
    dir: 'tracker/dist/package',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  },
}

const bundles = {
  tracker: [script('main', 'lt'), script('more', 'lt-more', 'es'), script('full', 'lt-full'), modules],
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

export default ({ configOnly }) => (configOnly ? bundles[configOnly] : Object.values(bundles).flat())

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
