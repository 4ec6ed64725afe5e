import { visitorId } from '@leadtrail/shared/ids'
import { MINUTE, instant } from '@leadtrail/shared/time'
import { expect, it } from 'vitest'
import { MONDAY } from '../../test/builders/log.ts'
import { realWorld } from '../system/world.ts'
import { sharing } from './share.ts'

const a = visitorId('visitor-a')
const b = visitorId('visitor-b')
const c = visitorId('visitor-c')
const at = (minutes: number) => instant(MONDAY + minutes * MINUTE)
const aShare = () => {
  const shares = sharing(realWorld('silent').digest)
  return (minutes = 0, name = '192.0.2.1') => shares(['site', name], 2, at(minutes))
}

it('is full with those who have one, who may always ask again', () => {
  const share = aShare()
  expect([a, b, c, a].map((visitor) => share().take(visitor, at(60)))).toEqual([true, true, false, true])
  expect(share(0, '192.0.2.2').take(c, at(60))).toBe(true)
})

it('is free again when a lease ends, and when a place came to nothing', () => {
  const share = aShare()
  for (const visitor of [a, b]) share().take(visitor, at(60))
  share().keep(a, at(90))
  expect([share(59).take(c, at(119)), share(60).take(c, at(120))]).toEqual([false, true])
  expect(share(60).take(b, at(120))).toBe(false)
  share(60).giveBack(c)
  expect(share(60).take(b, at(120))).toBe(true)
})

it('counts numbers that are kept above it', () => {
  const share = aShare()
  for (const visitor of [a, b, c]) share().keep(visitor, at(60))
  share().giveBack(a)
  expect(share().take(a, at(60))).toBe(false)
})
