import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOOR_URL, type Door, PASSWORD, aDoor } from '../../test/builders/door.ts'

let door: Door
beforeEach(async () => (door = await aDoor()))
afterEach(() => door.close())

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin: DOOR_URL },
  body: new URLSearchParams(fields).toString(),
})
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const email = 'owner@example.com'

describe('before there is an account', () => {
  it('every page says where the set-up link is', async () => {
    for (const path of ['/', '/leads', '/sign-in'])
      expect(await (await door.ask(path)).text()).toContain('Open the set-up link that Leadtrail printed')
  })

  it('the link makes one account, once, and leads on to making a site', async () => {
    const token = new URL(door.auth.setUpLink() ?? '').searchParams.get('token') ?? ''
    expect(token).toMatch(/^[\w-]{43,}$/)
    expect(await (await door.ask(`/set-up?token=${token}`)).text()).toContain('Make your account')

    const short = await door.ask('/set-up', form({ token, email, password: 'too short' }))
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('at least 12 characters')])

    const answers = await Promise.all(
      ['one@example.com', 'two@example.com'].map((email) =>
        door.ask('/set-up', form({ token, email, password: PASSWORD })),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 403])
    const made = answers.find(({ status }) => status === 303)
    expect(made?.headers.get('location')).toBe('/set-up/new')
    const page = await door.ask('/set-up/new', { headers: { cookie: made ? cookieOf(made) : '' } })
    expect(await page.text()).toContain('<div id="app">')
    expect(door.auth.setUpLink()).toBeUndefined()
    expect((await door.ask(`/set-up?token=${token}`)).status).toBe(403)
  })

  it('a newer link ends the one before', async () => {
    const [first, second] = [door.auth.setUpLink(), door.auth.setUpLink()].map((link) => new URL(link ?? '').search)
    expect((await door.ask(`/set-up${first}`)).status).toBe(403)
    expect((await door.ask(`/set-up${second}`)).status).toBe(200)
  })

  it('the operator may make it from the environment', async () => {
    await door.auth.ensureAccount(email, PASSWORD)
    await door.auth.ensureAccount('other@example.com', PASSWORD)
    expect(door.auth.hasAccount()).toBe(true)
    expect((await door.auth.signIn({ email, password: PASSWORD }, undefined)).ok).toBe(true)
    expect((await door.auth.signIn({ email: 'other@example.com', password: PASSWORD }, undefined)).ok).toBe(false)
  })

  it('an account that cannot be made stops the start with a sentence', async () => {
    await expect(door.auth.ensureAccount(email, 'short')).rejects.toThrow(/password needs at least 8 characters/)
  })
})

describe('with an account', () => {
  beforeEach(() => door.auth.ensureAccount(email, PASSWORD))

  it('pages lead to the sign-in and from there back to where one wanted to go', async () => {
    const away = await door.ask('/leads?site=a')
    expect([away.status, away.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fleads%3Fsite%3Da'])
    const entered = await door.ask('/sign-in', form({ email, password: PASSWORD, to: '/leads?site=a' }))
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/leads?site=a'])
    const cookie = cookieOf(entered)
    expect((await door.ask('/leads', { headers: { cookie } })).status).toBe(200)
    expect((await door.ask('/sign-in', { headers: { cookie } })).status).toBe(303)
    const me = await door.ask('/api/v1/me', { headers: { cookie } })
    expect(await me.json()).toEqual({ email, name: email, via: 'session' })
  })

  it('the cookie is out of reach of scripts and of other sites', async () => {
    const entered = await door.ask('/sign-in', form({ email, password: PASSWORD }))
    const [cookie = ''] = entered.headers.getSetCookie()
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it.each([['//evil.example'], ['https://evil.example/'], ['/\\evil.example'], ['/\t/evil.example'], ['javascript:1']])(
    'nobody is sent on to another site: %s',
    async (to) => {
      const entered = await door.ask('/sign-in', form({ email, password: PASSWORD, to }))
      const location = entered.headers.get('location') ?? ''
      expect(new URL(location, DOOR_URL).origin).toBe(DOOR_URL)
    },
  )

  it('a wrong password and an unknown e-mail get the same answer', async () => {
    const pages = await Promise.all(
      [email, 'stranger@example.com'].map(async (who) => {
        const answer = await door.ask('/sign-in', form({ email: who, password: 'wrong wrong wrong' }))
        return [answer.status, answer.headers.getSetCookie(), (await answer.text()).replace(who, '')]
      }),
    )
    expect(pages[0]).toEqual(pages[1])
    expect(pages[0]?.slice(0, 2)).toEqual([422, []])
  })

  it('guessing is slowed down by the address it comes from', async () => {
    const attempt = (peer: string) => door.ask('/sign-in', { ...form({ email, password: 'wrong wrong wrong' }), peer })
    const statuses = []
    for (let tries = 0; tries < 22; tries += 1) statuses.push((await attempt('192.0.2.7')).status)
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true)
    expect(statuses.slice(20)).toEqual([429, 429])
    expect((await attempt('192.0.2.8')).status).toBe(422)
  })

  it('a form of another site is refused', async () => {
    const fields = form({ email, password: PASSWORD })
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: DOOR_URL, 'sec-fetch-site': 'cross-site' },
      {},
    ])
      for (const path of ['/sign-in', '/set-up', '/api/auth/sign-out'])
        expect((await door.ask(path, { ...fields, headers })).status).toBe(403)
  })

  it('signing out ends the session on the server', async () => {
    const cookie = await door.signIn()
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    expect((await door.ask('/api/auth/sign-out', { method: 'POST', headers })).status).toBe(204)
    expect((await door.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })

  it('a new password ends every session', async () => {
    const cookie = await door.signIn()
    expect(
      await door.auth.setPassword({ email: email.toUpperCase(), password: 'another good password' }),
    ).toMatchObject({ ok: true })
    expect((await door.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401)
    expect((await door.auth.signIn({ email, password: PASSWORD }, undefined)).ok).toBe(false)
    expect((await door.auth.signIn({ email, password: 'another good password' }, undefined)).ok).toBe(true)
  })

  it('nobody can sign up, nor reach any other part of the sign-in library', async () => {
    const headers = { 'content-type': 'application/json', origin: DOOR_URL }
    const body = JSON.stringify({ email: 'x@example.com', name: 'x', password: PASSWORD })
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/update-user'])
      expect((await door.ask(path, { method: 'POST', headers, body })).status).toBe(404)
  })

  it('an account is made once', async () => {
    expect(await door.auth.addAccount({ email: ' Owner@Example.com', password: PASSWORD })).toMatchObject({
      failure: { why: 'conflict' },
    })
  })
})
