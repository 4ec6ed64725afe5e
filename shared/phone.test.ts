import { expect, it } from 'vitest'
import { dialledOf } from './phone.ts'

it.each([
  ['+45 70 20 30 40', '+4570203040'],
  ['0045 (70) 20-30.40', '+4570203040'],
  ['70\u00a020\u00a030\u00a040', '70203040'],
  ['12345', '12345'],
  ['1234', undefined],
  ['+1234567890123456', undefined],
  ['70 20 CALL', undefined],
  ['+45+70203040', undefined],
  ['', undefined],
])('%j is dialled as %j', (number, dialled) => expect(dialledOf(number)).toBe(dialled))
