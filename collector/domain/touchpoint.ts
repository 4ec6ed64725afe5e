/** Touchpoints: the events that are worth money, by the first rule of the site that they meet. */
import type { EventId, SessionId } from '@leadtrail/shared/ids'
import type { Minor } from '@leadtrail/shared/money'
import type { TouchpointCondition, TouchpointRule } from '@leadtrail/shared/settings'
import type { Instant } from '@leadtrail/shared/time'
import { type TypedAnswer, answersOf } from './answer.ts'
import { type LogEvent, type Site, isType } from './event.ts'
import { emailOf, phoneOf } from './identifier.ts'
import { matchesPath } from './pattern.ts'
import { touchpointValue } from './value.ts'

export type Touchpoint = {
  readonly event: EventId
  readonly at: Instant
  readonly receivedAt: Instant
  readonly type: string
  readonly label: string
  readonly stage: 'mql' | 'sql'
  /** Whether it opens a lead where none is open. */
  readonly opens: boolean
  readonly value: Minor
  readonly session: SessionId | undefined
}

/** The touchpoint that an event is by the site's rules; undefined for an event that is none. */
export function touchpointOf(
  event: LogEvent,
  session: SessionId | undefined,
  site: Pick<Site, 'rules'>,
): Touchpoint | undefined {
  const rule = site.rules.touchpoints.find(({ when }) => when.some((condition) => meets(event, condition)))
  if (!rule) return undefined
  return {
    event: event.id,
    at: event.at,
    receivedAt: event.receivedAt,
    type: rule.type,
    label: rule.label,
    stage: rule.stage,
    opens: rule.opens,
    value: touchpointValue(rule, site.rules.values),
    session,
  }
}

/** The rule behind a touchpoint type, for its receipt. */
export function ruleOf(type: string, site: Pick<Site, 'rules'>): TouchpointRule | undefined {
  return site.rules.touchpoints.find((rule) => rule.type === type)
}

function meets(event: LogEvent, condition: TouchpointCondition): boolean {
  switch (condition.on) {
    case 'page':
      return isType(event, 'page') && matchesPath(condition.path, event.body.url)
    case 'form':
      return isType(event, 'form') && meetsForm(event, condition)
    case 'click':
      return isType(event, 'click') && event.body.kind === condition.kind
    case 'call':
      return isType(event, 'call')
    case 'email':
      return isType(event, 'email') && event.body.kind === 'received'
    case 'booking':
      return isType(event, 'booking')
  }
}

const reachesSomebody = ({ type, value }: TypedAnswer): boolean =>
  Boolean((type === 'email' && emailOf(value)) || (type === 'phone' && phoneOf(value)))

/** The kind the form states wins over the page it stands on; what asks to be reachable needs an e-mail or a phone. */
function meetsForm(event: LogEvent, condition: Extract<TouchpointCondition, { on: 'form' }>): boolean {
  if (!isType(event, 'form')) return false
  const { kind, contact, url } = event.body
  if (kind === 'newsletter') return condition.kinds?.includes('newsletter') ?? false
  if (condition.reachable) {
    const stated = contact && (emailOf(contact.email) ?? phoneOf(contact.phone) ?? contact.id)
    return Boolean(stated) || answersOf(event).some(reachesSomebody)
  }
  if (kind) return condition.kinds?.includes(kind) ?? false
  return condition.path ? matchesPath(condition.path, url) : false
}
