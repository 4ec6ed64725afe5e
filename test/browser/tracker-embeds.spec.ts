/** Calendars and forms of others: what they say themselves is a lead; what anybody else says is nothing. */
import {
  calMoved,
  calTrial,
  calV1,
  calV2,
  calendly,
  hubSpotForm,
  meeting,
  openWith,
  post,
  postToItself,
  startsAt,
  typeform,
} from './embeds.ts'
import { answersIn, expect, expectEvents, settled, test } from './fixtures.ts'

test('Calendly: a scheduled event is one booking with its reference, however often it is told', async ({
  page,
  site,
}) => {
  await openWith(page, site, 'https://calendly.com')
  await post(page, 'https://calendly.com', { event: 'calendly.date_and_time_selected' }, calendly, calendly)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({
    kind: 'calendly',
    ref: calendly.payload.invitee.uri,
    url: `${site.address}/book`,
  })
  await post(page, 'https://calendly.com', calendly)
  await expectEvents(site, 'booking', 1)
})

test('Calendly: who only looks at times has booked nothing', async ({ page, site }) => {
  await openWith(page, site, 'https://calendly.com')
  for (const event of ['profile_page_viewed', 'event_type_viewed', 'date_and_time_selected', 'page_height'])
    await post(page, 'https://calendly.com', { event: `calendly.${event}`, payload: calendly.payload })
  await settled()
  expect(site.events('booking')).toHaveLength(0)
})

test('Cal.com: a booking that is told in two ways is one, with who booked and for when', async ({ page, site }) => {
  await openWith(page, site, 'https://app.cal.com')
  await post(page, 'https://app.cal.com', calTrial, calV1, calV2, calMoved)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({
    kind: 'cal.com',
    ref: 'cal-1',
    startsAt,
    contact: { email: 'jane@mail.test', name: 'Jane Doe' },
  })
})

test('Cal.com: the newer message alone is enough', async ({ page, site }) => {
  await openWith(page, site, 'https://cal.com')
  await post(page, 'https://cal.com', calV2)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({ kind: 'cal.com', ref: 'cal-1', startsAt })
})

test('Cal.com run by somebody himself counts from the frame that its script has made', async ({ page, site }) => {
  await openWith(page, site, 'https://book.shop.test', '', 'class="cal-embed" name="cal-embed=demo"')
  await post(page, 'https://book.shop.test', calV2)
  await expectEvents(site, 'booking', 1)
})

test('HubSpot meetings: a booking has its time and its contact, not the seller', async ({ page, site }) => {
  const origin = 'https://meetings-eu1.hubspot.com'
  await openWith(page, site, origin)
  await post(page, origin, { height: 700 }, meeting, meeting)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({
    kind: 'hubspot',
    startsAt,
    contact: { email: 'jane@mail.test', name: 'Jane Doe' },
  })
  expect(site.bodies.join()).not.toContain('sales@shop.test')
})

test('HubSpot form in a frame: one form with its answers, without its own notes', async ({ page, site }) => {
  const origin = 'https://share-eu1.hsforms.com'
  await openWith(page, site, origin)
  await post(page, origin, hubSpotForm.ready, ...hubSpotForm.offered, hubSpotForm.takenWith, hubSpotForm.takenWith)
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({ form: { id: hubSpotForm.guid, name: 'HubSpot' } })
  expect(answersIn(form)).toEqual(hubSpotForm.fields)
  expect(site.bodies.join()).not.toContain('canary')
})

test('HubSpot form whose script posts to the page itself: offered it is nothing, taken it is one form', async ({
  page,
  site,
}) => {
  await openWith(page, site, 'https://other.test')
  await postToItself(page, hubSpotForm.ready, ...hubSpotForm.offered)
  await settled()
  expect(site.events('form')).toHaveLength(0)
  await postToItself(page, hubSpotForm.taken, hubSpotForm.taken)
  const [form] = await expectEvents(site, 'form', 1)
  expect(answersIn(form)).toEqual(hubSpotForm.fields)
})

test('HubSpot form that stands in the page: one form, with its labels, when it is taken and not before', async ({
  page,
  site,
}) => {
  const inline = `<form id="hsForm_${hubSpotForm.guid}" class="hs-form-private hsForm_${hubSpotForm.guid} hs-form stacked" method="POST"
    action="https://forms.hsforms.com/submit" target="target_iframe" data-form-id="${hubSpotForm.guid}" data-portal-id="1" novalidate>
    <label for="e">E-mail</label><input id="e" name="email" type="email" class="hs-input"><input type="hidden" name="hs_context" value="canary">
    <button id="send" class="hs-button">Send</button></form><iframe name="target_iframe" style="display:none"></iframe>`
  await page.route('https://forms.hsforms.com/**', (route) => route.fulfill({ contentType: 'text/html', body: 'ok' }))
  await openWith(page, site, 'https://other.test', inline)
  await page.fill('#e', 'jane@mail.test')
  await page.click('#send')
  await settled()
  expect(site.events('form')).toHaveLength(0)
  await postToItself(page, ...hubSpotForm.offered, hubSpotForm.takenWith, hubSpotForm.takenWith)
  const [form] = await expectEvents(site, 'form', 1)
  expect(answersIn(form)).toEqual([{ name: 'email', label: 'E-mail', value: 'jane@mail.test' }])
  expect(site.bodies.join()).not.toContain('canary')
})

test('HubSpot form of the newer editor: its event on the window is one form', async ({ page, site }) => {
  const origin = 'https://forms-eu1.hsforms.com'
  await openWith(page, site, origin)
  await post(page, origin, hubSpotForm.ready)
  await settled()
  await page.evaluate((fields) => {
    const form = { getFormId: () => 'v4', getFormFieldValues: () => Promise.resolve(fields) }
    Object.assign(window, { HubSpotFormsV4: { getFormFromEvent: () => form } })
    const tell = (name: string) =>
      window.dispatchEvent(new CustomEvent(`hs-form-event:on-${name}`, { detail: { formId: 'v4', instanceId: 'i' } }))
    for (const name of ['ready', 'submission:failed', 'submission:success', 'submission:success']) tell(name)
  }, hubSpotForm.offered[0]?.data)
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({ form: { id: 'v4', name: 'HubSpot' } })
  expect(answersIn(form)).toEqual(hubSpotForm.fields)
})

test('Typeform: a response is one form that says which response it was', async ({ page, site }) => {
  const origin = 'https://form.typeform.com'
  await openWith(page, site, origin)
  await post(page, origin, { type: 'form-ready' }, typeform, typeform)
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({ form: { id: 'moe6aa', name: 'Typeform' } })
  expect(answersIn(form)).toEqual([{ name: 'responseId', value: 'r8s9t0' }])
})
