/** What identifies a person: e-mail, phone and external id, normalised; and what looks like one and is none. */
import type { Claim } from '@leadtrail/shared/event'

/** Values that broken integrations send in place of an id (domain rule 5). */
const refused = new Set([
  'null', 'undefined', 'nan', 'none', '0', '-1', 'true', 'false', 'anonymous', 'guest', 'id', 'email', 'distinct_id',
  'user', 'not_authenticated', '[object object]',
]) // prettier-ignore

/** Mailboxes of a company, not of a person: they identify a contact only together with a name. */
const roles = new Set([
  'info', 'post', 'kontakt', 'contact', 'sales', 'salg', 'office', 'mail', 'hello', 'hej', 'hallo', 'support', 'admin',
  'administration', 'firmapost', 'postmaster', 'webmaster', 'service', 'kundeservice', 'booking', 'order', 'ordre',
  'faktura', 'invoice', 'noreply', 'no-reply', 'verkoop', 'vertrieb', 'zentrale', 'team',
]) // prettier-ignore

/** One @, no spaces, a domain with a dot; local parts and domains as long as RFC 5321 4.5.3.1 allows. */
const mailShape =
  /^[^\s@<>()[\]\\,;:"]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252})\.(?:[\p{L}]{2,63}|xn--[a-z0-9-]{2,59})$/u

/** The normalised e-mail address (trimmed, NFC, lower case), or undefined for what is none. */
export function emailOf(value: string | undefined): string | undefined {
  const mail = value
    ?.normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  return mail && mail.length <= 254 && mailShape.test(mail) && !mail.includes('..') ? mail : undefined
}

/** The digits of a phone number with its + where it has one, or undefined for what is none. */
export function phoneOf(value: string | undefined): string | undefined {
  const phone = value
    ?.replace(/^tel:/i, '')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+')
  return phone && /^\+?\d{6,15}$/.test(phone) && !/^\+?0+$/.test(phone) ? phone : undefined
}

/** An external (CRM) id, or undefined for what only looks like one. */
export function externalIdOf(value: string | undefined): string | undefined {
  const id = value?.trim()
  return id && !refused.has(id.toLowerCase()) && !/^[0-]+$/.test(id) ? id : undefined
}

/** Whether the address names a mailbox of a company (`info@`), not a person. */
export const isRole = (email: string): boolean => roles.has(email.split('@')[0] ?? '')

/** Strong keys of a claim, strongest first: `id:…`, `email:…`. Empty when it identifies nobody. */
export function keysOf(claim: Claim): string[] {
  const id = externalIdOf(claim.id)
  const email = emailOf(claim.email)
  const person = email && (!isRole(email) || claim.name?.trim()) ? email : undefined
  return [...(id ? [`id:${id}`] : []), ...(person ? [`email:${person}`] : [])]
}
