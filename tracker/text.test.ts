import { describe, expect, it } from 'vitest'
import { jsonOf, line } from './text.ts'

describe('jsonOf()', () => {
  it.each([
    ['NUL and lone surrogates', 'a\0b\ud800c\udc00d😀e', 'abcd😀e'],
    ['a half before a whole', '\ud800\ud83d\ude00', '😀'],
    ['what only looks like an escape', '\\ud800 \\\\u0000 "\n', '\\ud800 \\\\u0000 "\n'],
  ])('keeps text and drops what no database takes: %s', (_, given, left) =>
    expect(JSON.parse(jsonOf({ [given]: given }))).toEqual({ [left]: left }),
  )
})

describe('line()', () => {
  it('is one line of at most so many characters', () => {
    expect(line('  Your\n   name  ')).toBe('Your name')
    expect(line('x'.repeat(300))).toHaveLength(200)
    expect(line(null)).toBe('')
  })
})
