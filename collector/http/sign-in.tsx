/** The way in and out: the sign-in page, and the set-up page that makes the first account. */
import { type Context, Hono } from 'hono'
import { MAX_PASSWORD } from './accounts.ts'
import { type Auth, MIN_CHOSEN_PASSWORD } from './auth.ts'
import { formOf } from './body.ts'
import { isOwnRequest } from './guard.ts'
import { page } from './page.tsx'
import { otherMethods, problem } from './problem.ts'
import type { SenderOf } from './sender.ts'

export type SignInDeps = { readonly auth: Auth; readonly baseUrl: string; readonly senderOf: SenderOf }

/** `/sign-in`, `/set-up` and `POST /api/auth/sign-out`. */
export function signIn({ auth, baseUrl, senderOf }: SignInDeps): Hono {
  const app = new Hono()
  const foreign = (c: Context) => problem(c, { why: 'forbidden', detail: 'The request comes from another site.' })

  app.get('/sign-in', async (c) => {
    const to = localPath(c.req.query('to'))
    if (await auth.visit(c.req.header('cookie'))) return c.redirect(to, 303)
    return auth.hasAccount() ? signInPage(c, { to }) : noAccountPage(c)
  })
  app.post('/sign-in', async (c) => {
    if (!isOwnRequest(c, baseUrl)) return foreign(c)
    const form = await formOf(c.req.raw)
    if (!form.ok) return problem(c, form.failure)
    const email = form.value.get('email')?.trim() ?? ''
    const credentials = { email, password: form.value.get('password') ?? '' }
    const to = localPath(form.value.get('to'))
    const entered = await auth.signIn(credentials, senderOf(c).address)
    if (entered.ok) return welcome(c, entered.cookies, to)
    return signInPage(c, { to, email, why: entered.why })
  })

  app.get('/set-up', (c) => {
    const token = c.req.query('token') ?? ''
    return auth.isSetUpToken(token) ? setUpPage(c, { token }) : usedLinkPage(c)
  })
  app.post('/set-up', async (c) => {
    if (!isOwnRequest(c, baseUrl)) return foreign(c)
    const form = await formOf(c.req.raw)
    if (!form.ok) return problem(c, form.failure)
    const [token, email] = [form.value.get('token') ?? '', form.value.get('email')?.trim() ?? '']
    const made = await auth.setUp(token, { email, password: form.value.get('password') ?? '' })
    if (made.ok) return welcome(c, made.value, '/set-up/new')
    return made.failure.why === 'invalid' ? setUpPage(c, { token, email, wrong: made.failure.detail }) : usedLinkPage(c)
  })

  app.post('/api/auth/sign-out', async (c) => {
    if (!isOwnRequest(c, baseUrl)) return foreign(c)
    for (const cookie of await auth.signOut(c.req.header('cookie'))) c.header('set-cookie', cookie, { append: true })
    c.header('cache-control', 'no-store')
    return c.body(null, 204)
  })
  for (const path of ['/sign-in', '/set-up']) app.all(path, otherMethods('GET, HEAD, POST'))
  app.all('/api/auth/sign-out', otherMethods('POST'))
  return app
}

/** Without an account there is nothing to sign in to. */
export function noAccountPage(c: Context): Promise<Response> {
  return page(c, 200, {
    title: 'Almost there',
    children: (
      <>
        <h1>Almost there</h1>
        <p>Open the set-up link that Leadtrail printed in its terminal. It makes your account, once.</p>
        <p class="quiet">If you cannot find it, start Leadtrail again: it prints a new one.</p>
      </>
    ),
  })
}

function welcome(c: Context, cookies: readonly string[], to: string): Response {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
  return c.redirect(to, 303)
}

/** A path of our own to go on to; anything else is the front page. */
function localPath(to: string | null | undefined): string {
  const base = 'http://here.invalid'
  const given = to?.startsWith('/') && URL.canParse(to, base) ? new URL(to, base) : undefined
  return given?.origin === base ? given.pathname.replace(/^\/+/, '/') + given.search : '/'
}

const sentences = {
  wrong: { status: 422, text: 'The e-mail and the password do not belong together.' },
  'too-often': { status: 429, text: 'Too many attempts. Wait a minute, then try again.' },
} as const

function signInPage(c: Context, { to, email, why }: { to: string; email?: string; why?: keyof typeof sentences }) {
  if (why === 'too-often') c.header('retry-after', '60')
  return page(c, why ? sentences[why].status : 200, {
    title: 'Sign in',
    children: (
      <>
        <h1>Sign in</h1>
        {why && (
          <p class="wrong" role="alert">
            {sentences[why].text}
          </p>
        )}
        <form method="post" action="/sign-in">
          <input type="hidden" name="to" value={to} />
          <label for="email">E-mail</label>
          <input id="email" name="email" type="email" autocomplete="username" required value={email ?? ''} />
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          <button type="submit">Sign in</button>
        </form>
      </>
    ),
  })
}

function setUpPage(c: Context, { token, email, wrong }: { token: string; email?: string; wrong?: string }) {
  return page(c, wrong ? 422 : 200, {
    title: 'Set up',
    children: (
      <>
        <h1>Make your account</h1>
        {wrong && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <form method="post" action="/set-up">
          <input type="hidden" name="token" value={token} />
          <label for="email">E-mail</label>
          <input id="email" name="email" type="email" autocomplete="username" required value={email ?? ''} />
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            required
            minlength={MIN_CHOSEN_PASSWORD}
            maxlength={MAX_PASSWORD}
            aria-describedby="hint"
          />
          <small id="hint">At least {MIN_CHOSEN_PASSWORD} characters. A sentence is easiest to remember.</small>
          <button type="submit">Make the account</button>
        </form>
      </>
    ),
  })
}

function usedLinkPage(c: Context): Promise<Response> {
  return page(c, 403, {
    title: 'This link is used up',
    children: (
      <>
        <h1>This link is used up</h1>
        <p>It has been used, or Leadtrail has printed a newer one since.</p>
        <p>
          <a href="/sign-in">Sign in</a>, or start Leadtrail again for a new link.
        </p>
      </>
    ),
  })
}
