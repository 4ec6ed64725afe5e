import { describe, expect, it } from 'vitest'
import { daysOf, isDay, presets } from './period.ts'

describe('daysOf()', () => {
  it.each([
    ['7d', '2026-03-03', '2026-02-25', '2026-03-03'],
    ['30d', '2026-03-30', '2026-03-01', '2026-03-30'],
    ['12m', '2026-03-14', '2025-03-15', '2026-03-14'],
    ['12m', '2028-02-29', '2027-03-01', '2028-02-29'],
    ['month', '2026-03-01', '2026-03-01', '2026-03-01'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last-month', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-01', '2026-10-01', '2026-12-01'],
    ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
  ] as const)('of %s on %s are %s to %s', (preset, today, from, to) => {
    expect(daysOf(preset, today)).toEqual({ from, to })
  })

  it.each(presets)('begin no later than they end: %s', (preset) => {
    const { from, to } = daysOf(preset, '2026-01-01')
    expect(isDay(from) && isDay(to) && from <= to).toBe(true)
  })

  it('are two given days themselves', () => {
    expect(daysOf({ from: '2026-01-01', to: '2026-01-31' }, '2026-06-01')).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
    })
  })
})

describe('isDay()', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('knows %s', (text) => expect(isDay(text)).toBe(true))
  it.each(['', '2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00:00Z'])('refuses "%s"', (text) =>
    expect(isDay(text)).toBe(false),
  )
})
