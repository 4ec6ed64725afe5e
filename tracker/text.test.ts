import { describe, expect, it } from 'vitest'
import { line, wellFormed } from './text.ts'

describe('wellFormed()', () => {
  it('drops NUL and lone surrogates and keeps pairs', () => {
    expect(wellFormed('a\0b\ud800c\udc00d😀e')).toBe('abcd😀e')
    expect(wellFormed('\ud800\ud83d\ude00')).toBe('😀')
  })
})

describe('line()', () => {
  it('is one line of at most so many characters', () => {
    expect(line('  Your\n   name  ')).toBe('Your name')
    expect(line('x'.repeat(300))).toHaveLength(200)
    expect(line(null)).toBe('')
  })
})
