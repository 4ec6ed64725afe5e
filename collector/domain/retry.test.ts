/** The retry schedule: its laws, and the waits of domain rule 10 one by one. */
import { DAY, HOUR, MINUTE, SECOND, instant } from '@leadtrail/shared/time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JITTER, retryAt, waits } from './retry.ts'

const start = instant(Date.parse('2026-03-14T09:00:00Z'))
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** The waits of a delivery that fails every time, one fraction per wait. */
function failingFor(fractions: readonly number[]): number[] {
  const taken: number[] = []
  let at = start
  for (let failures = 1; ; failures += 1) {
    const next = retryAt({ at, failures, fraction: fractions[failures - 1] ?? 0 })
    if (next === undefined) return taken
    taken.push(next - at)
    at = next
  }
}

describe('retryAt()', () => {
  it.each([
    [1, 5 * SECOND],
    [2, 5 * MINUTE],
    [3, 30 * MINUTE],
    [4, 2 * HOUR],
    [5, 5 * HOUR],
    [6, 10 * HOUR],
    [7, 14 * HOUR],
    [8, 20 * HOUR],
    [9, 24 * HOUR],
  ])('after failure %i waits %i ms', (failures, wait) => {
    expect(retryAt({ at: start, failures, fraction: 0 })).toBe(start + wait)
  })

  it('parks after the tenth attempt, 75 h 35 min 5 s after the first', () => {
    const taken = failingFor([])
    expect(taken).toHaveLength(9)
    expect(taken.reduce((sum, wait) => sum + wait, 0)).toBe(75 * HOUR + 35 * MINUTE + 5 * SECOND)
    expect(retryAt({ at: start, failures: 10, fraction: 0.5 })).toBeUndefined()
  })

  it('waits longer each time and never less than the schedule, whatever chance says', () => {
    fc.assert(
      fc.property(fc.array(fraction, { minLength: 9, maxLength: 9 }), (fractions) => {
        const taken = failingFor(fractions)
        expect(taken).toHaveLength(waits.length)
        for (const [place, wait] of taken.entries()) {
          const nominal = waits[place] ?? 0
          expect(wait).toBeGreaterThanOrEqual(nominal)
          expect(wait).toBeLessThanOrEqual(nominal * (1 + JITTER))
          expect(wait).toBeGreaterThan(taken[place - 1] ?? 0)
        }
      }),
    )
  })

  it('comes no earlier than the destination asked, and within a day and its jitter in any case', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ noNaN: true }), fraction, (failures, asked, fraction) => {
        const wait = (retryAt({ at: start, failures, retryAfterSeconds: asked, fraction }) ?? 0) - start
        expect(wait).toBeGreaterThanOrEqual(Math.max(waits[failures - 1] ?? 0, Math.min(asked * SECOND, DAY)))
        expect(wait).toBeLessThanOrEqual(DAY * (1 + JITTER))
      }),
    )
  })
})
