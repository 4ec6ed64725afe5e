/** What to call a lead: the person, else how to reach them, else what is known of somebody unknown. */
import type { LeadJson } from '@leadtrail/shared/reports'

export function nameOf(lead: LeadJson): string {
  const { contact } = lead
  const known = contact?.name ?? contact?.email ?? contact?.phone ?? contact?.company
  return known ?? `Unknown (${openingOf(lead)?.label.toLowerCase() ?? 'visitor'})`
}

/** The touchpoint that opened the lead: the lead is named after it. */
export const openingOf = ({ id, touchpoints }: LeadJson): LeadJson['touchpoints'][number] | undefined =>
  touchpoints.find(({ event }) => id === `l_${event}`) ?? touchpoints[0]
