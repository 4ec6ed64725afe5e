/**
 * Receive: judges a batch, keeps what is valid and what is not with its reason, and answers once the
 * inbox has it on disk. `sent = accepted + quarantined + refused`.
 */
import {
  MAX_BROWSER_EVENTS,
  MAX_SERVER_EVENTS,
  type ServerEvent,
  batchSchema,
  browserEventSchema,
  isEventId,
  serverBatchSchema,
  serverEventSchema,
} from '@leadtrail/shared/event'
import { type FieldError, type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type SiteId, type VisitorId, openingOf } from '@leadtrail/shared/ids'
import { minorIn } from '@leadtrail/shared/money'
import { wellFormed } from '@leadtrail/shared/text'
import { understood } from '@leadtrail/shared/understood'
import type { Instant } from '@leadtrail/shared/time'
import type { z } from 'zod'
import { fromBrowser, fromServer } from '../domain/arrival.ts'
import { strongKeysOf } from '../domain/claim.ts'
import { contactTimeline } from '../domain/timeline-name.ts'
import type { LogEvent } from '../domain/event.ts'
import { type Inbox, InboxFull } from '../ports/inbox.ts'
import type { Archive, Quarantined, Registry } from '../ports/store.ts'
import type { Agent, World } from '../ports/world.ts'
import type { Entry } from './expand.ts'
import { type Sender, recognise } from './recognise.ts'

/** `errors` says of the first quarantined ones why. */
export type Received = {
  readonly accepted: number
  readonly quarantined: number
  readonly errors: readonly { readonly id: string; readonly reason: string }[]
  readonly seq: number
}

/** Quarantined events of which the sender is told. */
const TOLD = 20

export type ReceiveDeps = {
  readonly inbox: Pick<Inbox, 'append'>
  readonly sites: Pick<Archive, 'siteOf' | 'visitorOfLead'>
  readonly salts: Pick<Registry, 'saltOf'>
  readonly world: World
}

/** A batch of a browser: `POST /e`. Fails with malformed, invalid, too-large, unknown-site or unavailable. */
export async function receiveBrowser(deps: ReceiveDeps, body: unknown, sender: Sender): Promise<Outcome<Received>> {
  const parsed = batchSchema.safeParse(body)
  if (!parsed.success)
    return failed({ why: 'invalid', detail: 'The batch is not right.', errors: errorsOf(parsed.error) })
  const batch = parsed.data
  if (batch.events.length > MAX_BROWSER_EVENTS) return tooMany(batch.events.length, MAX_BROWSER_EVENTS)
  const site = await deps.sites.siteOf(batch.site)
  if (!site || site.key !== batch.site)
    return failed({ why: 'unknown-site', detail: 'No site has this key. Check data-site in the tag.' })
  const receivedAt = deps.world.clock.now()
  const agent = deps.world.readAgent(sender.userAgent)
  const visitor = await recognise(deps, site, batch.visitor, sender, receivedAt)
  const arrival = { ...agent, bot: agent.bot || batch.automated === true, receivedAt, sent: batch.sent, visitor }
  // What the tag sends is right as it is, except what a page says of its visitor; only what is not is looked at again.
  const judged = judge(
    batch.events,
    (raw) => (isObject(raw) && raw['type'] === 'identify' ? understood(raw) : raw),
    // Somebody's typing is no reason to lose a lead.
    (raw) => wellFormed(understood(raw)),
    browserEventSchema,
    (event) => fromBrowser(event, arrival),
  )
  return keep(deps, site.id, judged, receivedAt)
}

/** Events that a server states: `POST /api/v1/events`. Fails with invalid, too-large or unavailable. */
export async function receiveServer(deps: ReceiveDeps, site: SiteId, body: unknown): Promise<Outcome<Received>> {
  const parsed = serverBatchSchema.safeParse(body)
  if (!parsed.success)
    return failed({ why: 'invalid', detail: 'The batch is not right.', errors: errorsOf(parsed.error) })
  const { events } = parsed.data
  if (events.length > MAX_SERVER_EVENTS) return tooMany(events.length, MAX_SERVER_EVENTS)
  const { world } = deps
  const receivedAt = world.clock.now()
  const timelineOf = (key: string): VisitorId => contactTimeline(world.digest.sha256(`${site} ${key}`))
  const currency = (await deps.sites.siteOf(site))?.currency ?? ''
  const leads = await visitorsOfLeads(deps, site, events)
  const judged = judge(events, understood, understood, serverEventSchema, (event) => {
    const agent: Agent = event.userAgent ? world.readAgent(event.userAgent) : { bot: false, device: null }
    const stated = fromServer(event, { ...agent, receivedAt }, timelineOf)
    return event.type === 'outcome' ? placed(stated, event, leads, currency) : stated
  })
  return keep(deps, site, judged, receivedAt)
}

