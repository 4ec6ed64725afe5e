import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../domain/event.ts'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
let a: Site & { readonly token: string }
let b: Site & { readonly token: string }
let cookie: string
type Operation = readonly [name: string, method: string, path: string, security: string]
let operations: readonly Operation[]

beforeAll(async () => {
  door = await aDoor()
  ;[a, b, cookie] = [await door.addSite('a'), await door.addSite('b'), await door.signIn()]
  const { paths } = await (await door.ask('/api/v1/openapi.json')).json()
  operations = Object.entries<Record<string, { security: object[] }>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]): Operation => {
      const upper = method.toUpperCase()
      return [`${upper} ${path}`, upper, path.slice(1), security.flatMap(Object.keys).join(' ')]
    }),
  )
})
afterAll(() => door.close())

const why = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const { type, status } = await answer.json()
  expect(status).toBe(answer.status)
  return [answer.status, type.replace('urn:leadtrail:problem:', '')]
}
const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : {})

/** Asks every operation that passes the filter, and says what each one answers. */
async function each(filter: (operation: Operation) => boolean, asked: (operation: Operation) => Promise<Response>) {
  const found = operations.filter(filter)
  expect(found.length).toBeGreaterThan(0)
  return Promise.all(found.map(async (operation) => [operation[0], ...(await why(await asked(operation)))]))
}

describe('every operation of the API', () => {
  it('is refused to strangers and to wrong tokens', async () => {
    for (const by of [
      {},
      { token: 'lt_nobody-has-ever-made-this-token' },
      { cookie: 'leadtrail.session_token=forged' },
    ])
      for (const [name, ...answer] of await each(
        () => true,
        ([, method, path]) => door.api(method, path, by, bodyFor(method)),
      ))
        expect([name, ...answer]).toEqual([name, 401, 'unauthenticated'])
  })

  it('is refused to a token of another site', async () => {
    const answers = await each(
      ([, , path]) => !['me', 'sites'].includes(path),
      ([, method, path]) =>
        door.api(method, `${path.replace('sites/{id}', `sites/${b.id}`)}?site=${b.key}`, a, bodyFor(method)),
    )
    for (const [name, ...answer] of answers) expect([name, ...answer]).toEqual([name, 403, 'forbidden'])
  })

  it('is refused when another site’s page asks with our cookie and wants to change something', async () => {
    const answers = await each(
      ([, method]) => method !== 'GET',
      ([, method, path]) =>
        door.ask(`/api/v1/${path}?site=${a.id}`, { method, headers: { cookie, 'sec-fetch-site': 'cross-site' } }),
    )
    for (const [name, ...answer] of answers) expect([name, ...answer]).toEqual([name, 403, 'forbidden'])
  })

  it('asks a person for the site, and says when there is none', async () => {
    const needsSite = ([, , path]: Operation) => !/^(me|sites|events)/.test(path)
    for (const [site, ...expected] of [
      ['', 400, 'invalid'],
      ['?site=nothing', 404, 'unknown-site'],
    ]) {
      const answers = await each(needsSite, ([, method, path]) =>
        door.api(method, path + site, { cookie }, bodyFor(method)),
      )
      for (const [name, ...answer] of answers) expect([name, ...answer]).toEqual([name, ...expected])
    }
  })

  it('refuses parameters it does not know, so that a slip of the pen changes no figure', async () => {
    const answers = await each(
      ([, , path, security]) => !path.includes('{') && security.includes('token') && path !== 'me',
      ([, method, path]) => door.api(method, `${path}?form=2026-01-01`, a, bodyFor(method)),
    )
    for (const [name, ...answer] of answers) expect([name, ...answer]).toEqual([name, 400, 'invalid'])
  })

  it('says which methods its address has', async () => {
    for (const [name, , path] of operations) {
      const answer = await door.api('PUT', path, a)
      expect([name, ...(await why(answer))]).toEqual([name, 405, 'method-not-allowed'])
      expect(answer.headers.get('allow')).toMatch(/GET|POST|PATCH|DELETE/)
    }
  })
})

describe('a question of the API', () => {
  it.each([
    ['leads?limit=0', 'limit'],
    ['leads?limit=1000', 'limit'],
    ['leads?from=2026-02-31', 'from'],
    ['leads?from=2026-03-02&to=2026-03-01', 'to'],
    ['leads?stage=hot', 'stage'],
    ['leads?channel=Telepathy', 'channel'],
    ['leads?qualified=perhaps', 'qualified'],
    ['leads?cursor=nonsense', 'cursor'],
    ['reports/attribution?from=yesterday', 'from'],
    ['reports/attribution?model=best', 'model'],
    ['reports/attribution?lookback=0', 'lookback'],
  ])('is refused with the place of the mistake: %s', async (path, field) => {
    const answer = await door.api('GET', path, a)
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toEqual([expect.objectContaining({ path: field })])
  })

  it.each([['leads/l_nobody'], ['leads/l_nobody/journey'], ['leads/%00/receipts'], ['leads/../../x']])(
    'finds nothing where there is nothing: %s',
    async (path) => {
      expect((await door.api('GET', path, a)).status).toBe(404)
    },
  )

  it('needs no period: an open one ends today', async () => {
    const { definition } = await (await door.api('GET', 'reports/attribution?to=2026-03-31', a)).json()
    expect(definition).toMatchObject({ from: '2026-01-01', to: '2026-03-31', model: 'first', qualified: true })
    const open = await (await door.api('GET', 'reports/attribution?from=2020-01-01', a)).json()
    expect(open.definition.to > '2026-01-01').toBe(true)
  })
})

