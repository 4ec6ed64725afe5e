import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, aDoor } from '../../test/builders/door.ts'

let door: Door
beforeAll(async () => {
  door = await aDoor()
  await door.addSite('a')
})
afterAll(() => door.close())

describe('every answer', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/sign-in'],
    ['GET', '/set-up?token=x'],
    ['GET', '/lt.js'],
    ['GET', '/s/pk_a'],
    ['POST', '/e'],
    ['GET', '/e'],
    ['GET', '/assets/app.js'],
    ['GET', '/assets/nothing.js'],
    ['GET', '/api/docs'],
    ['GET', '/api/v1/openapi.json'],
    ['GET', '/api/v1/leads'],
    ['GET', '/healthz'],
    ['GET', '/nothing.php'],
    ['PUT', '/lt.js'],
  ])('tells the browser what it may do: %s %s', async (method, path) => {
    const { headers } = await door.ask(path, { method })
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; .*require-trusted-types-for 'script'; trusted-types 'none'$/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.has('strict-transport-security')).toBe(false)
  })

  it('asks for encrypted connections only where it has them', async () => {
    const config = { baseUrl: 'https://leads.test', demo: false, trustedProxies: [] }
    const secure = await aDoor({ with: { config } })
    expect((await secure.ask('/healthz')).headers.get('strict-transport-security')).toContain('max-age=31536000')
    secure.close()
  })
})

describe('an address where there is nothing', () => {
  it.each([
    ['/wp-login.php'],
    ['/api'],
    ['/api/v1'],
    ['/api/v1/nothing'],
    ['/api/v2/leads'],
    ['/s/'],
    ['/assets/../auth.db'],
    ['/demo/%2e%2e/auth.db'],
    ['/demo/nothing'],
  ])('is answered with a problem: %s', async (path) => {
    const answer = await door.ask(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})

describe('GET /lt.js', () => {
  it('is small, cached for an hour, and not sent twice', async () => {
    const plain = await door.ask('/lt.js')
    const text = await plain.text()
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(plain.headers.get('cache-control')).toContain('max-age=3600')
    expect(plain.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await door.ask('/lt.js', { headers: { 'accept-encoding': `${encoding}, zstd;q=0` } })
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(unpack(await packed.arrayBuffer()).toString()).toBe(text)
    }
    const etag = plain.headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"old", ${etag}`])
      expect((await door.ask('/lt.js', { headers: { 'if-none-match': known } })).status).toBe(304)
    expect((await door.ask('/lt.js', { headers: { 'if-none-match': '"old"' } })).status).toBe(200)
  })
})

describe('GET /s/{key}', () => {
  it('says what a tag without data-consent may do', async () => {
    const answer = await door.ask('/s/pk_a')
    expect(await answer.json()).toEqual({ consent: 'granted', domains: ['a.example'], numbers: false })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cache-control')).toContain('public')
  })

  it('knows sites by their key alone', async () => {
    for (const key of ['site_a', 'nobody']) {
      const answer = await door.ask(`/s/${key}`)
      expect([answer.status, (await answer.json()).type]).toEqual([404, 'urn:leadtrail:problem:unknown-site'])
    }
  })
})

describe('the dashboard', () => {
  it('is one shell for all of its addresses; its files have names that change with them', async () => {
    const cookie = await door.signIn()
    const shell = await door.ask('/leads/l_some-lead', { headers: { cookie } })
    expect(shell.headers.get('cache-control')).toBe('no-store')
    const [script = ''] = /\/assets\/app\.js\?v=[\w-]+/.exec(await shell.text()) ?? []
    const file = await door.ask(script)
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await door.ask('/assets/app.js')).headers.get('cache-control')).toBe('no-cache')
  })
})

describe('the demo', () => {
  it('is a site of pages without endings, with the tag', async () => {
    const moved = await door.ask('/demo?utm_source=google')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/demo/?utm_source=google'])
    for (const path of ['/demo/', '/demo/contact', '/demo/cases/harbour-tunnel-cores']) {
      const page = await door.ask(path)
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      expect(await page.text()).toContain('<script defer src="/lt.js" data-site="demo"')
    }
    expect((await door.ask('/demo/brochure.pdf')).headers.get('content-type')).toBe('application/pdf')
  })

  it('thanks whoever sends a form', async () => {
    const thanks = await door.ask('/demo/thanks', { method: 'POST', body: new URLSearchParams({ name: 'Jane' }) })
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining('<h1')])
    expect((await door.ask('/demo/contact', { method: 'POST' })).status).toBe(405)
  })

  it('has a policy of its own, and tells other pages no more than browsers usually do', async () => {
    const { headers } = await door.ask('/demo/')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/)
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })

  it('is not there when it is switched off', async () => {
    const without = await aDoor({ demo: false })
    for (const path of ['/demo', '/demo/', '/demo/contact']) expect((await without.ask(path)).status).toBe(404)
    without.close()
  })
})

describe('for those who run it', () => {
  it('says whether it lives and whether it can work', async () => {
    expect(await (await door.ask('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await door.ask('/readyz')).json()).toEqual({ status: 'ready' })
    const starting = await aDoor({ with: { ready: async () => false } })
    const answer = await starting.ask('/readyz')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    starting.close()
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every parameter and body', async () => {
    const { openapi, paths } = await (await door.ask('/api/v1/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toContain('/leads/{id}/journey')
    const names = paths['/reports/attribution'].get.parameters.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['site', 'from', 'to', 'model', 'by', 'milestone', 'unit', 'direct', 'qualified', 'lookback'])
    const { schema } = paths['/events'].post.requestBody.content['application/json']
    expect(JSON.stringify(schema)).toContain('"webinar"')
  })

  it('is readable for people', async () => {
    const text = await (await door.ask('/api/docs')).text()
    expect(text).toContain('/reports/attribution')
    expect(text).toContain('last-non-direct')
    expect(text).toContain('urn:leadtrail:problem:unknown-site')
  })
})
