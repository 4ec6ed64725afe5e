/** The mail courier against a real SMTP server: what sales receives, also when strangers wrote mischief. */
import { type AddressInfo, type Server, createServer } from 'node:net'
import { instant } from '@leadtrail/shared/time'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { aContact, aDestination, aHandover, aLead, aParcel } from '../../test/builders/handover.ts'
import { aMailbox } from '../../test/builders/mailbox.ts'
import type { Handover } from '../domain/handover.ts'
import { mailCourier } from './mail.ts'

const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const destination = aDestination({ kind: 'mail', to: 'sales@boreal.example' })
const options = { from: 'Leadtrail <leads@boreal.example>', baseUrl: 'https://leads.example', timeoutMs: 400 }

async function aPost(server: Parameters<typeof aMailbox>[0] = {}) {
  const mailbox = await aMailbox(server)
  closing.push(mailbox.close)
  return { mailbox, courier: mailCourier({ ...options, smtpUrl: mailbox.url }) }
}

/** The mail as it arrives. */
async function received(handover: Handover = aHandover()) {
  const { mailbox, courier } = await aPost()
  const outcome = await courier.deliver(aParcel(destination, { handover }))
  expect(outcome).toMatchObject({ ok: true })
  const [arrived] = mailbox.mails
  if (!arrived || mailbox.mails.length !== 1) throw new Error(`${mailbox.mails.length} mails arrived`)
  return arrived
}

describe('the mail of a lead', () => {
  it('says in its subject who, how much and through which channel', async () => {
    const { mail, recipients } = await received()
    expect(mail.subject).toBe('New lead: Jane Doe, Acme A/S — 22,500 DKK (Paid Search)')
    expect(mail.from).toMatchObject({ name: 'Leadtrail', address: 'leads@boreal.example' })
    expect(mail.to).toMatchObject([{ address: 'sales@boreal.example' }])
    expect(recipients).toEqual(['sales@boreal.example'])
  })

  it('tells everything in the order in which sales wants it, in text and in HTML', async () => {
    const { mail } = await received()
    const story = [
      'Jane Doe',
      'Acme A/S',
      'jane@acme.example',
      '+4512345678',
      'We need three wells of 120 m.',
      'Can you start in May?',
      '22,500 DKK',
      'Contact form, sales-qualified: the most valuable of 2 touchpoints counts, not their sum.',
      'Pricing page: 1,050 DKK',
      'Paid Search',
      'google / cpc, campaign boreutstyr',
      'Direct',
      '14 Mar 2026, 10:00',
      '/cases',
      '16 Mar 2026, 11:00',
      '/pricing',
      '→ Pricing page, Contact form',
      'Fit 25',
      '+15 Writes from a company address',
      'Interest 40',
      '−5 Read job adverts',
      'marketing keeps nurturing',
      'https://leads.example/leads/l_event-form?site=boreal',
    ]
    const page = (mail.html ?? '').replace(/&amp;/g, '&').replace(/^.*<body>/s, '')
    for (const text of [mail.text ?? '', page]) {
      let from = 0
      for (const words of story) {
        const place = text.indexOf(words, from)
        expect(place, `"${words}" in\n${text.slice(from)}`).toBeGreaterThan(-1)
        from = place
      }
    }
  })

  it('loads nothing and follows nobody', async () => {
    const { mail } = await received()
    expect(mail.html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|\bsrc=/i)
    const targets = [...(mail.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, target]) => target)
    expect(targets).toEqual([
      'mailto:jane@acme.example',
      'tel:+4512345678',
      'https://leads.example/leads/l_event-form?site=boreal',
    ])
  })

  it('is known again when it comes twice, and no machine answers it', async () => {
    const { mailbox, courier } = await aPost()
    const parcel = aParcel(destination)
    await courier.deliver(parcel)
    await courier.deliver({ ...parcel, at: instant(parcel.at + 5000) })
    expect(mailbox.mails.map(({ mail }) => mail.messageId)).toEqual(Array(2).fill(`<${parcel.id}@boreal.example>`))
    const headers = new Map(mailbox.mails[0]?.mail.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('list-id')).toBe('<boreal.leadtrail.boreal.example>')
  })

  it('of somebody unknown says what there is', async () => {
    const lead = aLead({ contact: null, first: null, converting: null, last: null, touchpoints: [] })
    const journey = { visitors: [], sessions: [], other: [] }
    const { mail } = await received(aHandover({ lead, journey, answers: [], reasons: { fit: [], interest: [] } }))
    expect(mail.subject).toBe('New lead: Unknown visitor — 22,500 DKK')
    expect(mail.text).not.toMatch(/undefined|null|CHANNELS|JOURNEY|WROTE/)
    expect(mail.html).not.toMatch(/undefined|null|Channels|Journey|wrote</)
  })
})

