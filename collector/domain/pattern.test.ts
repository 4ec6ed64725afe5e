/** Facts about path patterns. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesPath, pathOf } from './pattern.ts'

const site = 'https://www.example.com'

describe('matchesPath()', () => {
  it.each([
    ['/pricing', '/pricing'],
    ['/pricing', '/pricing/'],
    ['/pricing/', '/pricing'],
    ['/pricing', '/Pricing?plan=a#faq'],
    ['/PRICING', '/pricing'],
    ['pricing', '/pricing'],
    ['/pricing', '/da/pricing'],
    ['/pricing', '/en-gb/pricing/'],
    ['/pricing', '/en_GB/pricing'],
    ['/pricing*', '/pricing'],
    ['/pricing*', '/pricing.html'],
    ['/pricing*', '/pricing/enterprise'],
    ['/pricing*', '/da/pricing-plans'],
    ['/da/pricing', '/da/pricing'],
    ['*/contact', '/company/contact'],
    ['*/contact', '/contact'],
    ['*contact*', '/company/contact-us'],
    ['/blog/*', '/blog/a'],
    ['/blog/*', '/blog'],
    ['/a*b*c', '/a-b-b-c'],
    ['/a*aba', '/aaba'],
    ['*', '/'],
    ['/', '/'],
    ['/', ''],
    ['/', '/da'],
    ['/løsninger*', '/l%C3%B8sninger/kerneboring'],
    ['/l%C3%B8sninger', '/løsninger'],
    ['/pricing*', '/#/pricing?x=1'],
    ['/pricing*', '/app#!/da/pricing'],
  ])('%s fits %s', (pattern, path) => {
    expect(matchesPath([pattern], site + path)).toBe(true)
  })

  it.each([
    ['/pricing', '/pricing/enterprise'],
    ['/pricing', '/pricing-old'],
    ['/pricing*', '/our/pricing'],
    ['/pricing*', '/'],
    ['/pricing*', '/?next=/pricing'],
    ['/pricing*', '/#pricing'],
    ['/pricing*', '/danish/pricing'],
    ['/', '/a'],
    ['/blog/*', '/blogs'],
    ['/aba*aba', '/aba'],
    ['/a*b*c', '/a-c-b'],
    ['/a.c', '/abc'],
    ['/a?c', '/abc'],
    ['/(a+)+$', '/aaaa'],
    ['/%E0%A4%A', '/%E0%A4%B'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(matchesPath([pattern], site + path)).toBe(false)
  })

  it('needs one pattern of several', () => {
    const patterns = ['/contact*', '/kontakt*']
    expect(matchesPath(patterns, `${site}/kontakt-os`)).toBe(true)
    expect(matchesPath(patterns, `${site}/om-os`)).toBe(false)
    expect(matchesPath([], `${site}/kontakt`)).toBe(false)
  })

  it('is false for what has no path', () => {
    for (const url of [undefined, '', 'mailto:a@b.dk', 'pricing', '?a', 'x'.repeat(100)])
      expect(matchesPath(['*'], url)).toBe(false)
  })

  it('never throws', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(
        fc.array(text),
        fc.oneof(
          text,
          text.map((rest) => `https://${rest}`),
          text.map((rest) => site + rest),
        ),
        (patterns, url) => {
          expect(typeof matchesPath(patterns, url)).toBe('boolean')
        },
      ),
    )
  })

  it('answers as a regular expression would', () => {
    const piece = fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 8 }).map((letters) => letters.join(''))
    const path = fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(piece, path, (pattern, rest) => {
        // Three letters in front keep the path from looking like a locale.
        const wanted = new RegExp(`^${pattern.replaceAll('*', '.*')}/?$`).test(rest)
        expect(matchesPath([`/abc${pattern}`], `${site}/abc${rest}`)).toBe(wanted)
      }),
    )
  })

  it('takes no time over a hostile address', () => {
    const began = performance.now()
    const patterns = ['/pricing*', `${'*a'.repeat(99)}*b`, `*${'a'.repeat(198)}b`, '*/contact']
    for (const url of [
      `${site}/${'a'.repeat(100_000)}`,
      `${site}/pricing${'/'.repeat(100_000)}x`,
      '/da'.repeat(50_000),
    ])
      matchesPath(patterns, url)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('pathOf()', () => {
  it.each([
    ['https://example.com', '/'],
    ['https://example.com?a=/b', '/'],
    ['https://example.com#/b', '/'],
    ['https://example.com/a/B?c#d', '/a/B'],
    ['/a?b', '/a'],
    ['/a?next=https://example.com/c', '/a'],
    ['android-app://com.slack/x', '/x'],
    ['example.com/a', undefined],
    ['', undefined],
  ])('of %s is %s', (url, path) => {
    expect(pathOf(url)).toBe(path)
  })
})
