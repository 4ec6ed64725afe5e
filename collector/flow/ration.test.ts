import { MINUTE, instant } from '@leadtrail/shared/time'
import { expect, it } from 'vitest'
import { MONDAY } from '../../test/builders/log.ts'
import { ration } from './ration.ts'

function aRation(most: number) {
  let now = MONDAY
  const { take, giveBack } = ration({ now: () => now }, most, 10 * MINUTE)
  return { take, giveBack, pass: (ms: number) => void (now = instant(now + ms)) }
}

it('begins with the first use and says when it begins again', () => {
  const { take, pass } = aRation(2)
  expect([take('192.0.2.1'), take('192.0.2.1')]).toEqual([undefined, undefined])
  pass(9 * MINUTE)
  expect([take('192.0.2.1'), take('192.0.2.2')]).toEqual([60, undefined])
  pass(MINUTE)
  expect(take('192.0.2.1')).toBeUndefined()
})

it('does not count what was given back', () => {
  const { take, giveBack } = aRation(1)
  take('192.0.2.1')
  giveBack('192.0.2.1')
  expect([take('192.0.2.1'), take('192.0.2.1')]).toEqual([undefined, 600])
})

it.each([
  ['2001:db8:1:2::3', '2001:db8:1:2:ffff::1', true],
  ['2001:db8::3', '2001:db8:0:0:1::', true],
  ['2001:db8:1:2::3', '2001:db8:1:3::3', false],
  ['::1', '::2', true],
  ['192.0.2.1', '192.0.2.2', false],
])('is one for the whole network of an IPv6 address: %s and %s %s', (one, other, same) => {
  const { take } = aRation(1)
  take(one)
  expect(take(other) !== undefined).toBe(same)
})
