import { describe, expect, it } from 'vitest'
import { tagManagerForm } from './tag-forms.ts'

describe('tagManagerForm()', () => {
  it('builds the same element, attribute by attribute', () => {
    const tag = '<script defer src="https://leads.example.com/lt.js" data-site="k1" data-consent="cookieless"></script>'
    expect(tagManagerForm(tag).split('\n').slice(3, -3)).toEqual([
      '  s.setAttribute("defer", "")',
      '  s.setAttribute("src", "https://leads.example.com/lt.js")',
      '  s.setAttribute("data-site", "k1")',
      '  s.setAttribute("data-consent", "cookieless")',
    ])
  })

  it('reads escaped values', () => {
    expect(tagManagerForm('<script data-domains="a.dk&amp;b.dk"></script>')).toContain('"a.dk&b.dk"')
  })
})
