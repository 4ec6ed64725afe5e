import { expect, it } from 'vitest'
import { placesIn, titleOf } from './journey-places.ts'

const event = (type: string, told: { detail?: string; title?: string; url?: string } = {}) => ({
  id: `${type}-1`,
  type,
  at: '2026-03-02T09:00:00.000Z',
  url: null,
  title: null,
  detail: null,
  answers: [],
  ...told,
})

it.each([
  [
    event('booking', { detail: 'Booked with Calendly', title: 'Contact', url: 'https://a.dk/' }),
    'Booked with Calendly',
  ],
  [event('consent', { detail: 'Gave consent', title: 'Home' }), 'Gave consent'],
  [event('page', { title: 'Home', url: 'https://a.dk/' }), 'Home'],
  [event('page', { url: 'https://a.dk/pricing' }), '/pricing'],
  [event('custom', { detail: 'calculated' }), 'Event: calculated'],
  [event('engagement'), 'Time on a page'],
])('what happened is named: $type', (each, title) => {
  expect(titleOf(each)).toBe(title)
})

it('a receipt links to a booking by its words and its time on the clock of the site', () => {
  const other = [{ ...event('booking', { detail: 'Booked with Calendly' }), touchpoint: null }]
  const place = placesIn({ visitors: [], sessions: [], other }, 'Europe/Copenhagen').get('booking-1')
  expect(place?.anchor).toBe('event-booking-1')
  expect(place?.text).toMatch(/^Booked with Calendly, .*10:00/)
})
