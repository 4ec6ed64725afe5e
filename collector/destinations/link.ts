/** Where the dashboard shows a lead: the link in its mail and webhook. */
import type { Handover } from '../domain/handover.ts'

/** `baseUrl` is the collector's own address, with or without a slash at its end. */
export function linkOf(baseUrl: string, { lead, site }: Pick<Handover, 'lead' | 'site'>): string {
  return `${baseUrl.replace(/\/+$/, '')}/leads/${encodeURIComponent(lead.id)}?site=${encodeURIComponent(site.id)}`
}
