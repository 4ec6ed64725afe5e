/** Messages from elsewhere: whoever else says that something was booked or sent, it counts for nothing and costs nothing. */
import {
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
  typeform,
} from './embeds.ts'
import { expect, expectEvents, settled, test } from './fixtures.ts'

const everything = [calendly, calV2, meeting, ...hubSpotForm.offered, hubSpotForm.taken, typeform]

/** Names that look right from one side or another. */
const strangers = [
  'https://evil.test',
  'https://calendly.com.evil.test',
  'https://evilcalendly.com',
  'http://calendly.com',
  'https://cal.com.evil.test',
  'https://evilcal.com',
  'https://hubspot.com.evil.test',
  'https://evil-hubspot.com',
  'https://typeform.com.evil.test',
  'https://eviltypeform.com',
]

test(`${strangers.join(', ')} may say what they like: nothing was booked or sent`, async ({ page, site }) => {
  await openWith(page, site, strangers)
  await post(page, 'https://evil.test', ...everything)
  await listening(page, site)
  for (const origin of strangers) await post(page, origin, ...everything)
  await settled()
  expect(site.events().map(({ type }) => type)).toEqual(['page'])
})

test('a provider cannot speak for another, nor a page for one', async ({ page, site }) => {
  const origin = 'https://calendly.com'
  await openTalking(page, site, origin, calendlyBefore[0])
  await post(page, origin, calV2, meeting, hubSpotForm.taken, typeform)
  await postToItself(page, calendly, calV2, meeting, typeform)
  await settled()
  expect(site.events().map(({ type }) => type)).toEqual(['page'])
})

test('data of any kind throws nothing, and what comes after it is heard', async ({ page, site }) => {
  await openTalking(page, site, 'https://calendly.com', null)
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
  await openTalking(page, site, 'https://calendly.com', calendlyBefore[0])
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
