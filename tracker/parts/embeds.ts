/**
 * Forms and calendars of others on the page. What they tell by message counts from their own origin only; from anywhere
 * else it is nothing, whatever it says. A form that stands in the page itself has been read by the core, which is then
 * only told that it was sent.
 */
import type { Answer } from '@leadtrail/shared/event'
import { listen, safely } from '../guard.ts'
import type { Draft } from '../record.ts'
import type { Given, Tag } from '../tag.ts'

/** What somebody says; nothing of it is believed before it is looked at. Reading what is not there may throw. */
type Told = { readonly [key: string]: Told | undefined }
/** HubSpot's editor of 2024. */
type HubSpotForms = { getFormFromEvent(event: Event): { getFormFieldValues(): Promise<Told> } }

/** A page that tells of more than this many is not to be believed. */
const most = 50
/** No message that tells of a form is longer. */
const longest = 1e5

let tag: Tag
const seen = new Set<string>()
/** What HubSpot told as a form was sent off: older ones do not repeat it when it was taken. */
let offered: Told | undefined

/** As text; empty where it is none. */
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '')

/** Records it, unless it has been; `ref` is its name at its provider. */
function once(draft: Draft, ref: string): void {
  const key = ref || JSON.stringify(draft)
  if (seen.has(key) || seen.size >= most) return
  seen.add(key)
  tag.record(draft)
}

function book(kind: string, ref: string, starts?: unknown, person?: Told): void {
  const at = +new Date(starts as string)
  const email = text(person?.email)
  const name = text(person?.name) || text(person?.firstName) + ' ' + text(person?.lastName)
  const contact = email ? { email, name } : undefined
  once(
    { type: 'booking', kind, ref: ref || undefined, startsAt: at > 1e12 && at < 4e12 ? at : undefined, contact },
    ref,
  )
}

function fill(name: string, id: string, given: readonly Given[], ref = ''): void {
  const fields = given.map((each) => tag.answer(each)).filter(Boolean) as Answer[]
  once({ type: 'form', form: { id, name }, fields }, ref)
}

/** HubSpot has taken a form; the values are `[{name, value}]` or `{name: value}`. */
function taken(id: string, values: Told | undefined): void {
  const own = `[data-form-id="${CSS.escape(id)}"]`
  const form = document.querySelector(`form${own},${own} form`)
  if (form) return tag.sent(form)
  const given = Object.entries(values || {}).map(([key, each]) => {
    const named = text(each?.name)
    // `0-1/email` is the contact's, `0-2/name` the company's.
    const name = (named || key).replace('0-2/name', 'company').replace(/.*\//, '')
    // `hs_context` and the like are HubSpot's own notes.
    return { name, value: /^hs_/.test(name) ? '' : named ? each?.value : each }
  })
  fill('HubSpot', id, given)
}

/**
 * Calendly, "Embed events": `{event, payload: {event: {uri}, invitee: {uri}}}`.
 * typeform/embed, `onSubmit`: `{type: 'form-submit', formId, responseId}`; the answers stay there.
 * calcom/cal.com, embed-core, `EventDataMap`: `{originator: 'CAL', type, data}`; `bookingSuccessfulV2` follows the older
 * `bookingSuccessful`, which alone says who booked. Where somebody runs it himself, its script has named the frame.
 * HubSpot, "Legacy forms": `{type: 'hsFormCallback', eventName, id, data}`, posted to the page's own window or out of a
 * frame; `{meetingBookSucceeded, meetingsPayload}` as it is observed, for it is not documented.
 */
function read(told: Told, origin: string): void {
  const { data, payload } = told
  const [type, id, name] = [told.type, told.id, told.eventName].map(text) as [string, string, string]
  const host = origin.replace('https://', '')
  // `share.`, `forms-eu1.`, `meetings-na2.`, …
  const hubspot = /^[\w-]+\.(hubspot|hsforms)\.(com|net)$/.test(host)
  const frames = () => Array.from(document.querySelectorAll<HTMLIFrameElement>('[name^=cal-embed]'))
  if (host === 'calendly.com' && text(told.event) === 'calendly.event_scheduled') {
    book('calendly', text(payload?.invitee?.uri) || text(payload?.event?.uri))
  } else if (type === 'form-submit' && /^[\w-]+\.typeform\.com$/.test(host)) {
    const value = text(told.responseId)
    fill('Typeform', text(told.formId), [{ name: 'responseId', value }], value)
  } else if (/^bookingSuccessful/.test(type)) {
    if (!/^(app\.)?cal\.com$/.test(host) && !frames().some(({ src }) => src.startsWith(origin + '/'))) return
    const booking = data?.booking || data
    book('cal.com', text(booking?.uid), booking?.startTime, booking?.attendees?.[0])
  } else if (hubspot && told.meetingBookSucceeded) {
    const answer = told.meetingsPayload?.bookingResponse
    book('hubspot', '', answer?.event?.dateTime, answer?.postResponse?.contact)
  } else if (type === 'hsFormCallback' && (hubspot || origin === location.origin)) {
    if (/FormSubmit$/.test(name)) offered = told
    else if (/tted$/.test(name))
      taken(id, data?.submissionValues || (text(offered?.id) === id ? offered?.data : undefined))
  }
}

/**
 * mautic/mautic, FormBundle, `messenger`: `{"success":1,"formName":"…"}`, posted into a hidden frame that passes it on. It
 * counts when it comes from where the form was sent to.
 */
function readText(data: string, origin: string): void {
  for (const form of Array.from(document.forms)) {
    const name = form.getAttribute('data-mautic-form')
    if (!name || new URL(form.action).origin !== origin) continue
    const { success, formName } = JSON.parse(data)
    if (success && formName === name) tag.sent(form)
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
  listen<CustomEvent<Told>>(window, 'hs-form-event:on-submission:success', (event) => {
    const { HubSpotFormsV4: api } = window as { HubSpotFormsV4?: HubSpotForms }
    const take = safely((values?: Told) => taken(text(event.detail.formId), values))
    if (api) void api.getFormFromEvent(event).getFormFieldValues().then(take, take)
    else take()
  })
  return hear
}
