/** What strangers wrote, made fit for a header and for a paragraph. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine, paragraphs } from './text.ts'

const anything = fc.string({ unit: 'binary', maxLength: 300 })
const unruly = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

describe('oneLine()', () => {
  it('is one line of bounded length without anything that steers a terminal, a header or the direction', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 80 }), (text, most) => {
        const line = oneLine(text, most)
        expect(line).not.toMatch(unruly)
        expect(Array.from(line).length).toBeLessThanOrEqual(most)
        expect(oneLine(line, most)).toBe(line)
      }),
    )
  })

  it.each([
    ['Jane Doe', 'Jane Doe'],
    ['  Jane \t\r\n Doe ', 'Jane Doe'],
    ['Eve\u0000\u2028Bcc: x', 'Eve Bcc: x'],
    ['Zoë 井戸 👩‍👩‍👧', 'Zoë 井戸 👩‍👩‍👧'],
    ['broken \ud83d half', 'broken half'],
    ['a line of more than twenty characters', 'a line of more than…'],
    ['🛠'.repeat(21), `${'🛠'.repeat(19)}…`],
  ])('makes %j to %j', (text, line) => {
    expect(oneLine(text, 20)).toBe(line)
  })
})

describe('paragraphs()', () => {
  it('keeps the lines and the indents as they were written', () => {
    expect(paragraphs('Hello\r\n\r\n  - one\n  - two\rBye\n', 100)).toBe('Hello\n\n  - one\n  - two\nBye')
  })

  it('holds no control character but line feeds, whatever was sent', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(paragraphs(text, 100).replaceAll('\n', '')).not.toMatch(unruly)
        expect(paragraphs(text, 100)).not.toContain('\n\n\n')
      }),
    )
  })
})
