/** Free mail says nothing of a company; a company's own domain does. */
import { describe, expect, it } from 'vitest'
import { isFreeMail } from './free-mail.ts'

describe('isFreeMail()', () => {
  it.each([
    ['jane@gmail.com', true],
    ['per@stofanet.dk', true],
    ['ola@online.no', true],
    ['anna@hotmail.se', true],
    ['jan@ziggo.nl', true],
    ['erika@t-online.de', true],
    ['x@mail.mailinator.com', true],
    ['jane@acme.example', false],
    ['jane@notgmail.com', false],
    ['jane@gmail.com.acme.example', false],
    ['gmail.com@acme.example', false],
    ['jane@com', false],
  ])('%s: %s', (email, free) => {
    expect(isFreeMail(email)).toBe(free)
  })
})
