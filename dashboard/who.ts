/** What to call a lead: the person, else how to reach them, else what is known of somebody unknown. */
import type { LeadJson } from '@leadtrail/shared/reports'

export function nameOf({ contact, touchpoints }: LeadJson): string {
  const known = contact?.name ?? contact?.email ?? contact?.phone ?? contact?.company
  return known ?? `Unknown (${touchpoints[0]?.label.toLowerCase() ?? 'visitor'})`
}
