import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptAddress } from './address.ts'
import { parametersOf } from './parameter.ts'
import { pathOf } from './pattern.ts'

describe('an address that is kept', () => {
  it.each([
    ['https://example.com/a?q=illness&utm_source=x&token=abc&gclid=1', 'https://example.com/a?utm_source=x&gclid=1'],
    ['https://example.com/a?email=bob%40one.example', 'https://example.com/a'],
    ['https://example.com/a#access_token=abc&state=1', 'https://example.com/a'],
    ['https://example.com/#/access_token=abc', 'https://example.com/'],
    ['https://bob:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com/@bob/a', 'https://example.com/@bob/a'],
    ['mailto:sales@example.com?subject=My%20secret', 'mailto:sales@example.com'],
  ])("has lost what may be somebody's: %s", (address, kept) => expect(keptAddress(address)).toBe(kept))

  it.each([
    'https://example.com/',
    'https://example.com/#/pricing',
    'https://example.com/#!/pricing?utm_source=x',
    'https://example.com/?UTM_Source=x&amp;utm_medium=cpc&utm%5Fcampaign=y&utm_creative_format=z',
    'https://example.com/#utm_source=x',
    'android-app://com.slack/',
  ])('keeps what tells where somebody was and came from: %s', (address) => expect(keptAddress(address)).toBe(address))

  const piece = fc.constantFrom(
    '?', '#', '&', '=', '/', '!', '@', ':', '%', '+', ';', 'utm_source', 'utm_medium', 'amp;', 'gclid', 'ref', 'token',
    'UTM_ID', 'https://', 'example.com', 'a', 'b', '%5F', '%3D', '\u00e6',
  ) // prettier-ignore
  const address = fc.array(piece, { maxLength: 16 }).map((pieces) => `https://example.com${pieces.join('')}`)

  it('says the same of its campaign and its path as it did before, and is kept as it is from then on', () => {
    fc.assert(
      fc.property(address, (url) => {
        const kept = keptAddress(url)
        expect(parametersOf(kept)).toEqual(parametersOf(url))
        expect(keptAddress(kept)).toBe(kept)
        if (!url.includes('@')) expect(pathOf(kept)).toBe(pathOf(url))
      }),
      { numRuns: process.env['LONG'] ? 200_000 : 3000 },
    )
  })
})
