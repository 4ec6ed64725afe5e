import { describe, expect, it } from 'vitest'
import { ownHost } from './links.ts'

describe('ownHost()', () => {
  it.each([
    ['www.shop.test', [], 'shop.test', true],
    ['shop.test', [], 'www.shop.test', true],
    ['shop.test', [], 'help.shop.test', true],
    ['help.shop.test', [], 'shop.test', true],
    ['shop.test', [], 'myshop.test', false],
    ['shop.test', [], 'partner.test', false],
    ['shop.test', ['partner.test'], 'www.partner.test', true],
  ] as const)('on %s with %o, %s is own: %s', (here, domains, host, own) => {
    expect(ownHost(here, domains, host)).toBe(own)
  })
})
