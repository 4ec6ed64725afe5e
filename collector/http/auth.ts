/** Who may enter: the accounts, the one-use link that makes the first of them, and what a password must have. */
import { timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type Outcome, done, failed } from '@leadtrail/shared/failure'
import { z } from 'zod'
import type { World } from '../ports/world.ts'
import { type Accounts, type Cookies, type Credentials, MAX_PASSWORD, MIN_PASSWORD, openAccounts } from './accounts.ts'
import { cookieSecret } from './secret.ts'

export type Auth = Omit<Accounts, 'add'> & {
  /** A new link for making the first account, which ends the one before; undefined once there is an account. */
  readonly setUpLink: () => string | undefined
  readonly isSetUpToken: (token: string) => boolean
  /** Makes the first account and signs it in. Fails with forbidden (a used or wrong token) or invalid. */
  readonly setUp: (token: string, credentials: Credentials) => Promise<Outcome<Cookies>>
  /** Makes the first account unless there is one. @throws when its e-mail or password will not do. */
  readonly ensureAccount: (email: string, password: string) => Promise<void>
  /** Fails with invalid, or conflict when the account is there already. */
  readonly addAccount: (credentials: Credentials) => Promise<Outcome<Cookies>>
}

/** For what is chosen on our page. The operator, who sets one for a script or a test, may do with less (ASVS 5.0, 6.2.1). */
export const MIN_CHOSEN_PASSWORD = 12

export type AuthSettings = {
  readonly dataDir: string
  readonly baseUrl: string
  readonly world: Pick<World, 'chance' | 'digest'>
}

/** Opens the accounts of a data folder; makes what is missing. */
export async function openAuth({ dataDir, baseUrl, world }: AuthSettings): Promise<Auth> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const { chance, digest } = world
  const randomText = () => chance.id() + chance.id()
  const accounts = await openAccounts({ dataDir, baseUrl, secret: cookieSecret(dataDir, randomText()) })
  let setUpDigest: string | undefined
  const isSetUpToken = (token: string) => !accounts.hasAccount() && isSame(setUpDigest, digest.sha256(token))

  const addAccount: Auth['addAccount'] = async (credentials) => {
    const account = accountOf(credentials, MIN_PASSWORD)
    return account.ok ? accounts.add(account.value) : account
  }

  return {
    ...accounts,
    addAccount,
    isSetUpToken,
    async setPassword(credentials) {
      const account = accountOf(credentials, MIN_PASSWORD)
      return account.ok ? accounts.setPassword(account.value) : account
    },
    setUpLink() {
      if (accounts.hasAccount()) return undefined
      const token = randomText()
      setUpDigest = digest.sha256(token)
      return new URL(`/set-up?token=${token}`, baseUrl).href
    },
    async setUp(token, credentials) {
      if (!isSetUpToken(token))
        return failed({ why: 'forbidden', detail: 'The link has been used, or a newer one was printed.' })
      const account = accountOf(credentials, MIN_CHOSEN_PASSWORD)
      if (!account.ok) return account
      // Before the wait, so that two requests with one link make one account.
      setUpDigest = undefined
      return accounts.add(account.value)
    },
    async ensureAccount(email, password) {
      if (accounts.hasAccount()) return
      const added = await addAccount({ email, password })
      if (!added.ok) throw new Error(`The first account cannot be made. ${added.failure.detail}`)
    },
  }
}

const accountSchema = (least: number) =>
  z.object({
    email: z.string().trim().pipe(z.email('is not a mail address').max(320)),
    password: z
      .string()
      .min(least, `needs at least ${least} characters`)
      .max(MAX_PASSWORD, `has more than ${MAX_PASSWORD} characters`),
  })
const words: Readonly<Record<string, string>> = { email: 'The e-mail', password: 'The password' }

function accountOf(credentials: Credentials, least: number): Outcome<Credentials> {
  const parsed = accountSchema(least).safeParse(credentials)
  if (parsed.success) return done(parsed.data)
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const detail = errors.map(({ path, message }) => `${words[path] ?? path} ${message}.`).join(' ')
  return failed({ why: 'invalid', detail, errors })
}

function isSame(expected: string | undefined, given: string): boolean {
  return expected?.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given))
}
