import { describe, expect, it } from 'vitest'
import { allowed } from './consent.ts'

describe('allowed()', () => {
  it.each([
    ['granted', undefined, false, 'granted'],
    ['granted', undefined, true, 'cookieless'],
    ['granted', 'denied', false, 'denied'],
    ['granted', 'granted', true, 'granted'],
    ['cookieless', undefined, false, 'cookieless'],
    ['cookieless', 'granted', false, 'granted'],
    ['required', undefined, false, 'denied'],
    ['required', undefined, true, 'denied'],
    ['required', 'granted', true, 'granted'],
    ['required', 'denied', false, 'denied'],
    [undefined, undefined, false, undefined],
    [undefined, 'granted', false, 'granted'],
  ] as const)('site %s, visitor %s, signal %s: %s', (mode, choice, signal, expected) => {
    expect(allowed(mode, choice, signal)).toBe(expected)
  })
})
