/**
 * Ids: opaque strings, branded so that one kind is never taken for another.
 * Secrets are made elsewhere, from 128 random bits.
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type SiteId = Branded<'SiteId'>
/** The public key of a site, as it stands in the tag. */
export type SiteKey = Branded<'SiteKey'>
export type VisitorId = Branded<'VisitorId'>
export type EventId = Branded<'EventId'>
export type SessionId = Branded<'SessionId'>
export type ContactId = Branded<'ContactId'>
export type LeadId = Branded<'LeadId'>
export type DestinationId = Branded<'DestinationId'>

const shape = /^[A-Za-z0-9_.:-]{1,160}$/

/** Whether a string may serve as an id of any kind. */
export const isId = (value: string): boolean => shape.test(value)

const checked =
  <Id extends string>(kind: string) =>
  (value: string): Id => {
    if (!isId(value)) throw new Error(`not a ${kind}: ${JSON.stringify(value.slice(0, 90))}`)
    return value as Id
  }

export const siteId = checked<SiteId>('site id')
export const siteKey = checked<SiteKey>('site key')
export const visitorId = checked<VisitorId>('visitor id')
export const eventId = checked<EventId>('event id')
export const destinationId = checked<DestinationId>('destination id')
export const sessionId = checked<SessionId>('session id')
export const contactId = checked<ContactId>('contact id')
export const leadId = checked<LeadId>('lead id')

/** A session is named after its first event, so that computing it again gives the same name. */
export const sessionIdOf = (first: EventId): SessionId => sessionId(`s_${first}`)
/** A lead is named after the touchpoint that opened it. */
export const leadIdOf = (opening: EventId): LeadId => leadId(`l_${opening}`)
/** A contact is named after the event that first identified it. */
export const contactIdOf = (identifying: EventId): ContactId => contactId(`c_${identifying}`)
/** The touchpoint a lead id names; undefined for what is no lead id. */
export const openingOf = (lead: string): EventId | undefined =>
  lead.startsWith('l_') && isId(lead.slice(2)) ? eventId(lead.slice(2)) : undefined
