/** Sessions as they are kept. */
import type { SessionRow } from '../domain/rows.ts'
import { table } from './table.ts'

export const sessions = table<SessionRow>({
  name: 'sessions',
  columns: {
    id: 'session_id',
    visitor: 'visitor_id',
    journey: 'journey',
    startedAt: 'started_at',
    endedAt: 'ended_at',
    pages: 'pages',
    device: 'device',
    bot: 'bot',
    channel: 'channel',
    rule: 'channel_rule',
    source: 'source',
    medium: 'medium',
    campaign: 'campaign',
    term: 'term',
    content: 'content',
    clickId: 'click_id',
    landing: 'landing',
    referrer: 'referrer',
  },
  flags: ['bot'],
})
