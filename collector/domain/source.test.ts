/** Facts about traffic sources and channels; the cases are data. */
import { readFileSync } from 'node:fs'
import { channels, type TrafficSource } from '@leadtrail/shared/reports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameTouch, type Touch, touchOf, trafficSourceOf } from './source.ts'

type Case = {
  readonly name: string
  readonly url: string
  readonly referrer?: string
  readonly expect: Partial<TrafficSource>
}

const golden = new URL('../../test/golden/channels.jsonl', import.meta.url)
const cases = readFileSync(golden, 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))

const site = {
  domains: ['example.com'],
  referralExclusions: ['paypal.com', 'https://login.microsoftonline.com/', '*.quickpay.net'],
}
const home = 'https://www.example.com'

function touchAt(path: string, referrer?: string): Touch | undefined {
  return touchOf({ url: home + path, referrer }, site)
}

describe('trafficSourceOf()', () => {
  it.each(cases.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const source = trafficSourceOf(touchAt(row.url, row.referrer), home + row.url)
    expect(source).toMatchObject(row.expect)
  })

  it('is Direct for a session of which no page is known', () => {
    expect(trafficSourceOf(undefined, undefined)).toEqual({
      channel: 'Direct',
      rule: 'no campaign parameter, click id or external referrer',
      source: null,
      medium: null,
      campaign: null,
      term: null,
      content: null,
      clickId: null,
      landing: null,
      referrer: null,
    })
  })

  it('stores no more of a long parameter or referrer than a report can show', () => {
    const source = trafficSourceOf(
      touchAt(
        `/?utm_source=x&utm_campaign=${'a'.repeat(499)}%F0%9F%98%80`,
        `https://partner.example/${'b'.repeat(4000)}`,
      ),
      undefined,
    )
    expect(source.campaign).toBe('a'.repeat(499))
    expect(source.referrer).toHaveLength(1000)
  })
})

describe('the golden channels', () => {
  it('show every channel', () => {
    expect(new Set(cases.map((row) => row.expect.channel))).toEqual(new Set(channels))
  })

  it('have each a name of its own', () => {
    expect(new Set(cases.map((row) => row.name)).size).toBe(cases.length)
  })
})

describe('touchOf()', () => {
  it('takes the host of the page for the site, whatever domains are listed', () => {
    expect(touchOf({ url: 'https://staging.test/a', referrer: 'https://staging.test/b' }, site)).toBeUndefined()
    expect(touchOf({ url: 'https://staging.test', referrer: 'https://STAGING.test:8443/b' }, site)).toBeUndefined()
  })

  it('knows the domains of a site however they are written', () => {
    const written = { domains: ['www.Example.com', 'https://example.no/'], referralExclusions: [] }
    for (const referrer of ['https://example.com/', 'https://shop.example.com/', 'https://www.example.no/x'])
      expect(touchOf({ url: 'https://www.example.com/', referrer }, written)).toBeUndefined()
  })

  it('never throws, and nor does what follows from it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }).map((rest) => `https://www.example.com/?utm_source=${rest}`),
      fc.string({ unit: 'binary' }).map((rest) => `https://${rest}`),
      fc.constantFrom('https://', 'http://[::1', 'android-app://', '//x', '?utm_source=a', '#gclid=1', ''),
    )
    fc.assert(
      fc.property(fc.option(text, { nil: undefined }), fc.option(text, { nil: undefined }), (url, referrer) => {
        const touch = touchOf({ url, referrer }, site)
        expect(channels).toContain(trafficSourceOf(touch, url).channel)
        if (touch) expect(sameTouch(touch, touch)).toBe(true)
      }),
    )
  })

  it('reads a hostile address in no time', () => {
    const began = performance.now()
    touchAt(`/?${'utm_source=a&'.repeat(50_000)}`, `https://${'a.'.repeat(50_000)}example.com/`)
    touchAt(`/#${'?'.repeat(100_000)}`, `https://${'www.'.repeat(50_000)}google.com/`)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('sameTouch()', () => {
  it.each([
    ['a reload with the same parameters', '/?utm_source=a&gclid=1', '', '/?utm_source=a&gclid=1', '', true],
    ['the same parameters without the referrer', '/?utm_source=a', 'https://a.example/', '/b?utm_source=A', '', true],
    ['another campaign', '/?utm_source=a&utm_campaign=1', '', '/?utm_source=a&utm_campaign=2', '', false],
    ['another click id', '/?gclid=1', '', '/?gclid=2', '', false],
    ['the click id gone from the same campaign', '/?utm_source=a&gclid=1', '', '/?utm_source=a', '', true],
    ['another page of the same site', '/', 'https://a.example/1', '/', 'https://www.a.example/2', true],
    ['another host of the same source', '/', 'https://l.facebook.com/', '/', 'https://m.facebook.com/', true],
    ['another source', '/', 'https://a.example/', '/', 'https://b.example/', false],
    [
      'only the referrer of a tagged touch',
      '/?gclid=1',
      'https://www.google.com/',
      '/',
      'https://www.google.com/',
      true,
    ],
    ['a referrer after a tagged touch without one', '/?utm_source=a', '', '/', 'https://b.example/', false],
    ['parameters after a referrer', '/', 'https://a.example/', '/?utm_source=a', 'https://a.example/', false],
  ])('%s', (_, first, from, second, then, same) => {
    expect(sameTouch(touchAt(first, from), touchAt(second, then))).toBe(same)
  })

  it('a touch after none is new', () => {
    expect(sameTouch(undefined, touchAt('/?utm_source=a'))).toBe(false)
    expect(sameTouch(undefined, undefined)).toBe(true)
  })
})
