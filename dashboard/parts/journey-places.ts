/** Where each event of a journey stands on the page, and what to call it in a link. */
import type { Journey, JourneyEvent } from '@leadtrail/shared/reports'
import { moment, pathOf } from '../format.ts'

export type Places = ReadonlyMap<string, { readonly anchor: string; readonly text: string }>

/** The element id of an event on the page. */
export const anchorOf = (event: string): string => `event-${event}`

const kindNames: Readonly<Record<string, string>> = { engagement: 'Time on a page' }

/** What happened, in a few words: a page by its title, anything else as the collector tells it. */
export function titleOf({ type, url, title, detail }: JourneyEvent): string {
  if (type === 'page') return title || (url ? pathOf(url) : 'Page')
  if (type === 'custom') return `Event: ${detail ?? ''}`
  return detail ?? kindNames[type] ?? type
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
