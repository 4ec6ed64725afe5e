import { describe, expect, it } from 'vitest'
import { keptAddress, withoutPeople } from './campaign.ts'

const site = 'https://shop.test/page'

describe('keptAddress()', () => {
  it.each([
    'utm_source=a&utm_medium=b&utm_campaign=c&utm_term=d&utm_content=e&utm_id=f',
    'mtm_campaign=a',
    'pk_kwd=a',
    'ref=a',
    'source=a',
  ])('keeps campaign parameters: %s', (query) => expect(keptAddress(`${site}?${query}`)).toBe(`${site}?${query}`))

  it.each('gclid gbraid wbraid dclid gad_source msclkid fbclid li_fat_id ttclid twclid yclid epik rdt_cid'.split(' '))(
    'keeps the click id %s, in any case',
    (name) => {
      expect(keptAddress(`${site}?${name}=Ab-c_1`)).toBe(`${site}?${name}=Ab-c_1`)
      expect(keptAddress(`${site}?${name.toUpperCase()}=1`)).toBe(`${site}?${name.toUpperCase()}=1`)
    },
  )

  it.each([
    [`${site}?token=x&utm_source=a&q=secret#section`, `${site}?utm_source=a`],
    [`${site}#utm_source=a&token=x`, `${site}?utm_source=a`],
    [`${site}#/route?utm_source=a&gclid=b`, `${site}?utm_source=a&gclid=b#/route`],
    [`${site}#!/pricing`, `${site}#!/pricing`],
    [`${site}?a=1#x`, site],
    [`${site}?preference=x&xref=y&refx=z&utm_=1`, site],
    ['https://shop.test/u/jane.doe@mail.test/orders', 'https://shop.test/u/***/orders'],
    ['https://shop.test/?utm_content=jane%40mail.test', 'https://shop.test/?utm_content=***'],
    ['android-app://com.google.android.gm/', 'android-app://com.google.android.gm/'],
    [`${site}?utm_source=%E0%A4%A&ref=100%`, `${site}?utm_source=%E0%A4%A&ref=100%`],
  ])('makes of %s only what may leave', (address, kept) => expect(keptAddress(address)).toBe(kept))

  it('tells one page from another without campaigns', () => {
    expect(keptAddress(`${site}?utm_source=a#/route`, true)).toBe(`${site}#/route`)
  })

  it.each(['', 'about:blank', 'javascript:void 0', 'mailto:jane@mail.test', 'file:///home/jane', 'data:text/html,x'])(
    'is nothing for "%s"',
    (address) => expect(keptAddress(address)).toBeUndefined(),
  )

  it('never gets longer than the wire allows', () => {
    const long = 'x'.repeat(70_000)
    expect(keptAddress(`https://shop.test/${long}?utm_source=${long}`)?.length).toBeLessThan(8192)
  })
})

describe('withoutPeople()', () => {
  it('masks e-mail addresses and leaves the rest', () => {
    expect(withoutPeople('Order of jane@mail.test | Shop')).toBe('Order of *** | Shop')
    expect(withoutPeople('Pumps @ Shop')).toBe('Pumps @ Shop')
  })

  it('takes long texts in its stride', () => {
    const long = 'x'.repeat(100_000)
    expect(withoutPeople(long)).toBe(long)
  })
})
