/** What the environment may say, and the sentence for each mistake in it. */
import { describe, expect, it } from 'vitest'
import { ConfigError, configOf } from './config.ts'

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    configOf(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
}

describe('configOf()', () => {
  it('needs nothing set', () => {
    expect(configOf({})).toMatchObject({ port: 8787, host: '127.0.0.1', baseUrl: 'http://localhost:8787', demo: true })
  })

  it.each([
    ['BASE_URL', 'https://leads.example.com/', { baseUrl: 'https://leads.example.com' }],
    ['MAIL_FROM', 'leads@example.com', { mailFrom: 'leads@example.com' }],
    ['MAIL_FROM', 'Leads, all <leads@example.com>', { mailFrom: 'Leads, all <leads@example.com>' }],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1,', { trustedProxies: ['10.0.0.0/8', '::1'] }],
    ['DEMO', 'off', { demo: false }],
  ])('takes %s=%s', (name, value, part) => {
    expect(configOf({ [name]: value })).toMatchObject(part)
  })

  it.each([
    ['PORT', '80a'],
    ['BASE_URL', 'leads.example.com'],
    ['BASE_URL', 'https://example.com/leads'],
    ['BASE_URL', 'https://user:password@example.com'],
    ['MAIL_FROM', 'Leadtrail'],
    ['MAIL_FROM', 'a@example.com, b@example.com'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['SMTP_URL', 'http://mail.example.com'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'perhaps'],
    ['DATABASE_URL', 'postgres://db'],
  ])('says in one sentence what is wrong with %s=%s', (name, value) => {
    expect(mistakesOf({ [name]: value })).toEqual([expect.stringContaining(name)])
  })

  it('names every mistake at once', () => {
    expect(mistakesOf({ PORT: '0', LOG_LEVEL: 'loud', ADMIN_EMAIL: 'a@example.com' })).toHaveLength(3)
  })
})
