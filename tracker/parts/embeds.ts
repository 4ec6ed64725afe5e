/**
 * Forms and calendars of others on the page. What they tell by message counts from their own origin only; from anywhere
 * else it is nothing, whatever it says. A form that stands in the page itself has been read by the core, which is then
 * only told that it was sent.
 */
import type { Answer } from '@leadtrail/shared/event'
import { listen, safely } from '../guard.ts'
import type { Draft } from '../record.ts'
import type { Given, Tag } from '../tag.ts'

/** HubSpot's editor of 2024. */
type HubSpotForms = { getFormFromEvent(event: Event): { getFormFieldValues(): Promise<unknown> } }

/** A page that tells of more than this many is not to be believed. */
const most = 50
/** No message that tells of a form is longer. */
const longest = 1e5
/** `share.`, `forms-eu1.`, `meetings-na2.`, … */
const hubspot = /^https:\/\/[\w-]+\.(hubspot|hsforms)\.(com|net)$/

let tag: Tag
const seen = new Set<string>()
/** What HubSpot told as a form was sent off: older ones do not repeat it when it was taken. */
let offered: unknown

const pick = (told: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (Object(inner) as Record<string, unknown>)[key], told)
/** As text; empty where there is none. */
const text = (told: unknown, path: string): string => {
  const value = pick(told, path)
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

/** Records it, unless it has been; `ref` is its name at its provider. */
function once(draft: Draft, ref: string): void {
  const key = ref || JSON.stringify(draft)
  if (seen.has(key) || seen.size >= most) return
  seen.add(key)
  tag.record(draft)
}

function book(kind: string, ref: string, starts?: unknown, person?: unknown): void {
  const at = +new Date(starts as string)
  const email = text(person, 'email')
  const name = text(person, 'name') || text(person, 'firstName') + ' ' + text(person, 'lastName')
  const contact = email ? { email, name } : undefined
  once(
    { type: 'booking', kind, ref: ref || undefined, startsAt: at > 1e12 && at < 4e12 ? at : undefined, contact },
    ref,
  )
}

function fill(name: string, id: string, given: readonly Given[], ref = ''): void {
  const fields = given.slice(0, 200).map((each) => tag.answer(each))
  once({ type: 'form', form: { id, name }, fields: fields.filter(Boolean) as Answer[] }, ref)
}

/** HubSpot has taken a form; the values are `[{name, value}]` or `{name: value}`. */
function taken(id: string, values: unknown): void {
  const own = `[data-form-id="${CSS.escape(id)}"]`
  const form = document.querySelector(`form${own},${own} form`)
  if (form) return tag.sent(form)
  const told = Object(values) as Record<string, unknown>
  const given = Object.keys(told).map((key) => {
    const name = text(told[key], 'name')
    // `0-1/email` is the contact's, `0-2/name` the company's.
    return {
      name: (name || key).replace('0-2/name', 'company').replace(/.*\//, ''),
      value: name ? pick(told[key], 'value') : told[key],
    }
  })
  // `hs_context` and the like are HubSpot's own notes.
  fill(
    'HubSpot',
    id,
    given.filter(({ name }) => !/^hs_/.test(name)),
  )
}

/**
 * Calendly, "Embed events": `{event, payload: {event: {uri}, invitee: {uri}}}`.
 * typeform/embed, `onSubmit`: `{type: 'form-submit', formId, responseId}`; the answers stay there.
 * calcom/cal.com, embed-core, `EventDataMap`: `{originator: 'CAL', type, data}`; `bookingSuccessfulV2` follows the older
 * `bookingSuccessful`, which alone says who booked.
 * HubSpot, "Legacy forms": `{type: 'hsFormCallback', eventName, id, data}`, posted to the page's own window or out of a
 * frame; `{meetingBookSucceeded, meetingsPayload}` as it is observed, for it is not documented.
 */
function read(told: unknown, origin: string): void {
  const type = text(told, 'type')
  const id = text(told, 'id')
  const fromHubSpot = hubspot.test(origin)
  if (origin === 'https://calendly.com' && pick(told, 'event') === 'calendly.event_scheduled') {
    book('calendly', text(told, 'payload.invitee.uri') || text(told, 'payload.event.uri'))
  } else if (type === 'form-submit' && /^https:\/\/[\w-]+\.typeform\.com$/.test(origin)) {
    const value = text(told, 'responseId')
    fill('Typeform', text(told, 'formId'), [{ name: 'responseId', value }], value)
  } else if (/^bookingSuccessful/.test(type) && isCal(origin)) {
    const booking = pick(told, 'data.booking') || pick(told, 'data')
    book('cal.com', text(booking, 'uid'), pick(booking, 'startTime'), pick(booking, 'attendees.0'))
  } else if (fromHubSpot && pick(told, 'meetingBookSucceeded')) {
    const answer = pick(told, 'meetingsPayload.bookingResponse')
    book('hubspot', '', pick(answer, 'event.dateTime'), pick(answer, 'postResponse.contact'))
  } else if (type === 'hsFormCallback' && (fromHubSpot || origin === location.origin)) {
    const name = text(told, 'eventName')
    if (/FormSubmit$/.test(name)) offered = told
    else if (/tted$/.test(name))
      taken(id, pick(told, 'data.submissionValues') || (text(offered, 'id') === id && pick(offered, 'data')))
  }
}

/** Where somebody runs it himself, it stands in a frame that its script has named. */
const isCal = (origin: string) =>
  /^https:\/\/(app\.)?cal\.com$/.test(origin) ||
  Array.from(document.querySelectorAll<HTMLIFrameElement>('[name^=cal-embed]')).some(({ src }) =>
    src.startsWith(origin + '/'),
  )

/**
 * Tally, "JavaScript events": `{event, payload: {id, formId, fields: [{id, title, type, answer: {value}}]}}`.
 * mautic/mautic, FormBundle, `messenger`: `{success, formName}`, posted into a hidden frame that passes it on. It counts
 * when it comes from where the form was sent to.
 */
function readText(data: string, origin: string): void {
  const told = (path: string) => pick(JSON.parse(data), path)
  if (origin === 'https://tally.so') {
    if (told('event') !== 'Tally.FormSubmitted') return
    const sheet = told('payload')
    const given = Array.from(pick(sheet, 'fields') as ArrayLike<unknown>, (field) => ({
      name: pick(field, 'id'),
      label: pick(field, 'title'),
      // Hidden and calculated ones, files, signatures, payments.
      value: !/^[HFSP]|^CAL/.test(text(field, 'type')) && pick(field, 'answer.value'),
    }))
    return fill('Tally', text(sheet, 'formId'), given, text(sheet, 'id'))
  }
  for (const form of Array.from(document.forms)) {
    const name = form.getAttribute('data-mautic-form')
    if (name && new URL(form.action).origin === origin && told('success') && told('formName') === name) tag.sent(form)
  }
}

/** Listens, and answers the listener, so that messages from before can be handed to it. */
export function listenToEmbeds(given: Tag): (message: MessageEvent) => void {
  tag = given
  const hear = safely(({ origin, data }: MessageEvent) => {
    if (typeof data !== 'string') read(data, origin)
    else if (data.length < longest) readText(data, origin)
  })
  listen<MessageEvent>(window, 'message', hear)
  // HubSpot, "Global form events".
  listen(window, 'hs-form-event:on-submission:success', (event) => {
    const { HubSpotFormsV4: api } = window as { HubSpotFormsV4?: HubSpotForms }
    const take = safely((values?: unknown) => taken(text(event, 'detail.formId'), values))
    if (api) void api.getFormFromEvent(event).getFormFieldValues().then(take, take)
    else take()
  })
  return hear
}
