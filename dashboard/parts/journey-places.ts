/** Where each event of a journey stands on the page, and what to call it in a link. */
import type { Journey, JourneyEvent } from '@leadtrail/shared/reports'
import { moment, pathOf } from '../format.ts'

export type Places = ReadonlyMap<string, { readonly anchor: string; readonly text: string }>

/** The element id of an event on the page. */
export const anchorOf = (event: string): string => `event-${event}`

export const kindNames: Readonly<Record<string, string>> = {
  page: 'Page',
  engagement: 'Time on page',
  click: 'Click',
  form: 'Form sent',
  identify: 'Identified',
  custom: 'Event',
  consent: 'Consent',
  call: 'Phone call',
  email: 'E-mail',
  booking: 'Booking',
  webinar: 'Webinar',
  outcome: 'Outcome',
  decision: 'Decision',
  delivery: 'Handed over',
}

/** `Page /pricing`, `Form sent`, and whatever the event's type is where it has no name here. */
export function titleOf({ type, url, title }: JourneyEvent): string {
  if (type === 'page') return title ?? (url ? pathOf(url) : 'Page')
  return kindNames[type] ?? type
}

export function placesIn({ sessions, other }: Journey, timeZone: string): Places {
  const events = [...sessions.flatMap((session) => session.events), ...other]
  return new Map(
    events.map((event) => [
      event.id,
      { anchor: anchorOf(event.id), text: `${titleOf(event)}, ${moment(event.at, timeZone)}` },
    ]),
  )
}