const hostile = [
  ['a line break', 'Eve\r\nBcc: everybody@evil.example'],
  ['an empty line', 'Eve\n\nSecond body'],
  ['foreign line breaks', 'Eve\u2028Bcc: x@evil.example\u0085To: y@evil.example'],
  ['an encoded word', '=?utf-8?B?QmNjOiB4QGV2aWwuZXhhbXBsZQ==?='],
  ['addresses', '"Eve" <eve@evil.example>, mallory@evil.example'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a broken attribute', '"><a href="https://evil.example/">click</a>'],
  ['the end of the head', '</style></title><base href=//evil.example>'],
  ['a line turned round', '\u202egpj.exe'],
  ['templates', '${7*7}{{7*7}}%0d%0aBcc: x@evil.example'],
  ['long text', '名前'.repeat(5000)],
  ['long emoji', '👩‍👩‍👧‍👦'.repeat(500)],
] as const
const names = ['auto-submitted', 'content-type', 'date', 'from', 'list-id', 'message-id', 'mime-version', 'subject', 'to', 'x-auto-response-suppress'] // prettier-ignore

describe('what strangers write', () => {
  const everywhere = (text: string): Handover => {
    const base = aHandover()
    return aHandover({
      lead: aLead({ contact: aContact({ name: text, company: text, email: text, phone: text }) }),
      answers: [{ label: text, value: `${text}.` }],
      journey: {
        ...base.journey,
        sessions: base.journey.sessions.map((session) => ({ ...session, campaign: text, source: text })),
      },
      reasons: { fit: [{ rule: 'x', text, amount: 1, events: [] }], interest: [] },
    })
  }

  it.each(hostile)('adds no header, recipient or element: %s', async (_, text) => {
    const { mail, recipients, source } = await received(everywhere(text))
    expect(recipients).toEqual(['sales@boreal.example'])
    expect(mail.headers.map(({ key }) => key).toSorted()).toEqual(names)
    expect(mail.to).toMatchObject([{ address: 'sales@boreal.example' }])
    expect(mail.bcc ?? mail.cc).toBeUndefined()
    expect(mail.html).not.toMatch(/<script|<img|<base|href="https:\/\/evil/i)
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
    expect(Array.from(mail.subject ?? '').length).toBeLessThan(200)
    expect(source.length).toBeLessThan(200_000)
  })

  it('changes the headers in no way, whatever it is', async () => {
    const { mailbox, courier } = await aPost()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 20, maxLength: 60 }), async (text) => {
        mailbox.mails.length = 0
        expect(await courier.deliver(aParcel(destination, { handover: everywhere(text) }))).toMatchObject({ ok: true })
        const [arrived] = mailbox.mails
        expect(arrived?.mail.headers.map(({ key }) => key).toSorted()).toEqual(names)
        expect(arrived?.recipients).toEqual(['sales@boreal.example'])
      }),
      { numRuns: 20 },
    )
  })

  it('is shown as it was written', async () => {
    const value = 'Grüße <b>&</b> 井戸 👷\n\n  two spaces in'
    const { mail } = await received(aHandover({ answers: [{ label: 'Besked', value }] }))
    expect(mail.html).toContain('Grüße &lt;b&gt;&amp;&lt;/b&gt; 井戸 👷\n\n  two spaces in')
    expect(mail.text).toContain('    Grüße <b>&</b> 井戸 👷\n    \n      two spaces in')
  })

  it('cannot pass for a part of the letter: in the text its lines are indented', async () => {
    const value = 'x\n\nVALUE\n  9,000,000 DKK\nhttps://evil.example/'
    const { mail } = await received(aHandover({ answers: [{ label: 'Message', value }] }))
    expect(mail.text?.match(/^VALUE$/gm)).toHaveLength(1)
    expect(mail.text).not.toMatch(/^https:\/\/evil/m)
  })
})

describe('a mail server', () => {
  it('that is not set fails every attempt with the reason', async () => {
    const courier = mailCourier({ ...options, smtpUrl: undefined })
    expect(await courier.deliver(aParcel(destination))).toEqual({
      ok: false,
      detail: 'SMTP_URL is not set: the collector has no mail server to send through',
    })
  })

  it.each([
    ['greylists', 450],
    ['refuses', 550],
  ])('that %s the recipient (%i) is a failure in its own words', async (_, responseCode) => {
    const refusal = Object.assign(new Error('not today'), { responseCode })
    const { mailbox, courier } = await aPost({ onRcptTo: (_address, _session, done) => done(refusal) })
    const outcome = await courier.deliver(aParcel(destination))
    expect(outcome).toMatchObject({ ok: false, detail: expect.stringContaining(`${responseCode} not today`) })
    expect(mailbox.mails).toEqual([])
  })

  it('that is not there is a failure that says so', async () => {
    const { mailbox, courier } = await aPost()
    await mailbox.close()
    expect(await courier.deliver(aParcel(destination))).toMatchObject({
      ok: false,
      detail: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('that never greets is given up', async () => {
    const silent = await listening(createServer())
    const courier = mailCourier({ ...options, smtpUrl: silent })
    const outcome = await courier.deliver(aParcel(destination))
    expect(outcome).toMatchObject({ ok: false, detail: 'No answer from the mail server within 0.4 s' })
  })

  it('that stalls while it takes the mail is given up', async () => {
    const { courier } = await aPost({ onData: (stream) => void stream.resume() })
    expect(await courier.deliver(aParcel(destination))).toMatchObject({
      ok: false,
      detail: 'No answer from the mail server within 0.4 s',
    })
  })
})

async function listening(server: Server): Promise<string> {
  const sockets: { destroy: () => void }[] = []
  server.on('connection', (socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => (sockets.forEach((socket) => socket.destroy()), server.close()))
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}
