/** Messages from elsewhere: whoever else says that something was booked or sent, it counts for nothing and costs nothing. */
import { calV2, calendly, hubSpotForm, meeting, openWith, post, postToItself, typeform } from './embeds.ts'
import { expect, expectEvents, settled, test } from './fixtures.ts'

const everything = [calendly, calV2, meeting, ...hubSpotForm.offered, hubSpotForm.takenWith, typeform]

/** Names that look right from one side or another. */
const strangers = [
  'https://evil.test',
  'https://calendly.com.evil.test',
  'https://evilcalendly.com',
  'https://app.calendly.com',
  'http://calendly.com',
  'https://cal.com.evil.test',
  'https://evilcal.com',
  'https://hubspot.com.evil.test',
  'https://evil-hubspot.com',
  'https://typeform.com.evil.test',
  'https://eviltypeform.com',
]

for (const origin of strangers) {
  test(`${origin} may say what it likes: nothing was booked or sent`, async ({ page, site }) => {
    await openWith(page, site, origin)
    await post(page, origin, ...everything)
    await settled()
    await post(page, origin, ...everything)
    await settled()
    expect(site.events().map(({ type }) => type)).toEqual(['page'])
  })
}

test('a provider cannot speak for another, nor a page for one', async ({ page, site }) => {
  await openWith(page, site, 'https://calendly.com')
  await post(page, 'https://calendly.com', calV2, meeting, hubSpotForm.takenWith, typeform)
  await postToItself(page, calendly, calV2, meeting, typeform)
  await settled()
  expect(site.events().map(({ type }) => type)).toEqual(['page'])
})

test('data of any kind throws nothing, and what comes after it is heard', async ({ page, site }) => {
  await openWith(page, site, 'https://calendly.com')
  // Loads what listens.
  await post(page, 'https://calendly.com', null)
  await settled()
  await page.evaluate(() => {
    const getter = {
      get type() {
        throw new Error('type')
      },
      get event() {
        throw new Error('event')
      },
    }
    const proxy = new Proxy(
      {},
      {
        get: () => {
          throw new Error('proxy')
        },
      },
    )
    const odd = [null, undefined, 0, true, '', '{', 'null', '[]', [], [null], Object.create(null), getter, proxy]
    const shaped = [
      { event: 'calendly.event_scheduled' === location.href, payload: 1 },
      { type: 'hsFormCallback', eventName: 'onFormSubmitted', id: { toString: null } },
      { type: { toString: null }, originator: 'CAL' },
      { type: 'form-submit', formId: {}, responseId: [] }.formId,
    ]
    const origins = ['calendly.com', 'cal.com', 'form.typeform.com', 'meetings.hubspot.com', 'evil.test']
    for (const origin of [...origins.map((host) => `https://${host}`), 'null', ''])
      for (const data of [...odd, ...shaped]) dispatchEvent(new MessageEvent('message', { origin, data }))
  })
  await post(page, 'https://calendly.com', calendly)
  await expectEvents(site, 'booking', 1)
})

test('ten thousand messages, and texts of 5 MB, cost less than half a second', async ({ page, site }) => {
  await openWith(page, site, 'https://calendly.com')
  await post(page, 'https://calendly.com', { event: 'calendly.page_height' })
  await settled()
  const spent = await page.evaluate(() => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ type: `tick${at}`, payload: { at, list: [1, 2, 3] } }))
    const long = '{"success":1,'.padEnd(5e6, 'x')
    const begun = performance.now()
    for (const data of many) dispatchEvent(new MessageEvent('message', { origin: 'https://evil.test', data }))
    for (const origin of ['https://evil.test', location.origin])
      for (let i = 0; i < 10; i++) dispatchEvent(new MessageEvent('message', { origin, data: long }))
    return performance.now() - begun
  })
  expect(spent).toBeLessThan(500)
  await post(page, 'https://calendly.com', calendly)
  await expectEvents(site, 'booking', 1)
})

test('a provider that tells of thousands of bookings is not believed for long', async ({ page, site }) => {
  await openWith(page, site, 'https://calendly.com')
  const flood = Array.from({ length: 2000 }, (_, at) => ({ ...calendly, payload: { invitee: { uri: `urn:${at}` } } }))
  await post(page, 'https://calendly.com', ...flood)
  await expect.poll(() => site.events('booking').length).toBeGreaterThan(0)
  await settled(2000)
  expect(site.events('booking').length).toBeLessThanOrEqual(50)
})
