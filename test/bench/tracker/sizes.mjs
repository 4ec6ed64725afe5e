/** What the built scripts weigh on the wire. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const names = ['lt.js', 'lt-more.js', 'lt-full.js']

/** Bytes of each script: as it is, gzip at level 9, brotli at 11, with which the collector serves it. */
export function sizes() {
  return names.map((name) => {
    const text = readFileSync(new URL(`../../../tracker/dist/${name}`, import.meta.url))
    const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    return { name, raw: text.length, gzip: gzipSync(text, { level: 9 }).length, brotli: brotli.length }
  })
}
