/** Documents: a lead as the API, a mail and a webhook give it, made of its rows. */
import { type Minor, type Money } from '@leadtrail/shared/money'
import type { LeadJson, Receipt, TrafficSource } from '@leadtrail/shared/reports'
import { type Instant, isoOf } from '@leadtrail/shared/time'
import type { Site } from './event.ts'
import type { Lead } from './lead.ts'
import type { ContactRow, LeadView, SessionRow, TouchpointRow } from './rows.ts'

/** A lead in JSON (public contract). */
export function leadDocument(view: LeadView, { currency }: Pick<Site, 'currency'>): LeadJson {
  const { lead, contact, touchpoints } = view
  const money = (amount: Minor): Money => ({ amount, currency })
  return {
    id: lead.id,
    openedAt: isoOf(lead.openedAt),
    closedAt: isoOrNull(lead.closedAt),
    stage: lead.stage,
    reason: lead.reason,
    contact: contact ? contactDocument(contact) : null,
    value: money(lead.value),
    revenue: lead.revenue === null ? null : money(lead.revenue),
    score: { fit: lead.fit, interest: lead.interest, cell: lead.cell },
    first: sourceOf(view.first),
    converting: sourceOf(view.converting),
    last: sourceOf(view.last),
    touchpoints: touchpoints.map((touchpoint) => touchpointDocument(touchpoint, money)),
    owner: null,
    sessions: lead.sessions,
    activeAt: isoOf(lead.activeAt),
    qualifiedAt: lead.stage === 'irrelevant' ? null : isoOrNull(lead.mqlAt),
  }
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoOf(at))

function contactDocument(row: ContactRow): LeadJson['contact'] {
  const { id, name, email, phone, company, sharedDevice } = row
  return { id, name, email, phone, company, traits: JSON.parse(row.traits), sharedDevice }
}

function sourceOf(row: SessionRow | undefined): TrafficSource | null {
  if (!row) return null
  const { channel, rule, source, medium, campaign, term, content, clickId, landing, referrer } = row
  return { channel, rule, source, medium, campaign, term, content, clickId, landing, referrer }
}

export function touchpointDocument(
  row: TouchpointRow,
  money: (amount: Minor) => Money,
): LeadJson['touchpoints'][number] {
  const { event, type, label, stage, at, value, session } = row
  return { event, type, label, stage, at: isoOf(at), value: money(value), session }
}

/** The three strongest reasons of each score, either way. */
export function reasonsOf({ score }: Lead): { fit: Receipt['lines']; interest: Receipt['lines'] } {
  const strongest = ({ lines }: Receipt) =>
    lines
      .filter(({ amount, events }) => amount !== null && amount !== 0 && events.length > 0)
      .toSorted((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0))
      .slice(0, 3)
  return { fit: strongest(score.receipts[0]), interest: strongest(score.receipts[1]) }
}
