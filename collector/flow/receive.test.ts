import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aDatabase, addSite } from '../../test/builders/database.ts'
import { inboxOf, openInbox } from '../store/inbox.ts'
import { realWorld } from '../system/world.ts'
import type { Entry } from './expand.ts'
import { type ReceiveDeps, receiveBrowser, receiveServer } from './receive.ts'

const sender = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }
const at = Date.now()

/** Receives batches of a browser; `taken` answers what the inbox then holds. */
async function aReceiver() {
  const database = aDatabase()
  const site = await addSite(database)
  const core = openInbox(join(database.dataDir, 'inbox.db'))
  onTestFinished(core.close)
  const inbox = inboxOf(core)
  const deps: ReceiveDeps = { inbox, sites: database.archive, salts: database.registry, world: realWorld('silent') }
  const taken = async () => (await inbox.after(0, 100)).map(({ body }): Entry => JSON.parse(body))
  const send = (...events: unknown[]) =>
    receiveBrowser(deps, { v: 1, site: site.key, visitor: 'visitor-0123456789', sent: at, events }, sender)
  return { send, taken, stated: (...events: unknown[]) => receiveServer(deps, site.id, { events }) }
}

it("no address goes into the inbox with parameters that may be somebody's, whoever sent it", async () => {
  const { send, stated, taken } = await aReceiver()
  const url = 'https://u:secret@example.com/a?token=secret&utm_source=x#access_token=secret'
  const place = { url, referrer: 'https://mail.example/reset?token=secret', at }
  await send(
    { id: 'event-page-1', type: 'page', ...place },
    { id: 'event-click-1', type: 'click', kind: 'mailto', target: 'mailto:a@b.example?body=secret', ...place },
    { id: 'event-click-2', type: 'click', kind: 'download', target: 'https://example.com/f.pdf?key=secret', ...place },
    { id: 'event-form-1', type: 'form', form: { action: '/send?csrf=secret' }, fields: [], ...place },
  )
  await stated({ id: 'event-call-1', type: 'call', ...place })
  const entries = await taken()
  expect(entries.flatMap(({ events }) => events)).toHaveLength(5)
  expect(JSON.stringify(entries)).not.toContain('secret')
  expect(entries[0]?.events[0]?.body).toMatchObject({ url: 'https://example.com/a?utm_source=x' })
})

it('a reason is short and well-formed, whatever the keys are called', async () => {
  const { stated, taken } = await aReceiver()
  await stated({ id: 'event-long-1', type: 'custom', name: 'x', at, props: { ['\0\uD800'.padEnd(50_000, 'k')]: 1 } })
  const [reason = ''] = (await taken()).flatMap(({ quarantined }) => quarantined.map((each) => each.reason))
  expect(reason.length).toBeLessThan(400)
  expect(reason).toMatch(/^props\.\uFFFD\uFFFDk+/)
})

it('what no database keeps in what somebody typed is left out, and the rest is kept', async () => {
  const { send, taken } = await aReceiver()
  await send({ id: 'event-typed-1', type: 'form', at, fields: [{ name: 'message', value: 'a\0b\uD800c😀' }] })
  const bodies = (await taken()).flatMap(({ events }) => events.map(({ body }) => body))
  expect(bodies).toMatchObject([{ fields: [{ value: 'abc😀' }] }])
})

it('what is no event at all has the same name each time it is sent', async () => {
  const { send, taken } = await aReceiver()
  for (const event of [null, null, 'x']) await send(event)
  const ids = (await taken()).flatMap(({ quarantined }) => quarantined.map(({ id }) => id))
  expect(new Set(ids).size).toBe(2)
})

it('what is cut is whole, and costs no lead', async () => {
  const { send, taken } = await aReceiver()
  const value = `${'x'.repeat(9999)}😀\0`
  await send(
    { id: 'event-long-1', type: 'form', at, fields: [{ name: 'message', value }] },
    { id: 'event-long-2', type: 'identify', at, contact: { email: 'a@b.example', id: 'x'.repeat(201) } },
    { id: 'event-long-3', type: 'form', at, fields: JSON.stringify([{ name: 'message', value: 'a\0b' }]) },
  )
  const bodies = (await taken()).flatMap(({ events }) => events.map(({ body }) => body))
  expect(bodies[0]).toMatchObject({ fields: [{ value: 'x'.repeat(9999) }] })
  expect(bodies[1]).toEqual({ type: 'identify', contact: { email: 'a@b.example' } })
  expect(bodies[2]).toMatchObject({ fields: [{ value: 'ab' }] })
})

it('an event that cannot be read costs no other one', async () => {
  const { send, taken } = await aReceiver()
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  await send(
    { id: 'event-deep-1', type: 'form', at, fields: `[{"name":"a","value":${deep}}]` },
    { id: 'event-type-1', type: { toString: 1, valueOf: 1 }, at },
    { id: 'event-page-1', type: 'page', at, url: 'https://example.com/' },
  )
  const [entry] = await taken()
  expect(entry?.events).toHaveLength(1)
  expect(entry?.quarantined).toMatchObject([
    { id: 'event-deep-1', reason: expect.stringMatching(/^event: cannot be read/) },
    { id: 'event-type-1', reason: expect.stringMatching(/^type: /) },
  ])
})
