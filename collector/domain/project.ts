/**
 * The projection: everything derived of one cluster, as a pure function of its events and the site's
 * rules. Arrival order, batching and duplicates change nothing.
 */
import type { VisitorId } from '@leadtrail/shared/ids'
import type { Contact } from './contact.ts'
import { type LogEvent, type Site, inOrder } from './event.ts'
import { journeysOf } from './identity.ts'
import type { Journey } from './journey.ts'
import { type Lead, leadsOf, verdictsOf } from './lead.ts'
import type { ContactRow, LeadRow, LeadView, Rows, SessionRow, TouchpointRow } from './rows.ts'
import type { Session } from './session.ts'

export type Projection = readonly { readonly journey: Journey; readonly leads: readonly Lead[] }[]

/** Journeys with their leads, oldest first. `events` in any order. */
export function project(events: readonly LogEvent[], site: Site): Projection {
  const timeline = inOrder(events)
  const verdicts = verdictsOf(timeline)
  return journeysOf(timeline, site).map((journey) => ({ journey, leads: leadsOf(journey, verdicts, site) }))
}

/** The derived rows of a projection. */
export function rowsOf(projection: Projection): Rows {
  return {
    sessions: projection.flatMap(({ journey }) => journey.sessions.map((session) => sessionRow(session, journey))),
    contacts: projection.flatMap(({ journey }) =>
      journey.contact ? [contactRow(journey.contact, journey.visitor)] : [],
    ),
    leads: projection.flatMap(({ journey, leads }) => leads.map((lead) => leadRow(lead, journey))),
    touchpoints: projection.flatMap(({ leads }) => leads.flatMap(touchpointRows)),
  }
}

/** One lead of a projection as lists show it; the same rows, not read but just computed. */
export function viewOf(lead: Lead, journey: Journey): LeadView {
  const session = (id: string | undefined) => {
    const found = journey.sessions.find((candidate) => candidate.id === id)
    return found && sessionRow(found, journey)
  }
  return {
    lead: leadRow(lead, journey),
    contact: journey.contact && contactRow(journey.contact, journey.visitor),
    touchpoints: touchpointRows(lead),
    first: session(lead.first),
    converting: session(lead.converting),
    last: session(lead.last),
  }
}

function sessionRow(session: Session, journey: Journey): SessionRow {
  const { id, visitor, startedAt, endedAt, pages, device, bot, source } = session
  return { id, visitor, journey: journey.id, startedAt, endedAt, pages, device, bot, ...source }
}

function contactRow(contact: Contact, visitor: VisitorId): ContactRow {
  return {
    id: contact.id,
    visitor,
    name: contact.name ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    company: contact.company ?? null,
    traits: JSON.stringify(contact.traits),
    sharedDevice: contact.sharedDevice,
    firstSeenAt: contact.firstSeenAt,
  }
}

function leadRow(lead: Lead, journey: Journey): LeadRow {
  return {
    id: lead.id,
    visitor: lead.visitor,
    journey: journey.id,
    contact: journey.contact?.id ?? null,
    openedAt: lead.openedAt,
    closedAt: lead.closedAt ?? null,
    activeAt: lead.activeAt,
    stage: lead.stage,
    reason: lead.reason ?? null,
    value: lead.value,
    revenue: lead.revenue ?? null,
    fit: lead.score.fit,
    interest: lead.score.interest,
    cell: lead.score.cell,
    sessions: lead.sessions,
    firstSession: lead.first ?? null,
    convertingSession: lead.converting ?? null,
    lastSession: lead.last ?? null,
    mqlAt: lead.mqlAt ?? null,
    sqlAt: lead.sqlAt ?? null,
    customerAt: lead.customerAt ?? null,
  }
}

function touchpointRows(lead: Lead): TouchpointRow[] {
  return lead.touchpoints.map(({ event, session, type, label, stage, at, value }) => ({
    event, visitor: lead.visitor, lead: lead.id, session: session ?? null, type, label, stage, at, value,
  })) // prettier-ignore
}
