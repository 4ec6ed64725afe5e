/** The journey in a few lines: each visit with its day, channel, the pages that matter and the touchpoints. */
import type { Journey, JourneySession } from '@leadtrail/shared/reports'
import { oneLine } from './text.ts'

export type Visit = {
  /** `14 Mar 2026, 09:05` on the site's clock; empty on the line that stands for those left out. */
  readonly when: string
  readonly channel: string
  readonly pages: string
  readonly touchpoints: readonly string[]
}

const MOST_LINES = 8
/** Of a long journey its beginning is shown, and as much of its end as there is room for. */
const FROM_BEGINNING = 3
const MOST_PAGES = 4

/** At most eight lines, oldest first. Calls and mails that were touchpoints have their place among the visits. */
export function visitsOf({ sessions, other }: Journey, timeZone: string): Visit[] {
  const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const when = (at: string): string => clock.format(Date.parse(at))
  const visits = sessions.map((session) => ({ at: session.startedAt, visit: visitOf(session, when) }))
  const outside = other.flatMap(({ at, detail, touchpoint }) =>
    touchpoint
      ? [
          {
            at,
            visit: { when: when(at), channel: '', pages: oneLine(detail ?? '', 120), touchpoints: [line(touchpoint)] },
          },
        ]
      : [],
  )
  return shortened(
    [...visits, ...outside].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ visit }) => visit),
  )
}

function visitOf(session: JourneySession, when: (at: string) => string): Visit {
  const touchpoints = [...new Set(session.touchpoints.map(line))]
  return { when: when(session.startedAt), channel: session.channel, pages: pagesOf(session), touchpoints }
}

const line = ({ label }: { readonly label: string }): string => oneLine(label, 80)

/** Where the visit began and what was a touchpoint come before other pages; shown in the order of the visit. */
function pagesOf({ events, touchpoints }: JourneySession): string {
  const worth = new Set(touchpoints.map(({ event }) => event))
  const views = events.filter(({ type, url }) => type === 'page' && url !== null)
  const paths = [...new Set(views.map(({ url }) => pathOf(url ?? '')))]
  const mattering = views.filter(({ id }, place) => place === 0 || worth.has(id)).map(({ url }) => pathOf(url ?? ''))
  const chosen = new Set([...new Set([...mattering, ...paths])].slice(0, MOST_PAGES))
  const rest = paths.length - chosen.size
  return paths.filter((path) => chosen.has(path)).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

const pathOf = (url: string): string => oneLine(URL.canParse(url) ? new URL(url).pathname : url, 60)

function shortened(visits: Visit[]): Visit[] {
  if (visits.length <= MOST_LINES) return visits
  const fromEnd = MOST_LINES - FROM_BEGINNING - 1
  const between = visits.length - FROM_BEGINNING - fromEnd
  const gap: Visit = { when: '', channel: `… ${between} more …`, pages: '', touchpoints: [] }
  return [...visits.slice(0, FROM_BEGINNING), gap, ...visits.slice(-fromEnd)]
}
