/** What becomes of an event at the door: whose timeline it goes on, and what of its addresses is kept. */
import { describe, expect, it } from 'vitest'
import type { BrowserEvent, ServerEvent } from '@leadtrail/shared/event'
import { visitorId } from '@leadtrail/shared/ids'
import { MONDAY, aForm, aPage, aSite } from '../../test/builders/log.ts'
import { fromBrowser, fromServer } from './arrival.ts'
import { project } from './project.ts'
import { contactTimeline } from './timeline-name.ts'

const visitor = visitorId('stand-browser')
const arrival = { receivedAt: MONDAY, bot: false, device: null }
const arrived = (event: BrowserEvent) => fromBrowser(event, { ...arrival, sent: MONDAY, visitor })
const stated = (event: ServerEvent) => fromServer(event, arrival, () => contactTimeline('ann'))

const form = (id: string, email: string, more: object = {}) => ({
  id,
  type: 'form' as const,
  at: MONDAY,
  url: 'https://example.com/contact',
  fields: [{ name: 'email', value: email }],
  ...more,
})

describe('the form of a kiosk', () => {
  it('stands on a timeline of its own, whoever sends it', () => {
    const kiosk = form('form-1', 'ann@one.example', { kiosk: true })
    expect(arrived(kiosk).visitor).toBe('e.form-1')
    expect(stated({ ...kiosk, visitor: 'stand-browser', fields: [] }).visitor).toBe('e.form-1')
    expect(stated({ ...kiosk, visitor: 'stand-browser' }).visitor).toBe('k.ann')
    expect(arrived(form('form-1', 'ann@one.example')).visitor).toBe('stand-browser')
  })

  it('makes a lead of each who fills it in, without the journey of the stand and tied to nobody', () => {
    const journeys = project(
      [
        aPage('/pricing', { visitor: 'stand-browser', at: -60_000 }),
        arrived(form('form-1', 'ann@one.example', { kiosk: true })),
        arrived(form('form-2', 'bob@two.example', { kiosk: true, at: MONDAY + 1 })),
        aPage('/cases', { visitor: 'stand-browser', at: 60_000 }),
      ],
      aSite(),
    ).filter(({ leads }) => leads.length > 0)
    expect(
      journeys.map(({ journey }) => [journey.contact?.email, journey.sessions, journey.contact?.sharedDevice]),
    ).toEqual([
      ['ann@one.example', [], false],
      ['bob@two.example', [], false],
    ])
    expect(journeys.flatMap(({ leads }) => leads)).toMatchObject([{ id: 'l_form-1' }, { id: 'l_form-2' }])
  })

  it('belongs to the journey that its writer has elsewhere', () => {
    const [only, ...others] = project(
      [
        aPage('/', { visitor: 'own-browser', at: -120_000 }),
        aForm('ann@one.example', { id: 'form-0', visitor: 'own-browser', at: -60_000 }),
        arrived(form('form-1', 'ann@one.example', { kiosk: true })),
      ],
      aSite(),
    )
    expect(others).toEqual([])
    expect(only?.leads.map(({ id, touchpoints }) => [id, touchpoints.length])).toEqual([['l_form-0', 2]])
  })
})

describe('a booking of a browser', () => {
  const booking = (id: string, more: object = {}) =>
    arrived({ id, type: 'booking', at: MONDAY, kind: 'calendly', ref: 'https://calendly.example/events/7', ...more })

  it('keeps what the provider calls it, without parameters', () => {
    expect(booking('booking-1').body).toMatchObject({ ref: 'https://calendly.example/events/7' })
    expect(booking('booking-1', { ref: 'https://calendly.example/events/7?email=a@b.dk' }).body).toMatchObject({
      ref: 'https://calendly.example/events/7',
    })
    expect(booking('booking-1', { ref: 'uid?7' }).body).toMatchObject({ ref: 'uid?7' })
  })

  it('that comes twice is one lead', () => {
    const leads = project([booking('booking-1'), booking('booking-2', { at: MONDAY + 1 })], aSite()).flatMap(
      (each) => each.leads,
    )
    expect(leads).toMatchObject([{ id: 'l_booking-1', value: 1_575_000 }])
  })

  it('gives the visitor the name that it says', () => {
    const contact = { email: 'ann@one.example', name: 'Ann' }
    const [only, ...others] = project(
      [aPage('/', { visitor: 'stand-browser', at: -60_000 }), booking('booking-1', { contact })],
      aSite(),
    )
    expect(others).toEqual([])
    expect(only?.journey).toMatchObject({
      contact: { email: 'ann@one.example', name: 'Ann' },
      sessions: [{ pages: 1 }],
    })
  })
})

it('what a page calls its address is kept without parameters, as its address is', () => {
  const url = 'https://example.com/a?utm_source=x'
  const canonical = 'https://example.com/b?token=secret&utm_source=x#secret'
  expect(arrived({ id: 'page-1', type: 'page', at: MONDAY, url, canonical }).body).toMatchObject({
    url,
    canonical: 'https://example.com/b?utm_source=x',
  })
})
