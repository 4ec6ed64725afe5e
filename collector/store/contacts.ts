/** Contacts as they are kept, and how one is found by a part of what is known of it. */
import type { SiteId } from '@leadtrail/shared/ids'
import type { ContactRow } from '../domain/rows.ts'
import { type Statement, sql } from './engine.ts'
import { table } from './table.ts'

export const contacts = table<ContactRow>({
  name: 'contacts',
  columns: {
    id: 'contact_id',
    visitor: 'visitor_id',
    name: 'name',
    email: 'email',
    phone: 'phone',
    company: 'company',
    traits: 'traits',
    sharedDevice: 'shared_device',
    firstSeenAt: 'first_seen_at',
  },
  flags: ['sharedDevice'],
  extra: { search: searchOf },
})

/** What is searched: in small letters, because databases know those of English only, and the phone as digits. */
function searchOf({ name, email, phone, company }: ContactRow): string {
  const known = [name, email, phone && digitsOf(phone), company].filter((part) => part !== null && part !== '')
  return known.join('\n').toLowerCase()
}

const digitsOf = (phone: string): string => phone.replace(/[\s().\-/]/g, '')

/** The ids of the contacts with the text in a name, e-mail, phone or company. */
export function contactsWith(site: SiteId, text: string): Statement {
  const wanted = text.trim().toLowerCase()
  const part = /^[+\d\s().\-/]+$/.test(wanted) ? digitsOf(wanted) || wanted : wanted
  const pattern = `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`select contact_id from contacts where site_id = ${site} and search like ${pattern} escape '\\'`
}
