/** A lead on its way to sales: the outbox, the couriers, a real mail server and real receivers together. */
import { type DestinationId, destinationId } from '@leadtrail/shared/ids'
import { type Instant, MINUTE, SECOND, instant } from '@leadtrail/shared/time'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { mailCourier } from '../../collector/destinations/mail.ts'
import { webhookCourier } from '../../collector/destinations/webhook.ts'
import { deliverDue } from '../../collector/flow/deliver.ts'
import type { Couriers } from '../../collector/ports/courier.ts'
import { SECRET, aDestination } from '../builders/handover.ts'
import { aMailbox } from '../builders/mailbox.ts'
import { anOutbox } from '../builders/outbox.ts'
import { aReceiver, answering, headersOf } from '../builders/receiver.ts'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const baseUrl = 'https://leads.example'
const couriers = (smtpUrl?: string): Couriers => ({
  mail: mailCourier({ smtpUrl, from: 'leads@boreal.example', baseUrl, timeoutMs: 500 }),
  webhook: webhookCourier({ baseUrl, version: '0.1.0', timeoutMs: 500 }),
})
const now = (): Instant => instant(Date.now())

describe('a lead', () => {
  it('reaches sales by mail and by webhook, with the same link in both', async () => {
    const mailbox = await aMailbox()
    const receiver = await aReceiver(answering(200))
    closing.push(mailbox.close, receiver.close)
    const { deps, add } = anOutbox(couriers(mailbox.url), now())
    add(aDestination({ kind: 'mail', to: 'sales@boreal.example' }), 'one')
    add(aDestination({ kind: 'webhook', to: receiver.url }), 'one')
    expect(await deliverDue(deps)).toBe(2)
    const [request] = receiver.requests
    const body = request && new Webhook(SECRET).verify(request.body, headersOf(request))
    const link = 'https://leads.example/leads/l_event-form?site=boreal'
    expect(body).toMatchObject({ data: { link, lead: { value: { amount: 2_250_000, currency: 'DKK' } } } })
    expect(mailbox.mails[0]?.mail.text).toContain(link)
    expect(await deliverDue(deps)).toBe(0)
  })

  it('reaches a receiver that was away, under the id of the first attempt', async () => {
    const away = await aReceiver(answering(500))
    const { deps, add, pass } = anOutbox(couriers(), now())
    const row = add(aDestination({ kind: 'webhook', to: away.url }), 'one')
    await deliverDue(deps)
    away.close()
    pass(5 * SECOND)
    await deliverDue(deps)
    const back = await aReceiver(answering(200), away.port)
    closing.push(back.close)
    expect(await deliverDue(deps)).toBe(0)
    pass(5 * MINUTE)
    expect(await deliverDue(deps)).toBe(1)
    expect(row.nextAt).toBeUndefined()
    expect(row.attempts.map(({ detail }) => detail)).toEqual(['500', 'No connection: ECONNREFUSED', '200'])
    const [first, last] = [...away.requests, ...back.requests].map(headersOf)
    expect(last?.['webhook-id']).toBe(first?.['webhook-id'])
    expect(Number(last?.['webhook-timestamp'])).toBe(Number(first?.['webhook-timestamp']) + 305)
  })

  it('waits in sight, with the reason, as long as there is no mail server', async () => {
    const { deps, add } = anOutbox(couriers(), now())
    const row = add(aDestination({ kind: 'mail', to: 'sales@boreal.example' }), 'one')
    await deliverDue(deps)
    expect(row.nextAt).toBe(deps.clock.now() + 5 * SECOND)
    expect(row.attempts).toMatchObject([{ ok: false, detail: expect.stringMatching(/^SMTP_URL is not set/) }])
  })
})

describe('nine healthy destinations', () => {
  it('get their leads while a tenth never answers', async () => {
    const silent = await aReceiver(() => undefined)
    const receiver = await aReceiver(answering(200))
    closing.push(silent.close, receiver.close)
    const outbox = anOutbox(couriers(), now())
    const deps = { ...outbox.deps, busy: new Set<DestinationId>() }
    const names = Array.from({ length: 10 }, (_, place) => destinationId(`d-${place}`))
    const rows = names.map((id, place) =>
      outbox.add(aDestination({ kind: 'webhook', id, to: place === 0 ? silent.url : receiver.url }), 'one'),
    )
    const first = deliverDue(deps)
    await expect.poll(() => receiver.requests.length).toBe(9)
    await expect.poll(() => [...deps.busy]).toEqual(['d-0'])
    outbox.add(aDestination({ kind: 'webhook', id: destinationId('d-1'), to: receiver.url }), 'two')
    expect(await deliverDue(deps)).toBe(1)
    expect(await first).toBe(10)
    expect(rows.map(({ attempts }) => attempts.length)).toEqual(rows.map(() => 1))
    expect(rows.flatMap(({ attempts }) => attempts.map(({ ok }) => ok))).toEqual(rows.map((_, place) => place > 0))
    expect(silent.requests).toHaveLength(1)
  })
})
