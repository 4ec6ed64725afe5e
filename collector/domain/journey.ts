/** A journey: the whole timeline of one contact, over all its browsers, or of a visitor who is still unknown. */
import type { VisitorId } from '@leadtrail/shared/ids'
import type { Contact } from './contact.ts'
import type { LogEvent } from './event.ts'
import type { JourneyId } from './rows.ts'
import type { Session } from './session.ts'

export type Journey = {
  readonly id: JourneyId
  readonly contact: Contact | undefined
  /** The visitor of its first event; its rows are found by it. */
  readonly visitor: VisitorId
  /** Oldest first. */
  readonly events: readonly LogEvent[]
  /** Oldest first. */
  readonly sessions: readonly Session[]
}
