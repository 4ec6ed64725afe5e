import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { platformDigest } from '../system/digest.ts'
import { openAuth } from '../http/auth.ts'
import { openArchive } from '../store/open.ts'
import { platformChance } from '../system/chance.ts'
import { run } from './run.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'leadtrail-cli-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command as the program does; answers its exit code and what it wrote. */
async function leadtrail(args: readonly string[], input = '', env: Record<string, string> = {}) {
  let [out, said] = ['', '']
  const code = await run(args, {
    print: (text) => (out += `${text}\n`),
    say: (text) => (said += `${text}\n`),
    env: { DATA_DIR: folder, BASE_URL: 'https://leads.example', LOG_LEVEL: 'silent', ...env },
    readInput: async () => input,
    ended: Promise.resolve(),
  })
  return { code, out, said, json: () => JSON.parse(out) }
}
const aSite = ['site', 'add', '--name', 'Acme', '--domain', 'acme.example,www.acme.example']

describe('leadtrail site', () => {
  it('adds a site with its values in major units', async () => {
    const values = ['--currency', 'DKK', '--customer-value', '150000.50', '--sql-to-customer', '0.35']
    const added = await leadtrail([...aSite, ...values, '--time-zone', 'Europe/Copenhagen', '--json'])
    expect([added.code, Object.keys(added.json())]).toEqual([0, ['id', 'key']])
    const { id, key } = added.json()
    const archive = openArchive(folder)
    expect(await archive.port.siteOf(key)).toMatchObject({
      id,
      name: 'Acme',
      domains: ['acme.example', 'www.acme.example'],
      currency: 'DKK',
      consent: 'cookieless',
      rules: { values: { customerValue: 15_000_050, sqlToCustomer: 0.35 } },
    })
    archive.close()
  })

  it('takes amounts of currencies without decimals', async () => {
    const { key } = (await leadtrail([...aSite, '--currency', 'JPY', '--customer-value', '900000', '--json'])).json()
    const archive = openArchive(folder)
    expect((await archive.port.siteOf(key))?.rules.values.customerValue).toBe(900_000)
    archive.close()
    expect((await leadtrail([...aSite, '--currency', 'JPY', '--customer-value', '1.5'])).code).toBe(2)
  })

  it('lists sites and prints the tag to paste', async () => {
    expect(await leadtrail(['site', 'list'])).toMatchObject({ code: 0, out: '' })
    const { id, key } = (await leadtrail([...aSite, '--json'])).json()
    expect((await leadtrail(['site', 'list'])).out).toContain(`${key}  Acme (acme.example, www.acme.example)`)
    expect((await leadtrail(['site', 'list', '--json'])).json().sites).toEqual([expect.objectContaining({ id, key })])
    const tag = `<script defer src="https://leads.example/lt.js" data-site="${key}" data-consent="cookieless"></script>`
    expect((await leadtrail(['site', 'snippet', '--site', key])).out).toBe(`${tag}\n`)
    expect((await leadtrail(['site', 'snippet', '--site', id, '--json'])).json()).toEqual({ html: tag })
    const [banner, full] = [['--cmp', 'onetrust:C0002'], ['--full']]
    expect((await leadtrail(['site', 'snippet', '--site', key, ...banner, ...full])).out).toBe(
      `<script defer src="https://leads.example/lt-full.js" data-site="${key}" data-consent="cookieless" data-cmp="onetrust:C0002"></script>\n`,
    )
  })

  it('takes the name of a banner in any case, and hints at a mode that does not wait for it', async () => {
    const { key } = (await leadtrail([...aSite, '--json'])).json()
    const snippet = ['site', 'snippet', '--site', key]
    const hinted = await leadtrail([...snippet, '--cmp', 'OneTrust:C0002'])
    expect(hinted.out).toContain('data-cmp="onetrust:C0002"')
    expect(hinted.said).toContain("The site's consent is cookieless")
    expect((await leadtrail(snippet)).said).toBe('')
    const waiting = (await leadtrail([...aSite, '--consent', 'required', '--json'])).json()
    expect((await leadtrail(['site', 'snippet', '--site', waiting.key, '--cmp', 'auto'])).said).toBe('')
  })

  it.each([
    ['cookiebar', '--cmp cookiebar: is not one of auto, cookiebot, '],
    ['onetrust', '--cmp onetrust: needs its group'],
  ])('knows which banners the tag can listen to: %s', async (banner, sentence) => {
    const refused = await leadtrail(['site', 'snippet', '--site', 'demo', '--cmp', banner])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.said).toContain(sentence)
  })

  it.each([
    [['--domain', 'acme.example'], '--name is missing.'],
    [['--name', 'Acme', '--domain', 'not a domain'], '--domain not a domain: is not a domain such as example.com'],
    [['--name', 'A', '--domain', 'a.example', '--customer-value', 'much'], '--customer-value much: is not an amount'],
    [['--name', 'A', '--domain', 'a.example', '--currency', 'kroner'], '--currency kroner: is not an ISO 4217'],
    [['--name', 'A', '--domain', 'a.example', '--sql-to-customer', '35'], '--sql-to-customer 35: '],
    [['--name', 'A', '--domain', 'a.example', '--time-zone', 'Oslo'], '--time-zone Oslo: is not a time zone'],
    [['--name', 'A', '--domain', 'a.example', '--colour', 'red'], '--colour'],
    [['--name', 'A', '--domain', 'a.example', 'b.example'], 'b.example'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const refused = await leadtrail(['site', 'add', ...args])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.said).toContain(sentence)
  })
})

