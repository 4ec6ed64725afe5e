/** One stop of the trail: a session with its pages and touchpoints, or something that happened outside any session. */
import type { Journey, JourneyEvent, JourneySession } from '@leadtrail/shared/reports'
import type { SiteJson } from '@leadtrail/shared/settings'
import { clock, counted, day, moment, money, pathOf, span } from '../format.ts'
import { channelFamilies } from '../words.ts'
import { anchorOf, titleOf } from './journey-places.ts'
import { ChannelMark, Icon, type IconName, StageMark } from './marks.tsx'
import { SourceFacts } from './sources.tsx'

export type OtherEvent = Journey['other'][number]
type Touchpoint = JourneySession['touchpoints'][number]

/** A long session shows its first events and, behind a fold, the rest; touchpoints are never folded away. */
const SHOWN = 12

export function SessionStop({ session, opened, site }: { session: JourneySession; opened: string; site: SiteJson }) {
  const { events, touchpoints } = session
  const rows = events.filter((event) => event.type !== 'engagement')
  const valued = new Map(touchpoints.map((touchpoint) => [touchpoint.event, touchpoint]))
  const times = readingTimes(events)
  const draw = (event: JourneyEvent) => (
    <EventRow
      key={event.id}
      event={event}
      touchpoint={valued.get(event.id)}
      reading={times.get(event.id)}
      site={site}
    />
  )
  const folded = rows.slice(SHOWN).filter((event) => !valued.has(event.id))
  const length = Date.parse(session.endedAt) - Date.parse(session.startedAt)
  const converting = opened >= session.startedAt && opened <= session.endedAt
  return (
    <article class={`stop stop-${channelFamilies[session.channel]}`}>
      <header class="stop-head">
        <h3>
          <ChannelMark name={session.channel} />
          {converting && <span class="badge">opened the lead</span>}
        </h3>
        <p class="quiet">
          <time dateTime={session.startedAt}>{moment(session.startedAt, site.timeZone)}</time> · {span(length)} ·{' '}
          {counted(rows.filter(({ type }) => type === 'page').length, 'page')}
          {session.device && ` · ${session.device}`}
        </p>
      </header>
      <details class="stop-source">
        <summary>
          {[session.source, session.medium, session.campaign].filter(Boolean).join(' / ') || 'No source known'}
        </summary>
        <SourceFacts source={session} />
      </details>
      <ol class="events">{rows.filter((event, place) => place < SHOWN || valued.has(event.id)).map(draw)}</ol>
      {folded.length > 0 && (
        <details>
          <summary>{counted(folded.length, 'more event')}</summary>
          <ol class="events">{folded.map(draw)}</ol>
        </details>
      )}
    </article>
  )
}

/** Engagement is told beside the page it belongs to: the last one before it. */
function readingTimes(events: readonly JourneyEvent[]): ReadonlyMap<string, JourneyEvent> {
  const times = new Map<string, JourneyEvent>()
  let page: string | undefined
  for (const event of events) {
    if (event.type === 'page') page = event.id
    else if (event.type === 'engagement' && page) times.set(page, event)
  }
  return times
}

const icons: Readonly<Record<string, IconName>> = {
  page: 'page',
  click: 'click',
  form: 'form',
  call: 'call',
  email: 'mail',
  booking: 'calendar',
  identify: 'person',
  decision: 'person',
  outcome: 'person',
  handover: 'hand-over',
}
const iconOf = (type: string): IconName => icons[type] ?? 'mark'

type Row = {
  event: JourneyEvent
  touchpoint: Touchpoint | undefined
  reading: JourneyEvent | undefined
  site: SiteJson
}

function EventRow({ event, touchpoint, reading, site }: Row) {
  return (
    <li id={anchorOf(event.id)} tabIndex={-1} class={touchpoint ? 'event is-touchpoint' : 'event'}>
      <time class="quiet" dateTime={event.at}>
        {clock(event.at, site.timeZone)}
      </time>
      <Icon name={iconOf(event.type)} />
      <div class="event-text">
        <EventText event={event} />
        {reading?.detail && (
          <span id={anchorOf(reading.id)} tabIndex={-1} class="quiet">
            {' '}
            {reading.detail}
          </span>
        )}
        {touchpoint && <TouchpointMark touchpoint={touchpoint} />}
        <Answers event={event} />
      </div>
    </li>
  )
}

function EventText({ event }: { event: JourneyEvent }) {
  const path = event.url ? pathOf(event.url) : null
  const title = titleOf(event)
  return (
    <>
      <span class="event-title">{title}</span>
      {path && path !== title && <span class="quiet event-path"> {path}</span>}
    </>
  )
}

function TouchpointMark({ touchpoint }: { touchpoint: Touchpoint }) {
  return (
    <span class="touchpoint">
      <strong>{touchpoint.label}</strong> <StageMark stage={touchpoint.stage} /> {money(touchpoint.value)}
    </span>
  )
}

function Answers({ event }: { event: JourneyEvent }) {
  if (event.answers.length === 0) return null
  return (
    <dl class="answers">
      {event.answers.map(({ label, value }, place) => (
        <div key={`${label} ${place}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function OtherStop({ event, site }: { event: OtherEvent; site: SiteJson }) {
  return (
    <article class={event.touchpoint ? 'stop stop-other is-touchpoint' : 'stop stop-other'}>
      <div id={anchorOf(event.id)} tabIndex={-1} class="event">
        <time class="quiet" dateTime={event.at}>
          {day(event.at, site.timeZone)} {clock(event.at, site.timeZone)}
        </time>
        <Icon name={iconOf(event.type)} />
        <div class="event-text">
          <EventText event={event} />
          {event.touchpoint && <TouchpointMark touchpoint={event.touchpoint} />}
          <Answers event={event} />
        </div>
      </div>
    </article>
  )
}
