import { describe, expect, it } from 'vitest'
import { line } from './text.ts'

describe('line()', () => {
  it('is one line of at most so many characters', () => {
    expect(line('  Your\n   name  ')).toBe('Your name')
    expect(line('x'.repeat(300))).toHaveLength(200)
    expect(line(null)).toBe('')
  })
})
