/** Time: days begin and end where people in the zone say so, also when their clocks change at midnight. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, dayOf, endOf, instant, isDay, isTimeZone, isoOf, startOf } from './time.ts'

const at = (iso: string) => instant(Date.parse(iso))
const latest = 253_402_300_799_999

describe('instant()', () => {
  it.each([-1, 0.5, Number.NaN, latest + 1])('refuses %s', (ms) => {
    expect(() => instant(ms)).toThrow('not an instant')
  })
})

describe('isTimeZone()', () => {
  it.each([['Europe/Copenhagen', true], ['UTC', true], ['Europe/Atlantis', false], ['', false]])('%s: %s', (zone, known) => {
    expect(isTimeZone(zone)).toBe(known)
  }) // prettier-ignore
})

describe('dayOf()', () => {
  it.each([
    ['2026-03-14T22:59:59.999Z', 'Europe/Copenhagen', '2026-03-14'],
    ['2026-03-14T23:00:00.000Z', 'Europe/Copenhagen', '2026-03-15'],
    ['2026-07-14T22:00:00.000Z', 'Europe/Copenhagen', '2026-07-15'],
    ['2026-01-01T04:59:59.000Z', 'America/New_York', '2025-12-31'],
    ['2026-01-01T10:00:00.000Z', 'Pacific/Kiritimati', '2026-01-02'],
  ])('%s in %s is %s', (iso, zone, day) => {
    expect(dayOf(at(iso), zone)).toBe(day)
  })
})

describe('startOf()', () => {
  it.each([
    ['2026-03-14', 'UTC', '2026-03-14T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Copenhagen', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Copenhagen', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Copenhagen', '2026-10-24T22:00:00.000Z'],
    ['2026-03-14', 'Asia/Kathmandu', '2026-03-13T18:15:00.000Z'],
    // Clocks went from 00:00 to 01:00: the day began at 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2021-03-28', 'Asia/Beirut', '2021-03-27T22:00:00.000Z'],
    // Clocks went from 01:00 back to 00:00: it began at the first midnight.
    ['2023-11-05', 'America/Havana', '2023-11-05T04:00:00.000Z'],
    ['2016-10-29', 'Asia/Gaza', '2016-10-28T21:00:00.000Z'],
    ['1970-01-01', 'Asia/Tokyo', '1970-01-01T00:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, iso) => {
    expect(isoOf(startOf(day, zone))).toBe(iso)
  })

  it('is the first instant of its day, in every zone and on every day', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, days, (zone, date) => {
        // A day that the zone has: the one on which some instant falls.
        const day = dayOf(date.getTime(), zone)
        const start = startOf(day, zone)
        expect(dayOf(start, zone)).toBe(day)
        expect(dayOf(start - 1, zone) < day).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('endOf()', () => {
  it.each([
    ['2026-03-14', 'Europe/Copenhagen', 24],
    ['2026-03-29', 'Europe/Copenhagen', 23],
    ['2026-10-25', 'Europe/Copenhagen', 25],
    ['2018-11-04', 'America/Sao_Paulo', 23],
    // Samoa left this day out when it crossed the date line.
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2011-12-29', 'Pacific/Apia', 24],
  ])('%s in %s has %i hours', (day, zone, hours) => {
    expect(endOf(day, zone) - startOf(day, zone)).toBe(hours * HOUR)
  })

  it('of the last day there is ends with time itself', () => {
    expect(endOf('9999-12-31', 'America/New_York')).toBe(latest)
  })
})

describe('isDay()', () => {
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-1-1', false],
    ['0000-00-00', false],
    ['9999-12-31', true],
    ['2026-03-14T00:00', false],
    ['', false],
  ])('%s: %s', (day, exists) => {
    expect(isDay(day)).toBe(exists)
  })
})
