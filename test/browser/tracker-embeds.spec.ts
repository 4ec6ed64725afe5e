/** Calendars and forms of others: what they say themselves is a lead; what anybody else says is nothing. */
import {
  calMoved,
  calReady,
  calTrial,
  calV1,
  calV2,
  calendly,
  calendlyBefore,
  hubSpotForm,
  listening,
  meeting,
  openTalking,
  openWith,
  post,
  postToItself,
  startsAt,
  typeform,
  typeformReady,
} from './embeds.ts'
import { answersIn, expect, expectEvents, test } from './fixtures.ts'

test('Calendly: who only looks at times has booked nothing; a scheduled event is one booking, however often it is told', async ({
  page,
  site,
}) => {
  const origin = 'https://calendly.com'
  await openTalking(page, site, origin, calendlyBefore[0])
  await post(page, origin, ...calendlyBefore)
  await expectEvents(site, 'booking', 0)
  await post(page, origin, calendly, calendly)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({ kind: 'calendly', ref: calendly.payload.invitee.uri, url: `${site.address}/book` })
})

test('Cal.com: a booking that is told in two ways is one, with who booked and for when', async ({ page, site }) => {
  const origin = 'https://app.cal.com'
  await openTalking(page, site, origin, calReady[0])
  await post(page, origin, calReady[1], calTrial, calV1, calV2, calMoved)
  const [booking] = await expectEvents(site, 'booking', 1)
  const contact = { email: 'jane@mail.test', name: 'Jane Doe' }
  expect(booking).toMatchObject({ kind: 'cal', ref: 'cal-1', startsAt, contact })
})

test('Cal.com: the newer message alone is enough, a trial or a booking that was moved is none', async ({
  page,
  site,
}) => {
  const origin = 'https://cal.com'
  await openTalking(page, site, origin, calReady[0])
  await post(page, origin, calReady[1], calTrial, calMoved)
  await expectEvents(site, 'booking', 0)
  await post(page, origin, calV2)
  const [booking] = await expectEvents(site, 'booking', 1)
  expect(booking).toMatchObject({ kind: 'cal', ref: 'cal-1', startsAt })
})

test('HubSpot meetings: a booking has its time and its contact, not the seller', async ({ page, site }) => {
  const origin = 'https://meetings-eu1.hubspot.com'
  await openTalking(page, site, origin, { height: 700 })
  await post(page, origin, meeting, meeting)
  const [booking] = await expectEvents(site, 'booking', 1)
  const contact = { email: 'jane@mail.test', name: 'Jane Doe' }
  expect(booking).toMatchObject({ kind: 'hubspot', startsAt, contact })
  expect(site.bodies.join()).not.toContain('sales@shop.test')
})

test('HubSpot form in a frame: offered it is nothing, taken it is one form with its answers, without its own notes', async ({
  page,
  site,
}) => {
  const origin = 'https://share-eu1.hsforms.com'
  await openTalking(page, site, origin, hubSpotForm.ready)
  await post(page, origin, ...hubSpotForm.offered)
  await expectEvents(site, 'form', 0)
  await post(page, origin, hubSpotForm.taken, hubSpotForm.taken)
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
  await postToItself(page, hubSpotForm.ready)
  await listening(page, site)
  await postToItself(page, ...hubSpotForm.offered)
  await expectEvents(site, 'form', 0)
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
  await openWith(page, site, [], inline)
  await page.fill('#e', 'jane@mail.test')
  await listening(page, site)
  await page.click('#send')
  await postToItself(page, ...hubSpotForm.offered)
  await expectEvents(site, 'form', 0)
  await postToItself(page, hubSpotForm.taken, hubSpotForm.taken)
  const [form] = await expectEvents(site, 'form', 1)
  expect(answersIn(form)).toEqual([{ name: 'email', label: 'E-mail', value: 'jane@mail.test' }])
  expect(site.bodies.join()).not.toContain('canary')
})

test('HubSpot form of the newer editor: refused it is nothing, its success on the window is one form', async ({
  page,
  site,
}) => {
  await openTalking(page, site, 'https://forms-eu1.hsforms.com', hubSpotForm.ready)
  const tell = (...names: string[]) =>
    page.evaluate(
      ([fields, names]) => {
        const form = { getFormId: () => 'v4', getFormFieldValues: () => Promise.resolve(fields) }
        Object.assign(window, { HubSpotFormsV4: { getFormFromEvent: () => form } })
        const detail = { formId: 'v4', instanceId: 'i' }
        for (const name of names) window.dispatchEvent(new CustomEvent(`hs-form-event:on-${name}`, { detail }))
      },
      [hubSpotForm.values, names] as const,
    )
  await tell('ready', 'submission:failed')
  await expectEvents(site, 'form', 0)
  await tell('submission:success', 'submission:success')
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({ form: { id: 'v4', name: 'HubSpot' } })
  expect(answersIn(form)).toEqual(hubSpotForm.fields)
})

test('Typeform: a response is one form that says which response it was', async ({ page, site }) => {
  const origin = 'https://form.typeform.com'
  await openTalking(page, site, origin, typeformReady)
  await post(page, origin, typeform, typeform)
  const [form] = await expectEvents(site, 'form', 1)
  expect(form).toMatchObject({ form: { id: 'moe6aa', name: 'Typeform' } })
  expect(answersIn(form)).toEqual([{ name: 'responseId', value: 'r8s9t0' }])
})