/** An outcome goes on the timeline of the lead that it names; one that names nobody who can be found is a mistake. */
function placed(
  stated: LogEvent,
  { lead, visitor, revenue }: Outcoming,
  leads: ReadonlyMap<string, VisitorId>,
  currency: string,
): LogEvent | string {
  if (revenue !== undefined && minorIn(revenue, currency) === undefined)
    return `revenue: is not in ${currency}, in which the site counts`
  if (lead !== undefined) {
    const found = leads.get(lead)
    return found ? { ...stated, visitor: found } : 'lead: no lead has this id'
  }
  return visitor || strongKeysOf(stated).length > 0 ? stated : 'outcome: names no lead, visitor or contact'
}
type Outcoming = Extract<ServerEvent, { type: 'outcome' }>

/** Outcomes may name a lead; they go on its timeline. */
async function visitorsOfLeads(
  deps: ReceiveDeps,
  site: SiteId,
  events: readonly unknown[],
): Promise<ReadonlyMap<string, VisitorId>> {
  const named = new Set(
    events.flatMap((event) => (isObject(event) && typeof event['lead'] === 'string' ? [event['lead']] : [])),
  )
  const found = new Map<string, VisitorId>()
  for (const lead of named) {
    const opening = openingOf(lead)
    const visitor = opening && (await deps.sites.visitorOfLead(site, opening))
    if (visitor) found.set(lead, visitor)
  }
  return found
}

type Judged = { readonly events: LogEvent[]; readonly quarantined: Omit<Quarantined, 'receivedAt'>[] }

function judge<Event>(
  raw: readonly unknown[],
  prepared: (raw: unknown) => unknown,
  mended: (raw: unknown) => unknown,
  schema: z.ZodType<Event>,
  make: (event: Event) => LogEvent | string,
): Judged {
  const judged: Judged = { events: [], quarantined: [] }
  const judgedOne = (event: unknown): LogEvent | string => {
    try {
      const first = schema.safeParse(prepared(event))
      const parsed = first.success ? first : schema.safeParse(mended(event))
      return parsed.success ? make(parsed.data) : reasonOf(parsed.error)
    } catch (error) {
      // What nobody has thought of costs this event, never its neighbours.
      return shown(`event: cannot be read (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'})`)
    }
  }
  for (const event of raw) {
    const made = judgedOne(event)
    if (typeof made === 'string') judged.quarantined.push({ id: idOf(event), reason: made, body: textOf(event) })
    else judged.events.push(made)
  }
  return judged
}

async function keep(deps: ReceiveDeps, site: SiteId, judged: Judged, receivedAt: Instant): Promise<Outcome<Received>> {
  const { events, quarantined } = judged
  const { digest } = deps.world
  const named = quarantined.map((each) => ({
    ...each,
    id: each.id || `q_${digest.sha256(each.body)}`,
    body: cut(each.body),
  }))
  const entry: Entry = { site, receivedAt, events, quarantined: named }
  try {
    const seq = await deps.inbox.append(JSON.stringify(entry))
    const errors = quarantined.slice(0, TOLD).map(({ id, reason }) => ({ id, reason }))
    return done({ accepted: events.length, quarantined: quarantined.length, errors, seq })
  } catch (error) {
    if (!(error instanceof InboxFull)) throw error
    return failed({
      why: 'unavailable',
      detail: 'Too much is waiting to be written. Send it again soon.',
      retryAfterSeconds: 2,
    })
  }
}

function tooMany(count: number, most: number): Outcome<never> {
  return failed({ why: 'too-large', detail: `A batch holds at most ${most} events; this one has ${count}.` })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The id of a quarantined event, so that sending it again does not keep it twice; empty where it has none: then its text stands in. */
function idOf(event: unknown): string {
  const id = isObject(event) ? event['id'] : undefined
  return isEventId(id) ? id : ''
}

/** The event as it came, in text that every database keeps: NUL and lone surrogates stay visible as escapes. */
function textOf(event: unknown): string {
  return JSON.stringify(event)
}

/** Enough of a refused event to see what is wrong with it. */
const LONGEST_QUARANTINED = 4096

const cut = (text: string): string => text.slice(0, LONGEST_QUARANTINED).replace(/[\uD800-\uDBFF]$/, '')

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** A reason names keys that the sender chose: it is kept short, in characters that every database keeps. */
function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  const reason = issue ? `${pathOf(issue.path).slice(0, 200) || 'event'}: ${issue.message}` : 'not an event'
  return shown(reason)
}

const shown = (reason: string): string => reason.replace(/[\p{Cc}\p{Cs}]/gu, '\u{FFFD}')

/** Every mistake with its place, as problem documents show them. */
export function errorsOf(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({ path: pathOf(issue.path), message: issue.message }))
}
