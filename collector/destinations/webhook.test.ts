/** The webhook courier against real receivers: what arrives, what verifies, and what each answer means. */
import { instant } from '@leadtrail/shared/time'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { SECRET, aDestination, aHandover, aParcel } from '../../test/builders/handover.ts'
import { answering, headersOf, aReceiver as listen } from '../../test/builders/receiver.ts'
import { webhookCourier } from './webhook.ts'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function aReceiver(answer: Parameters<typeof listen>[0]) {
  const receiver = await listen(answer)
  closing.push(receiver.close)
  return { ...receiver, destination: aDestination({ kind: 'webhook', to: receiver.url }) }
}

const courier = webhookCourier({ baseUrl: 'https://leads.example/', version: '0.1.0', timeoutMs: 300 })
describe('a webhook', () => {
  it('carries the lead, signed so that the published library verifies it', async () => {
    const { requests, destination } = await aReceiver(answering(204))
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: true, detail: '204' })
    const [request] = requests
    if (!request) throw new Error('nothing arrived')
    const { lead, journey, answers, reasons, site } = aHandover()
    expect(new Webhook(SECRET).verify(request.body, headersOf(request))).toEqual({
      type: 'lead.created',
      timestamp: lead.openedAt,
      data: { lead, journey, answers, reasons, site, link: 'https://leads.example/leads/l_event-form?site=boreal' },
    })
    expect(request.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Leadtrail/0.1.0' })
  })

  it('does not verify with another secret or a changed body', async () => {
    const { requests, destination } = await aReceiver(answering(200))
    await courier.deliver(aParcel(destination))
    const [request] = requests
    if (!request) throw new Error('nothing arrived')
    const { body } = request
    const other = new Webhook('whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=')
    expect(() => other.verify(body, headersOf(request))).toThrow('No matching signature')
    expect(() => new Webhook(SECRET).verify(body.replace('Jane', 'John'), headersOf(request))).toThrow()
  })

  it('keeps its id and body over retries; time and signature are those of the attempt', async () => {
    const { requests, destination } = await aReceiver(answering(500))
    const now = Date.now()
    await courier.deliver(aParcel(destination, { at: instant(now - 5000) }))
    await courier.deliver(aParcel(destination, { at: instant(now) }))
    const [first, second] = requests
    if (!first || !second) throw new Error('two requests should have arrived')
    const [before, after] = [headersOf(first), headersOf(second)]
    expect(after['webhook-id']).toBe(before['webhook-id'])
    expect(second.body).toBe(first.body)
    expect(Number(after['webhook-timestamp']) - Number(before['webhook-timestamp'])).toBe(5)
    expect(after['webhook-signature']).not.toBe(before['webhook-signature'])
    for (const request of requests) new Webhook(SECRET).verify(request.body, headersOf(request))
  })

  it('carries long and foreign text unharmed', async () => {
    const { requests, destination } = await aReceiver(answering(200))
    const answers = [{ label: 'Nachricht \r\n"x"', value: '井戸🛠️\u2028'.repeat(2000) }]
    await courier.deliver(aParcel(destination, { handover: aHandover({ answers }) }))
    const [request] = requests
    expect(request && new Webhook(SECRET).verify(request.body, headersOf(request))).toMatchObject({ data: { answers } })
  })
})

describe('the answer', () => {
  it.each([
    [200, {}, { ok: true, detail: '200' }],
    [299, {}, { ok: true, detail: '299' }],
    [400, {}, { ok: false, detail: '400 text/plain' }],
    [410, {}, { ok: false, detail: '410 text/plain', gone: true }],
    [429, { 'retry-after': '120' }, { ok: false, detail: '429 text/plain', retryAfterSeconds: 120 }],
    [
      503,
      { 'retry-after': 'Mon, 16 Mar 2026 10:07:00 GMT' },
      { ok: false, detail: '503 text/plain', retryAfterSeconds: 120 },
    ],
    [
      503,
      { 'retry-after': 'Sun, 15 Mar 2026 10:07:00 GMT' },
      { ok: false, detail: '503 text/plain', retryAfterSeconds: 0 },
    ],
    [429, { 'retry-after': 'soon' }, { ok: false, detail: '429 text/plain' }],
    [500, { 'retry-after': '120' }, { ok: false, detail: '500 text/plain' }],
  ])('%i %o means %o', async (status, headers, outcome) => {
    const { destination } = await aReceiver(answering(status, { ...headers, 'content-type': 'text/plain' }, 'a secret'))
    const at = instant(Date.parse('2026-03-16T10:05:00Z'))
    expect(await courier.deliver(aParcel(destination, { at }))).toEqual(outcome)
  })

  it.each([301, 302, 303, 307, 308])('%i is a failure, and nobody goes where it points', async (status) => {
    const target = await aReceiver(answering(200))
    const { destination } = await aReceiver(answering(status, { location: target.url }))
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: false, detail: String(status) })
    expect(target.requests).toEqual([])
  })

  it('is not read, be it endless', async () => {
    let written = 0
    const { destination } = await aReceiver((response) => {
      response.writeHead(500)
      const more = (): void => {
        while (!response.destroyed && response.write('line\n'.repeat(10_000))) written += 50_000
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: false, detail: '500' })
    expect(written).toBeLessThan(20_000_000)
  })

  it('is a success by its status, even if the connection breaks after it', async () => {
    const { destination } = await aReceiver((response) => {
      response.writeHead(200, { 'content-length': '100' }).flushHeaders()
      setTimeout(() => response.destroy(), 20)
    })
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: true, detail: '200' })
  })
})

describe('no answer', () => {
  it('within the time is a failure', async () => {
    const { destination } = await aReceiver(() => undefined)
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: false, detail: 'No answer within 0.3 s' })
  })

  it('because nobody listens is a failure that names the reason', async () => {
    const { close, destination } = await aReceiver(answering(200))
    close()
    expect(await courier.deliver(aParcel(destination))).toEqual({ ok: false, detail: 'No connection: ECONNREFUSED' })
  })

  it('because the connection breaks is a failure', async () => {
    const { destination } = await aReceiver((response) => response.destroy())
    expect(await courier.deliver(aParcel(destination))).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^No connection: /),
    })
  })

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:word@example.com/',
    'nowhere',
  ])('is sought at %s', async (to) => {
    const outcome = await courier.deliver(aParcel(aDestination({ kind: 'webhook', to })))
    expect(outcome).toMatchObject({ ok: false, gone: true })
  })

  it('is sought without a secret to sign with', async () => {
    const { requests, destination } = await aReceiver(answering(200))
    const outcome = await courier.deliver(aParcel({ ...destination, secret: undefined }))
    expect(outcome).toEqual({ ok: false, detail: 'The destination has no secret to sign with' })
    expect(requests).toEqual([])
  })
})
