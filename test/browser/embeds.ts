/** Frames of others on a page: they stand for a provider, and post what a test gives them. */
import { type Page, expect } from '@playwright/test'
import type { Site } from './site.ts'

/** Serves a page with a frame of each origin, which has nothing in it, and opens it. */
export async function openWith(page: Page, site: Site, origins: string | readonly string[], html = ''): Promise<void> {
  const frames = [origins].flat().map((origin) => `<iframe src="${origin}/frame"></iframe>`)
  await page.route(/^https?:\/\/[^/]+\/frame$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  )
  site.serve('/book', `<!doctype html><title>Book</title><!--tag--><body>${html}${frames.join('')}</body>`)
  await page.goto(`${site.address}/book`)
}

/** Opens the page with the provider's frame, which says what it says to begin with; the tag then listens to it. */
export async function openTalking(page: Page, site: Site, origin: string, first: unknown, html = ''): Promise<void> {
  await openWith(page, site, origin, html)
  await post(page, origin, first)
  await listening(page, site)
}

/** Waits until the tag, of its own accord, has loaded what listens to others. */
export async function listening(page: Page, site: Site): Promise<void> {
  await expect.poll(() => site.requests, { intervals: [20, 50] }).toContain('GET /lt-more.js')
  await page.evaluate((address) => import(address), `${site.collector}/lt-more.js`)
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

const uris = {
  event: { uri: 'https://api.calendly.com/scheduled_events/EV1' },
  invitee: { uri: 'https://api.calendly.com/scheduled_events/EV1/invitees/IN1' },
}
export const calendly = { event: 'calendly.event_scheduled', payload: uris }
/** What it says before: of it, nothing is a booking, whatever it holds. */
export const calendlyBefore = ['profile_page_viewed', 'event_type_viewed', 'date_and_time_selected', 'page_height'].map(
  (event) => ({ event: `calendly.${event}`, payload: uris }),
)

const cal = (type: string, data: object) => ({ originator: 'CAL', type, namespace: '', fullType: `CAL::${type}`, data })
export const calReady = [cal('__iframeReady', {}), cal('linkReady', {})]
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
  /** As the newer editor tells them. */
  values: values.map(({ name, value }) => ({ name: name.replace(/^(?=[a-z]+$)/, '0-1/'), value })),
  ready: hubSpot('onFormReady'),
  offered: [hubSpot('onBeforeFormSubmit', values), hubSpot('onFormSubmit', values)],
  taken: hubSpot('onFormSubmitted', { formGuid: guid, redirectUrl: '', submissionValues }),
  /** What must come of it. */
  fields: [
    { name: 'firstname', value: 'Jane' },
    { name: 'email', value: 'jane@mail.test' },
    { name: 'company', value: 'Doe ApS' },
  ],
} as const

export const typeformReady = { type: 'form-ready', embedId: '123', formId: 'moe6aa' }
export const typeform = { type: 'form-submit', embedId: '123', formId: 'moe6aa', responseId: 'r8s9t0' }
