import { describe, expect, it } from 'vitest'
import { siteKey } from '@leadtrail/shared/ids'
import type { NumberPool } from '@leadtrail/shared/settings'
import { snippetOf } from './snippet.ts'

const pool = { name: 'Website', published: '+4533333333' } as unknown as NumberPool
const site = { key: siteKey('pk_a'), consent: 'required', domains: ['acme.example'], numberPools: [] } as const
const base = 'https://leads.example'

describe('snippetOf()', () => {
  it.each([
    [
      'nothing more where the site has one domain, with or without www',
      { domains: ['acme.example', 'www.acme.example'] },
      '',
    ],
    [
      'the domains where there are several',
      { domains: ['acme.example', 'acme.dk'] },
      ' data-domains="acme.example,acme.dk"',
    ],
    ['that there are numbers to lend', { numberPools: [pool] }, ' data-numbers'],
  ])('says %s', (_, settings, more) => {
    expect(snippetOf({ ...site, ...settings }, base)).toBe(
      `<script defer src="https://leads.example/lt.js" data-site="pk_a" data-consent="required"${more}></script>`,
    )
  })

  it('names a banner and the full script where somebody wishes so', () => {
    expect(snippetOf(site, base, { banner: 'wp', full: true })).toBe(
      '<script defer src="https://leads.example/lt-full.js" data-site="pk_a" data-consent="required" data-cmp="wp"></script>',
    )
  })

  it('breaks out of no attribute', () => {
    expect(snippetOf(site, base, { banner: '"><script>&' })).toContain('data-cmp="&quot;&gt;&lt;script&gt;&amp;"')
  })
})
