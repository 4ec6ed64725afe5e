import { expect, it } from 'vitest'
import { mailLinkOf } from './mail-link.ts'

it.each([
  ['jane@acme.example', 'mailto:jane@acme.example'],
  ['jane+news@acme.example', 'mailto:jane%2Bnews@acme.example'],
  ['jane?bcc=eve@evil.example', 'mailto:jane%3Fbcc%3Deve@evil.example'],
  ['jane&cc=%40eve@evil.example', 'mailto:jane%26cc%3D%2540eve@evil.example'],
])('writes to nobody but %s', (email, link) => {
  expect(mailLinkOf(email)).toBe(link)
  expect(new URL(link).search).toBe('')
})
