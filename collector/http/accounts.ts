/**
 * Accounts and their sessions, by better-auth, in a database file of its own so that a sign-in never waits for the event
 * writer. None of better-auth's routes is served: our pages ask it, so nobody can sign up by himself.
 */
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getMigrations } from 'better-auth/db/migration'
import Database from 'better-sqlite3'

export type User = { readonly id: string; readonly email: string; readonly name: string }
/** Values of Set-Cookie, to go out with the answer. */
export type Cookies = readonly string[]
export type Credentials = { readonly email: string; readonly password: string }
export type SignIn =
  | { readonly ok: true; readonly cookies: Cookies }
  | { readonly ok: false; readonly why: 'wrong' | 'too-often' }

export type Accounts = {
  readonly hasAccount: () => boolean
  /** Who is signed in by these cookies. */
  readonly visit: (
    cookie: string | undefined,
  ) => Promise<{ readonly user: User; readonly cookies: Cookies } | undefined>
  /** Attempts are counted by the sender's address. */
  readonly signIn: (credentials: Credentials, address: string | undefined) => Promise<SignIn>
  /** Ends the session; answers the cookies that say so. */
  readonly signOut: (cookie: string | undefined) => Promise<Cookies>
  /** Makes an account and signs it in. Fails with conflict when it is there already. */
  readonly add: (credentials: Credentials) => Promise<Outcome<Cookies>>
  /** Sets a new password and ends the account's sessions. Fails with not-found. */
  readonly setPassword: (credentials: Credentials) => Promise<Outcome<undefined>>
  readonly close: () => void
}

export const MIN_PASSWORD = 8
export const MAX_PASSWORD = 128
const SESSION_SECONDS = 7 * 24 * 3600
const COOKIE_PREFIX = 'leadtrail'
const ADDRESS_HEADER = 'x-leadtrail-sender'

const isEncrypted = (baseUrl: string) => baseUrl.startsWith('https:')
/** The name of the cookie that holds a sign-in. */
export const sessionCookieAt = (baseUrl: string): string =>
  `${isEncrypted(baseUrl) ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`

export type AccountsSettings = { readonly dataDir: string; readonly baseUrl: string; readonly secret: string }

/** Opens the accounts of a data folder; makes or migrates their tables. */
export async function openAccounts(settings: AccountsSettings): Promise<Accounts> {
  const file = path.join(settings.dataDir, 'auth.db')
  closeSync(openSync(file, 'a', 0o600))
  const database = new Database(file)
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 5000']) database.pragma(pragma)
  const options = optionsOf(database, settings)
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  const anyAccount = database.prepare('select 1 from user limit 1')
  return {
    ...accountsBy(options),
    hasAccount: () => anyAccount.get() !== undefined,
    close: () => database.close(),
  }
}

function optionsOf(database: Database.Database, { baseUrl, secret }: AccountsSettings) {
  return {
    appName: 'Leadtrail',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database,
    telemetry: { enabled: false },
    // Its log names mail addresses.
    logger: { disabled: true },
    emailAndPassword: { enabled: true, minPasswordLength: MIN_PASSWORD, maxPasswordLength: MAX_PASSWORD },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 3600 },
    rateLimit: { enabled: true, storage: 'database', customRules: { '/sign-in/email': { window: 60, max: 20 } } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isEncrypted(baseUrl),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  } satisfies BetterAuthOptions
}

function accountsBy(options: ReturnType<typeof optionsOf>): Omit<Accounts, 'hasAccount' | 'close'> {
  const auth = betterAuth(options)
  const { origin } = new URL(options.baseURL)
  return {
    async visit(cookie) {
      if (!cookie) return undefined
      const { headers, response } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
      if (!response) return undefined
      const { id, email, name } = response.user
      return { user: { id, email, name }, cookies: headers.getSetCookie() }
    },
    async signIn(credentials, address) {
      const headers = { 'content-type': 'application/json', origin }
      const request = new Request(new URL(`${options.basePath}/sign-in/email`, options.baseURL), {
        method: 'POST',
        headers: address ? { ...headers, [ADDRESS_HEADER]: address } : headers,
        body: JSON.stringify(credentials),
      })
      // By its request handler, which counts attempts; the call within the process does not.
      const response = await auth.handler(request)
      if (response.ok) return { ok: true, cookies: response.headers.getSetCookie() }
      return { ok: false, why: response.status === 429 ? 'too-often' : 'wrong' }
    },
    async signOut(cookie) {
      const headers = new Headers({ cookie: cookie ?? '', origin })
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie()
    },
    async add(credentials) {
      try {
        const body = { ...credentials, name: credentials.email }
        const { headers } = await auth.api.signUpEmail({ body, returnHeaders: true })
        return done(headers.getSetCookie())
      } catch (error) {
        if (!(error instanceof APIError)) throw error
        return failed({ why: 'conflict', detail: 'There is an account with this mail address already.' })
      }
    },
    async setPassword({ email, password }) {
      const { internalAdapter, password: hashing } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email.toLowerCase())
      if (!found) return failed({ why: 'not-found', detail: 'No account has this mail address.' })
      await internalAdapter.updatePassword(found.user.id, await hashing.hash(password))
      await internalAdapter.deleteUserSessions(found.user.id)
      return done(undefined)
    },
  }
}