describe('a body sent to the API', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    door.ask(`/api/v1/${path}`, { method: 'POST', headers: { authorization: `Bearer ${a.token}`, ...headers }, body })

  it('must be JSON of the right form', async () => {
    expect(await why(await post('decisions', '{"lead"'))).toEqual([400, 'malformed'])
    expect(await why(await post('decisions', '{"lead":"l_x-y-z","decision":"adore"}'))).toEqual([400, 'invalid'])
    expect(await why(await post('decisions', `"${'x'.repeat(70_000)}"`))).toEqual([413, 'too-large'])
    expect(await why(await post('decisions', '{"lead":"l_x-y-z","decision":"qualify"}'))).toEqual([404, 'not-found'])
  })

  it.each([
    ['decisions', { lead: 'l_x-y-z', decision: 'irrelevant', reason: 'no\0thing' }],
    ['decisions', { lead: 'l_x-y-z', decision: 'irrelevant', reason: 'half \ud800' }],
  ])('holds nothing that cannot be kept or sent: %s %j', async (path, body) => {
    expect(await why(await post(path, JSON.stringify(body)))).toEqual([400, 'invalid'])
  })

  it('of a page is sent as JSON, which no form of another site can do', async () => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }
    const answer = await door.ask('/api/v1/sites', {
      method: 'POST',
      headers,
      body: '{"name":"n","domains":["n.example"]}',
    })
    expect(await why(answer)).toEqual([415, 'unsupported-media'])
  })
})

describe('POST /api/v1/events', () => {
  const aCall = (id: string) => ({
    id,
    type: 'call',
    at: '2026-03-02T09:00:00Z',
    contact: { email: 'jane@acme.example' },
  })

  it('counts what was new, what was there and what was not valid', async () => {
    const events = [aCall('call-0001'), aCall('call-0001'), aCall('call-0002'), { id: 'call-0003', type: 'sigh' }]
    const answer = await door.api('POST', 'events?sync=1', a, { events })
    const errors = [{ id: 'call-0003', reason: expect.stringMatching(/^type: /) }]
    expect([answer.status, await answer.json()]).toEqual([200, { stored: 2, duplicate: 1, quarantined: 1, errors }])
    const again = await door.api('POST', 'events?sync=1', a, { site: a.key, events: [aCall('call-0002')] })
    expect(await again.json()).toEqual({ stored: 0, duplicate: 1, quarantined: 0 })
    const later = await door.api('POST', 'events', a, { events: [aCall('call-0004')] })
    expect(await later.json()).toEqual({ accepted: 1, quarantined: 0 })
  })

  it('makes leads that its own site sees, and no other', async () => {
    await door.api('POST', 'events?sync=1', a, { events: [aCall('call-0100')] })
    const { leads } = await (await door.api('GET', 'leads', a)).json()
    expect(leads).toHaveLength(1)
    const [{ id }] = leads
    expect((await (await door.api('GET', 'leads', b)).json()).leads).toEqual([])
    for (const path of ['', '/journey', '/receipts'])
      expect((await door.api('GET', `leads/${id}${path}`, b)).status).toBe(404)
    expect((await door.api('POST', 'decisions', b, { lead: id, decision: 'qualify' })).status).toBe(404)
    const decided = await door.api(
      'POST',
      `decisions?site=${a.id}`,
      { cookie },
      { lead: id, decision: 'won', revenue: 100 },
    )
    expect(await decided.json()).toMatchObject({ id, stage: 'customer', revenue: { amount: 100, currency: 'DKK' } })
  })

  it('takes no sign-in, no other site and no batch without end', async () => {
    expect(await why(await door.api('POST', 'events', { cookie }, { events: [1] }))).toEqual([401, 'unauthenticated'])
    expect(await why(await door.api('POST', 'events', a, { site: b.id, events: [1] }))).toEqual([403, 'forbidden'])
    const many = Array.from({ length: 5001 }, () => 0)
    expect(await why(await door.api('POST', 'events', a, { events: many }))).toEqual([413, 'too-large'])
  })
})

