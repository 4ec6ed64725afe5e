/** How a journey is told: in a few words per event, on the site's clock. */
import { expect, it } from 'vitest'
import { DAY } from '@leadtrail/shared/time'
import { MONDAY, aForm, aPage, aSite, anEvent } from '../../test/builders/log.ts'
import type { EventBody, LogEvent } from './event.ts'
import { project } from './project.ts'
import { journeyDocument } from './timeline.ts'

const site = aSite()
const opening = aForm('jane@customer.example', { id: 'form-1', at: -DAY })

function told(...events: LogEvent[]) {
  const [found] = project([opening, ...events], site)
  const [lead] = found?.leads ?? []
  if (!found || !lead) throw new Error('the form opens a lead')
  return journeyDocument(found.journey, lead, site)
}
const detailOf = (body: EventBody) => told(anEvent(body)).sessions.at(-1)?.events.at(-1)?.detail

it.each<[EventBody, string]>([
  [{ type: 'booking' }, 'Booked'],
  [{ type: 'booking', kind: 'demo' }, 'Booked: demo'],
  [{ type: 'booking', kind: 'calendly', startsAt: MONDAY }, 'Booked with Calendly, for 2 Mar 2026, 10:00'],
  [{ type: 'booking', kind: 'hubspot-meetings' }, 'Booked with HubSpot'],
  [{ type: 'booking', kind: 'cal.com' }, 'Booked with Cal.com'],
  [
    { type: 'booking', kind: 'demo', ref: 'https://api.calendly.com/scheduled_events/7', startsAt: MONDAY },
    'Booked with Calendly: demo, for 2 Mar 2026, 10:00',
  ],
  [{ type: 'booking', kind: 'calendar', ref: 'https://notcalendly.com/7' }, 'Booked: calendar'],
  [{ type: 'consent', state: 'granted' }, 'Gave consent'],
  [{ type: 'consent', state: 'denied' }, 'Denied or withdrew consent'],
  [{ type: 'form', kind: 'contact', fields: [] }, 'Form sent: contact'],
  [{ type: 'form', kiosk: true, fields: [] }, 'Form sent at a kiosk'],
])('%j is told as "%s"', (body, words) => {
  expect(detailOf(body)).toBe(words)
})

it('consent that a server states is told when it was given', () => {
  const contact = { email: 'jane@customer.example' }
  const consent = anEvent(
    { type: 'consent', state: 'granted', contact },
    { visitor: 'k.jane', origin: 'server', at: 60_000 },
  )
  expect(told(consent).other).toMatchObject([{ detail: 'Gave consent', at: '2026-03-02T09:01:00.000Z' }])
})

it('answers are told with the type of their field, which nobody needs to state', () => {
  const fields = [
    { name: 'input_1', label: 'Fornavn', hint: 'text', value: 'Jane' },
    { name: 'input_2', hint: 'textarea', value: 'Hello' },
    { name: 'input_3', label: 'Who are you', type: 'company' as const, value: 'Acme' },
  ]
  const { sessions } = told(aPage('/'), anEvent({ type: 'form', fields }, { at: 1000 }))
  expect(sessions.at(-1)?.events.at(-1)?.answers).toEqual([
    { label: 'Fornavn', type: 'name', value: 'Jane' },
    { label: 'input_2', type: 'message', value: 'Hello' },
    { label: 'Who are you', type: 'company', value: 'Acme' },
  ])
})
