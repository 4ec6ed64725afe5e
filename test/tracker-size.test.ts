/** The budget of the tag's bytes, as browsers get them. Measured on what was built: `npm test` builds first. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

/** At Node's default, level 11, as the collector serves it. */
const sizeOf = (name: string) =>
  brotliCompressSync(readFileSync(new URL(`../tracker/dist/${name}`, import.meta.url))).length

describe('the tag', () => {
  it('takes at most 5,000 bytes with all that an ordinary site uses', () => {
    expect(sizeOf('lt.js')).toBeLessThanOrEqual(5000)
  })

  it('takes at most 8,000 bytes with its parts for banners, embeds, numbers, frames and other domains', () => {
    expect(sizeOf('lt.js') + sizeOf('lt-more.js')).toBeLessThanOrEqual(8000)
  })
})
