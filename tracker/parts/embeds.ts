/**
 * Forms and calendars of others on the page. What they tell by message counts from their own origin only; from anywhere
 * else it is nothing, whatever it says. A form that stands in the page itself has been read by the core, which is then
 * only told that it was sent.
 */
import type { Answer } from '@leadtrail/shared/event'
import { listen } from '../guard.ts'
import type { Draft } from '../record.ts'
import type { Tag } from '../tag.ts'

type Person = { readonly [key in 'email' | 'name' | 'firstName' | 'lastName']?: string }
type Value = { readonly name: string; readonly value: unknown }
type Booked = { readonly uid: string; readonly startTime: number; readonly attendees?: readonly Person[] }
/** What providers say. Nobody else keeps to it: reading what is not there throws, and then nothing was said. */
type Told = { readonly [key in 'event' | 'type' | 'eventName' | 'id' | 'formId' | 'responseId']: string } & {
  readonly payload: { readonly invitee: { readonly uri: string } }
  readonly data: Booked & { readonly booking?: Booked; readonly submissionValues: object }
  readonly meetingsPayload?: {
    readonly bookingResponse: {
      readonly event: { readonly dateTime: number }
      readonly postResponse: { contact: Person }
    }
  }
}
/** HubSpot's editor of 2024. */
type HubSpotForms = { getFormFromEvent(event: Event): { getFormFieldValues(): Promise<readonly Value[]> } }

const providers = /^https:\/\/(?:.+\.)?(calendly|cal|typeform|hubspot|hsforms)\.com$/

/**
 * Calendly, "Embed events": `{event, payload: {event: {uri}, invitee: {uri}}}`.
 * typeform/embed, `onSubmit`: `{type: 'form-submit', formId, responseId}`; the answers stay there.
 * calcom/cal.com, embed-core, `EventDataMap`: `{originator: 'CAL', type, data}`; `bookingSuccessfulV2` follows the older
 * `bookingSuccessful`, which alone says who booked.
 * HubSpot, "Legacy forms": `{type: 'hsFormCallback', eventName, id, data}`, posted to the page's own window or out of a
 * frame; "Global form events" of the newer editor; `{meetingsPayload}` as it is observed, for it is
 * not documented.
 * mautic/mautic, FormBundle, `messenger`: `{"success":1,…}`, posted into a hidden frame that passes it on.
 */
export function listenToEmbeds({ record, confirm, answer }: Tag): void {
  const seen = new Set<unknown>()
  /** Records it, unless it has been; `ref` is its name at its provider. */
  const once = (draft: Draft, ref: unknown = JSON.stringify(draft)) => {
    if (seen.size < seen.add(ref).size) record(draft)
  }
  const taken = (id: string, values: readonly Value[]) => {
    const own = `[data-form-id="${id}"]`
    // In the page itself it has been read, and may be gone by now.
    confirm(({ form }) => form.matches(`form${own},${own} form`) && seen.add(id))
    if (seen.has(id)) return
    const fields = values.map(
      ({ name, value }) =>
        // HubSpot's own notes stay. `0-1/email` is the contact's, `0-2/name` the company's.
        name !== 'hs_context' && answer({ name: name.replace('0-2/name', 'company').replace(/.*\//, ''), value }),
    )
    once({ type: 'form', form: { id, name: 'HubSpot' }, fields: fields.filter(Boolean) as Answer[] })
  }

  listen<MessageEvent<Told>>(window, 'message', ({ origin, data: told }) => {
    const { event, type, eventName, payload, data, meetingsPayload } = told
    const who = origin.match(providers)?.[1] || origin === location.origin
    const said = [who, event, type, eventName].join(' ')
    const book = (ref?: string, startsAt?: number, person?: Person) => {
      const contact = person && {
        email: person.email,
        name: [person.name, person.firstName, person.lastName].join(' ').trim(),
      }
      once({ type: 'booking', kind: who as string, ref, startsAt, contact }, ref)
    }
    if (/^calendly .*_scheduled/.test(said)) book(payload.invitee.uri)
    if (/^typeform .*submit/.test(said)) {
      const { formId: id, responseId: value } = told
      once({ type: 'form', form: { id, name: 'Typeform' }, fields: [{ name: 'responseId', value }] }, value)
    }
    if (/^cal .*bookingS/.test(said)) {
      const { uid, startTime, attendees: [person] = [] } = data.booking || data
      book(uid, startTime, person)
    }
    if (who === 'hubspot' && meetingsPayload) {
      const { event, postResponse } = meetingsPayload.bookingResponse
      book(undefined, event.dateTime, postResponse.contact)
    }
    if (/^(h\w+|true) .*Submitted/.test(said))
      taken(
        told.id,
        Object.entries(data.submissionValues).map(([name, value]) => ({ name, value })),
      )
    // It counts when it comes from where the form was sent to.
    if ((told as unknown as Partial<string>).startsWith?.('{"success":1'))
      confirm(
        ({ form }) => form.matches('[data-mautic-form]') && (form as HTMLFormElement).action.startsWith(origin + '/'),
      )
  })
  listen<CustomEvent<Told>>(window, 'hs-form-event:on-submission:success', (event) => {
    const { HubSpotFormsV4 } = window as unknown as { HubSpotFormsV4: HubSpotForms }
    HubSpotFormsV4.getFormFromEvent(event)
      .getFormFieldValues()
      .then((values) => taken(event.detail.formId, values))
      .catch(String)
  })
}
