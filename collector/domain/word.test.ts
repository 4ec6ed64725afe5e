/** Words are found whole, whatever their case and script. */
import { describe, expect, it } from 'vitest'
import { hasWord } from './word.ts'

describe('hasWord()', () => {
  it.each<[string, string[], boolean]>([
    ['Leder', ['leder'], true],
    ['Avdelingsleder', ['leder'], false],
    ['lederen', ['leder'], false],
    ['DAGLIG  LEDER', ['daglig leder'], true],
    ['Daglig\nleder', ['daglig leder'], true],
    ['INDKØBER', ['indkøber'], true],
    // The same letter as one character and as o with a combining mark.
    ['inko\u0308pare', ['ink\u00f6pare'], true],
    ['ceo\u0301', ['ceo'], false],
    ['æleder', ['leder'], false],
    ['CEO/Founder', ['founder'], true],
    ['co-founder', ['co-founder'], true],
    ['ceo2', ['ceo'], false],
    ['Adm. direktør', ['adm. direktør'], true],
    ['admi direktør', ['adm. direktør'], false],
    ['C++ (senior)', ['c++'], true],
    ['директор', ['Директор'], true],
    ['anything', [], false],
    ['anything', ['', '  '], false],
    ['', ['ceo'], false],
  ])('%j, %j: %s', (text, words, found) => {
    expect(hasWord(text, words)).toBe(found)
  })

  it('answers a long text at once', () => {
    const text = 'head '.repeat(20_000)
    const before = performance.now()
    expect(hasWord(text, ['head of', 'head  office'])).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