describe('sites', () => {
  it('are made, changed and shown to people; a token sees its own', async () => {
    const body = { name: ' New ', domains: ['new.example', 'www.new.example'], currency: 'SEK', customerValue: 100_00 }
    const made = await door.api('POST', 'sites', { cookie }, body)
    expect(made.status).toBe(201)
    const site = await made.json()
    expect(site).toMatchObject({ name: 'New', currency: 'SEK', consent: 'cookieless', timeZone: 'UTC' })
    const changed = await door.api('PATCH', `sites/${site.id}`, { cookie }, { consent: 'granted' })
    expect(await changed.json()).toMatchObject({ id: site.id, consent: 'granted', domains: body.domains })
    const { sites } = await (await door.api('GET', 'sites', { cookie })).json()
    expect(sites.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([a.id, b.id, site.id]))
    const own = await (await door.api('GET', 'sites', a)).json()
    expect(own.sites).toEqual([expect.objectContaining({ id: a.id })])
    expect((await door.api('POST', 'sites', a, body)).status).toBe(403)
  })

  it('have a tag to paste and say whether it was seen', async () => {
    const { html } = await (await door.api('GET', `sites/${a.id}/snippet`, { cookie })).json()
    expect(html).toBe('<script defer src="http://leads.test/lt.js" data-site="pk_a" data-consent="granted"></script>')
    const seen = await (await door.api('GET', `sites/${b.id}/seen`, b)).json()
    expect(seen).toMatchObject({ events: 0, visitors: 0, firstAt: null })
  })
})

describe('destinations', () => {
  const as = (method: string, address: string, site = a, body?: object) =>
    door.api(method, `${address}?site=${site.id}`, { cookie }, body)

  it('are added and taken away; a webhook gets a secret of 256 bits', async () => {
    const added = await as('POST', 'destinations', a, { kind: 'webhook', to: 'https://crm.example/leads' })
    expect(added.status).toBe(201)
    const webhook = await added.json()
    expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const mail = await (await as('POST', 'destinations', a, { kind: 'mail', to: 'sales@a.example' })).json()
    expect(mail.secret).toBeNull()
    const { destinations } = await (await as('GET', 'destinations')).json()
    expect(destinations).toHaveLength(2)
    expect(destinations).toEqual(expect.arrayContaining([webhook, mail]))
    expect((await as('DELETE', `destinations/${webhook.id}`, b)).status).toBe(404)
    expect((await as('DELETE', `destinations/${webhook.id}`)).status).toBe(204)
    expect((await as('DELETE', `destinations/${webhook.id}`)).status).toBe(404)
  })

  it.each([
    { kind: 'mail', to: 'nobody' },
    { kind: 'webhook', to: 'ftp://files.example' },
    { kind: 'pigeon', to: 'home' },
    { kind: 'webhook', to: 'https://user:password@crm.example/leads' },
    { kind: 'webhook', to: 'javascript:alert(1)' },
    { kind: 'mail', to: 'a@b.example\r\nBcc: c@d.example' },
  ])('are refused when nothing can be sent there: $kind to $to', async (body) => {
    expect(await why(await as('POST', 'destinations', a, body))).toEqual([400, 'invalid'])
  })

  it('are for people: a token sees where leads go, but neither sends them elsewhere nor signs for the collector', async () => {
    const made = await (
      await as('POST', 'destinations', a, { kind: 'webhook', to: 'https://crm.example/leads' })
    ).json()
    const { destinations } = await (await door.api('GET', 'destinations', a)).json()
    expect(destinations).toContainEqual({ ...made, secret: null })
    const body = { kind: 'mail', to: 'eve@evil.example' }
    expect(await why(await door.api('POST', 'destinations', a, body))).toEqual([403, 'forbidden'])
    expect(await why(await door.api('DELETE', `destinations/${made.id}`, a))).toEqual([403, 'forbidden'])
    expect(await why(await door.api('PATCH', `sites/${a.id}`, a, { customerValue: 1 }))).toEqual([403, 'forbidden'])
  })
})

describe('deliveries', () => {
  it('are listed, and sent again where there is one', async () => {
    expect(await (await door.api('GET', 'deliveries', a)).json()).toEqual({ deliveries: [] })
    expect((await door.api('POST', 'deliveries/nothing/replay', a)).status).toBe(404)
  })
})

it('an unexpected error is answered without a word of what was sent, and logged under the number it names', async () => {
  const broken = await aDoor({
    with: { sites: { siteOf: () => Promise.reject(new Error('jane@acme.example')) } as never },
  })
  const answer = await broken.ask('/s/secret-key')
  const text = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  const [line] = broken.log
  expect(line).toMatchObject({ level: 'error', facts: { name: 'Error' } })
  const [number] = /(?<=knows it as )[\w-]+/.exec(text) ?? []
  expect(line?.facts).toMatchObject({ number })
  expect(text + JSON.stringify(broken.log)).not.toMatch(/jane@acme|secret-key/)
  broken.close()
})
