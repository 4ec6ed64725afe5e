/** The journey as a trail: sessions and what happened between them, oldest first, with the time that passed written in. */
import type { Journey, JourneySession, LeadJson } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { useEffect } from 'preact/hooks'
import { anchor } from '../address.ts'
import { counted, span } from '../format.ts'
import { anchorOf } from './journey-places.ts'
import { type OtherEvent, OtherStop, SessionStop } from './journey-stops.tsx'

type Stop =
  | { readonly at: number; readonly end: number; readonly session: JourneySession }
  | { readonly at: number; readonly end: number; readonly other: OtherEvent }

/** Sessions and the events outside them in the order of their beginnings. */
function stopsOf({ sessions, other }: Journey): Stop[] {
  const stops: Stop[] = [
    ...sessions.map((session) => ({ at: Date.parse(session.startedAt), end: Date.parse(session.endedAt), session })),
    ...other.map((event) => ({ at: Date.parse(event.at), end: Date.parse(event.at), other: event })),
  ]
  return stops.toSorted((a, b) => a.at - b.at)
}

/** Shorter pauses are not worth a line. */
const WORTH_SAYING = 30 * 60_000

export function JourneyTrail({ lead, trail, site }: { lead: LeadJson; trail: Journey; site: SiteJson }) {
  const stops = stopsOf(trail)
  useAnchor()
  return (
    <section aria-labelledby="journey">
      <h2 id="journey">
        Journey{' '}
        <span class="quiet">
          {counted(trail.sessions.length, 'session')}, {counted(lead.touchpoints.length, 'touchpoint')}
          {trail.visitors.length > 1 && `, ${counted(trail.visitors.length, 'browser')}`}
        </span>
      </h2>
      {stops.length === 0 && <p class="quiet">Nothing is known about the way of this lead.</p>}
      <ol class="trail">
        {stops.map((stop, place) => {
          const before = stops[place - 1]
          const pause = before ? stop.at - before.end : 0
          return (
            <li key={'session' in stop ? stop.session.id : stop.other.id} class="trail-stop">
              {pause >= WORTH_SAYING && <p class="trail-pause">{span(pause)} later</p>}
              {'session' in stop ? (
                <SessionStop session={stop.session} opened={lead.openedAt} site={site} />
              ) : (
                <OtherStop event={stop.other} site={site} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Brings the event the address points at into view, once it is drawn, and gives it the focus. */
function useAnchor(): void {
  const wanted = anchor.value
  useEffect(() => {
    if (!wanted.startsWith(anchorOf(''))) return
    const place = document.getElementById(wanted)
    const fold = place?.closest('details')
    if (fold) fold.open = true
    // Only now: a receipt that has just closed gives the focus back to the figure it was opened from.
    requestAnimationFrame(() => {
      place?.focus({ preventScroll: true })
      place?.scrollIntoView({ block: 'center' })
    })
  }, [wanted])
}
