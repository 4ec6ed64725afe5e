/** Configuration: the environment, checked at start, with a sentence for each mistake. */
import { isIP } from 'node:net'
import path from 'node:path'
import { type LogLevel, logLevels } from '../system/log.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Where people and tags reach it, without a slash at the end. */
  readonly baseUrl: string
  readonly dataDir: string
  readonly admin: { readonly email: string; readonly password: string } | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  /** Whether the demo company's site is served. */
  readonly demo: boolean
}

/** What the environment may say, for whoever asks for help: name, meaning and default. */
export const settings: readonly (readonly [name: string, about: string])[] = [
  ['PORT', 'Where it listens (8787)'],
  ['HOST', 'The address it listens on (127.0.0.1; 0.0.0.0 for every address of the machine)'],
  ['BASE_URL', 'Where people and tags reach it (http://localhost:PORT)'],
  ['DATA_DIR', 'Where the data is (data, beside the code)'],
  ['ADMIN_EMAIL', 'With ADMIN_PASSWORD: the first account; without, a set-up link is printed'],
  ['ADMIN_PASSWORD', 'At least 8 characters'],
  ['SMTP_URL', 'The server that sends mails, such as smtp://user:password@mail.example.com:587'],
  ['MAIL_FROM', 'Who mails are from (Leadtrail <leadtrail@localhost>)'],
  ['TRUSTED_PROXIES', 'Addresses, with commas, of proxies whose X-Forwarded-For is believed'],
  ['LOG_LEVEL', `${logLevels.join(', ')} (info)`],
  ['DEMO', 'on or off: the demo company under /demo/ (on)'],
]

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

type Env = Readonly<Record<string, string | undefined>>

/** @throws ConfigError with every mistake at once. */
export function configOf(env: Env): Config {
  const mistakes: string[] = []
  const wrong = (mistake: string): void => void mistakes.push(mistake)
  const port = portOf(env, wrong)
  const config: Config = {
    port,
    host: env['HOST'] || '127.0.0.1',
    baseUrl: baseUrlOf(env, port, wrong),
    dataDir: path.resolve(env['DATA_DIR'] || 'data'),
    admin: adminOf(env, wrong),
    smtpUrl: smtpUrlOf(env, wrong),
    mailFrom: mailFromOf(env, wrong),
    trustedProxies: proxiesOf(env, wrong),
    logLevel: logLevelOf(env, wrong),
    demo: switchOf(env, 'DEMO', wrong),
  }
  if (env['DATABASE_URL'])
    wrong('DATABASE_URL is set, but this version keeps its data in SQLite files under DATA_DIR: unset it.')
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return config
}

type Wrong = (mistake: string) => void

function portOf(env: Env, wrong: Wrong): number {
  const port = Number(env['PORT'] || 8787)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  wrong(`PORT is "${env['PORT']}": it must be a whole number from 1 to 65535.`)
  return 8787
}

function baseUrlOf(env: Env, port: number, wrong: Wrong): string {
  const text = env['BASE_URL'] || `http://localhost:${port}`
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    wrong(`BASE_URL is "${text}": it must be an address such as https://leads.example.com.`)
    return ''
  }
  const { origin, href } = new URL(text)
  // Every page, file and cookie stands at the root of its host.
  if (href !== `${origin}/`)
    wrong(`BASE_URL is "${text}": it must end after the host, such as ${origin}; Leadtrail needs a host of its own.`)
  return origin
}

function adminOf(env: Env, wrong: Wrong): Config['admin'] {
  const [email, password] = [env['ADMIN_EMAIL'], env['ADMIN_PASSWORD']]
  if (!email && !password) return undefined
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email))
    wrong('ADMIN_EMAIL must be an e-mail address when ADMIN_PASSWORD is set.')
  if (!password || password.length < 8) wrong('ADMIN_PASSWORD must have at least 8 characters when ADMIN_EMAIL is set.')
  return { email: email ?? '', password: password ?? '' }
}

function smtpUrlOf(env: Env, wrong: Wrong): string | undefined {
  const url = env['SMTP_URL']
  if (!url) return undefined
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    wrong('SMTP_URL must be an address such as smtp://user:password@mail.example.com:587.')
  return url
}

function mailFromOf(env: Env, wrong: Wrong): string {
  const from = env['MAIL_FROM'] || 'Leadtrail <leadtrail@localhost>'
  if (!/^([^<>\r\n]*<[^\s@<>,]+@[^\s@<>,]+>|[^\s@<>,]+@[^\s@<>,]+)$/.test(from))
    wrong(`MAIL_FROM is "${from}": it must be a mail address such as Leads <leads@example.com>.`)
  return from
}

function proxiesOf(env: Env, wrong: Wrong): string[] {
  const proxies = (env['TRUSTED_PROXIES'] ?? '').split(',').map((proxy) => proxy.trim())
  return proxies.filter((proxy) => {
    if (proxy && !isNetwork(proxy))
      wrong(`TRUSTED_PROXIES holds "${proxy}": each must be an address or a network such as 10.0.0.0/8.`)
    return proxy !== ''
  })
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function logLevelOf(env: Env, wrong: Wrong): LogLevel {
  const name = env['LOG_LEVEL'] || 'info'
  const level = logLevels.find((known) => known === name)
  if (!level) wrong(`LOG_LEVEL is "${name}": it must be one of ${logLevels.join(', ')}.`)
  return level ?? 'info'
}

function switchOf(env: Env, name: string, wrong: Wrong): boolean {
  const value = (env[name] || 'on').toLowerCase()
  if (['on', 'true', '1', 'yes'].includes(value)) return true
  if (!['off', 'false', '0', 'no'].includes(value)) wrong(`${name} is "${env[name]}": it must be on or off.`)
  return false
}
