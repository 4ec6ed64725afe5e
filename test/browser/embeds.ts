/** Frames of others on a page: they stand for a provider, and post what a test gives them. */
import type { Page } from '@playwright/test'
import type { Site } from './site.ts'

/** Serves a page with a frame of that origin, which has nothing in it, and opens it. */
export async function openWith(page: Page, site: Site, origin: string, html = '', frame = ''): Promise<void> {
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  const embed = `<iframe ${frame} src="${origin}/frame"></iframe>`
  site.serve('/book', `<!doctype html><title>Book</title><!--tag--><body>${html}${embed}</body>`)
  await page.goto(`${site.address}/book`)
}

/** What the frame of that origin posts to the page, in order. */
export async function post(page: Page, origin: string, ...messages: unknown[]): Promise<void> {
  const frame = page.frames().find((each) => each.url().startsWith(`${origin}/`))
  if (!frame) throw new Error(`No frame of ${origin}`)
  await frame.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, '*')), messages)
}

/** What a script of the page posts to its own window, in order. */
export async function postToItself(page: Page, ...messages: unknown[]): Promise<void> {
  await page.evaluate((messages) => messages.forEach((message) => window.postMessage(message, '*')), messages)
}

const startTime = '2026-10-01T09:00:00.000Z'
export const startsAt = Date.parse(startTime)

export const calendly = {
  event: 'calendly.event_scheduled',
  payload: {
    event: { uri: 'https://api.calendly.com/scheduled_events/EV1' },
    invitee: { uri: 'https://api.calendly.com/scheduled_events/EV1/invitees/IN1' },
  },
}

const cal = (type: string, data: object) => ({ originator: 'CAL', type, namespace: '', fullType: `CAL::${type}`, data })
export const calV2 = cal('bookingSuccessfulV2', { uid: 'cal-1', title: 'Demo', startTime, status: 'ACCEPTED' })
export const calV1 = cal('bookingSuccessful', {
  booking: { uid: 'cal-1', startTime, attendees: [{ email: 'jane@mail.test', name: 'Jane Doe' }] },
  date: startTime,
  organizer: { name: 'Sales', email: 'sales@shop.test', timeZone: 'Europe/Copenhagen' },
  confirmed: true,
})
export const calTrial = cal('dryRunBookingSuccessfulV2', { startTime })
export const calMoved = cal('rescheduleBookingSuccessfulV2', { uid: 'cal-1', startTime })

export const meeting = {
  meetingBookSucceeded: true,
  meetingsPayload: {
    bookingResponse: {
      event: { dateTime: startsAt, duration: 1_800_000 },
      postResponse: {
        contact: { email: 'jane@mail.test', firstName: 'Jane', lastName: 'Doe' },
        organizer: { email: 'sales@shop.test', name: 'Sales' },
      },
    },
  },
}

const guid = '8f7d78bf-0f85-40e1-9ce4-5d1185accda0'
const hubSpot = (eventName: string, data?: unknown) => ({ type: 'hsFormCallback', eventName, id: guid, data })
const values = [
  { name: 'firstname', value: 'Jane' },
  { name: 'email', value: 'jane@mail.test' },
  { name: '0-2/name', value: 'Doe ApS' },
  { name: 'hs_context', value: '{"canary":1}' },
]
const submissionValues = Object.fromEntries(values.map(({ name, value }) => [name, value]))
export const hubSpotForm = {
  guid,
  ready: hubSpot('onFormReady'),
  offered: [hubSpot('onBeforeFormSubmit', values), hubSpot('onFormSubmit', values)],
  /** Older ones do not say once more what was written. */
  taken: hubSpot('onFormSubmitted'),
  takenWith: hubSpot('onFormSubmitted', { formGuid: guid, redirectUrl: '', submissionValues }),
  /** What must come of it. */
  fields: [
    { name: 'firstname', value: 'Jane' },
    { name: 'email', value: 'jane@mail.test' },
    { name: 'company', value: 'Doe ApS' },
  ],
} as const

export const typeform = { type: 'form-submit', embedId: '123', formId: 'moe6aa', responseId: 'r8s9t0' }