describe('leadtrail token add', () => {
  it('shows a token of 256 bits once, and keeps its digest alone', async () => {
    const { id, key } = (await leadtrail([...aSite, '--json'])).json()
    const { token } = (await leadtrail(['token', 'add', '--site', key, '--json'])).json()
    expect(token).toMatch(/^lt_[\w-]{43,}$/)
    const archive = openArchive(folder)
    expect(await archive.port.siteOfToken(platformDigest.sha256(token))).toBe(id)
    archive.close()
    for (const file of ['leadtrail.db', 'leadtrail.db-wal'])
      expect(readFileSync(path.join(folder, file)).includes(token)).toBe(false)
  })

  it('fails for a site that is not there', async () => {
    const failed = await leadtrail(['token', 'add', '--site', 'nobody'])
    expect([failed.code, failed.said]).toEqual([1, expect.stringContaining('No site has the key or id "nobody".')])
  })
})

describe('leadtrail user', () => {
  const canSignIn = async (password: string) => {
    const world = { chance: platformChance, digest: platformDigest }
    const auth = await openAuth({ dataDir: folder, baseUrl: 'https://leads.example', world })
    const { ok } = await auth.signIn({ email: 'jane@acme.example', password }, undefined)
    auth.close()
    return ok
  }
  const user = (...args: string[]) => ['user', args[0] ?? '', '--email', 'jane@acme.example', ...args.slice(1)]

  it('adds an account with a given, a piped or a made password', async () => {
    expect((await leadtrail(user('add', '--password', 'a good password'))).code).toBe(0)
    expect(await canSignIn('a good password')).toBe(true)
    expect((await leadtrail(user('password', '--password-stdin'), 'a better password\n')).code).toBe(0)
    expect([await canSignIn('a good password'), await canSignIn('a better password')]).toEqual([false, true])
    const made = await leadtrail(user('password', '--json'))
    expect(await canSignIn(made.json().password)).toBe(true)
  })

  it('fails with a sentence', async () => {
    expect(await leadtrail(user('password', '--password', 'a good password'))).toMatchObject({
      code: 1,
      said: 'No account has this mail address.\n',
    })
    expect((await leadtrail(user('add', '--password', 'short'))).said).toBe(
      'The password needs at least 8 characters.\n',
    )
    await leadtrail(user('add'))
    expect((await leadtrail(user('add'))).said).toContain('already')
  })
})

describe('leadtrail', () => {
  it('has help for everything', async () => {
    const all = await leadtrail(['--help'])
    const names = all.out
      .split('\n')
      .slice(2, -1)
      .map((line) => line.trim().split('  ')[0] ?? '')
    expect(names).toEqual(
      expect.arrayContaining(['serve', 'demo', 'site add', 'token add', 'user password', 'rebuild']),
    )
    for (const name of names) {
      const help = await leadtrail([...name.split(' '), '--help'])
      expect([help.code, help.out]).toEqual([0, expect.stringContaining(`leadtrail ${name}\n`)])
    }
    expect((await leadtrail(['site', '--help'])).out).not.toContain('token')
  })

  it.each([[[]], [['fly']], [['site']], [['site', 'fly']]])('does not do what it does not know: %j', async (args) => {
    expect(await leadtrail(args)).toMatchObject({ code: 2, out: '', said: expect.stringContaining('site add') })
  })

  it('says every mistake of the environment', async () => {
    const wrong = await leadtrail(['site', 'list'], '', { PORT: 'eighty', LOG_LEVEL: 'loud' })
    expect(wrong.code).toBe(2)
    expect(wrong.said).toMatch(/PORT is "eighty".*\nLOG_LEVEL is "loud"/)
  })

  it('fills the demo with a year once', async () => {
    const year = ['demo', '--visits', '300', '--until', '2026-03-14', '--json']
    const { events, stored, leads, site, until } = (await leadtrail(year)).json()
    expect([site, until, stored > 300, leads > 0]).toEqual(['demo', '2026-03-14', true, true])
    expect((await leadtrail(year)).json()).toMatchObject({ stored: 0, leads, events })
    expect((await leadtrail(year.slice(0, -1))).out).toContain('is there already')
    expect(await leadtrail(['rebuild', '--verify'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('no difference'),
    })
  })

  it.each([
    [['--visits', 'many'], '--visits many: is not a whole number'],
    [['--until', '2026-02-31'], '2026-02-31'],
    [['--until', '2999-01-01'], '2999-01-01'],
  ])('fills the demo with no other year: %j', async (args, sentence) => {
    expect(await leadtrail(['demo', ...args])).toMatchObject({ code: 2, said: expect.stringContaining(sentence) })
  })

  it('fails to rebuild where there is no data', async () => {
    expect(await leadtrail(['rebuild', '--verify'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no data'),
    })
  })
})
