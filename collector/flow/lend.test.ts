import { DAY, MINUTE, instant } from '@leadtrail/shared/time'
import { expect, it } from 'vitest'
import { aDatabase, addSite } from '../../test/builders/database.ts'
import { MONDAY } from '../../test/builders/log.ts'
import { InboxFull } from '../ports/inbox.ts'
import { realWorld } from '../system/world.ts'
import type { Entry } from './expand.ts'
import { lending } from './lend.ts'

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A lender with a clock that moves when told; `told` is what its inbox was given. */
async function aLender(numbers = ['+45 70 20 30 40']) {
  const database = aDatabase()
  const site = await addSite(database, {
    numberPools: [{ on: '+45 70 10 10 10', numbers, minutes: 60 }],
  })
  let now = MONDAY
  let fails: Error | undefined
  const told: { at: number; until: number }[] = []
  const append = async (body: string) => {
    if (fails) throw fails
    for (const { at, origin, visitor, body: said } of (JSON.parse(body) as Entry).events)
      if (said.type === 'number' && origin === 'system' && visitor === 'visitor-a') told.push({ at, until: said.until })
    return told.length
  }
  const world = { ...realWorld('silent'), clock: { now: () => now } }
  const begin = () => lending({ inbox: { append }, sites: database.archive, registry: database.registry, world })
  let lend = begin()
  return {
    told,
    fill: (is: boolean) => void (fails = is ? new InboxFull('full') : undefined),
    fail: (is: boolean) => void (fails = is ? new Error('The disk is gone.') : undefined),
    restart: () => void (lend = begin()),
    pass: (minutes: number) => void (now = instant(now + minutes * MINUTE)),
    ask: (as = userAgent, visitor = 'visitor-a', address = '192.0.2.1') =>
      lend({ site: site.key, visitor }, { address, userAgent: as }),
  }
}
const at = (minutes: number) => MONDAY + minutes * MINUTE
const lent = { ok: true, value: { swap: [{ e164: '+4570203040' }], again: 10 * MINUTE } }

it('tells the log of a lease, and of what it has grown by, once for each of its lengths', async () => {
  const { told, pass, ask } = await aLender()
  expect(await ask()).toMatchObject(lent)
  for (const minutes of [30, 29, 29, 30]) {
    pass(minutes)
    expect(await ask()).toMatchObject({ ok: true })
  }
  expect(await ask()).toMatchObject(lent)
  expect(told).toEqual([
    { at: at(0), until: at(60) },
    { at: at(30), until: at(150) },
    { at: at(118), until: at(238) },
  ])
})

it('shows no number of which the log cannot be told; it is told when the visitor asks again', async () => {
  const { told, pass, fill, ask } = await aLender()
  fill(true)
  expect(await ask()).toMatchObject({ ok: false, failure: { why: 'unavailable' } })
  fill(false)
  pass(0.1)
  expect(await ask()).toMatchObject(lent)
  expect(told).toEqual([{ at: at(0), until: at(60) }])
})

it('tells what could not be told for another reason, too', async () => {
  const { told, pass, fail, ask } = await aLender()
  fail(true)
  await expect(ask()).rejects.toThrow('The disk is gone.')
  fail(false)
  pass(0.1)
  expect(await ask()).toMatchObject(lent)
  expect(told).toEqual([{ at: at(0), until: at(60) }])
})

it('tells of a lease that another process may not have told of, once', async () => {
  const { told, pass, fail, restart, ask } = await aLender()
  fail(true)
  await expect(ask()).rejects.toThrow('The disk is gone.')
  restart()
  fail(false)
  pass(0.1)
  expect([await ask(), await ask()]).toMatchObject([lent, lent])
  expect(told).toEqual([{ at: at(0.1), until: at(60) }])
})

it('forgets the oldest where it could not tell of too many, not all', async () => {
  const { told, pass, fill, ask } = await aLender()
  fill(true)
  const visitors = ['visitor-0', 'visitor-a', ...Array.from({ length: 999 }, (_, place) => `visitor-${place + 1}`)]
  for (const visitor of visitors) {
    await ask(userAgent, visitor)
    pass(60)
  }
  fill(false)
  await ask()
  const end = 60 * visitors.length
  expect(told).toEqual([
    { at: at(60), until: at(120) },
    { at: at(end), until: at(end + 60) },
  ])
})

it('leaves half of the numbers to other addresses, until the leases end', async () => {
  const { pass, restart, ask } = await aLender(Array.from({ length: 5 }, (_, digit) => `+45 70 20 30 4${digit}`))
  const shown = async (visitor: string, address?: string) => {
    const answer = await ask(userAgent, visitor, address)
    return answer.ok ? answer.value.swap.map(({ e164 }) => e164.at(-1)).join('') : answer.failure.why
  }
  const all = ['visitor-a', 'visitor-b', 'visitor-c']
  expect(await Promise.all(all.map((visitor) => shown(visitor)))).toEqual(['0', '1', ''])
  expect(await shown('visitor-d', '192.0.2.2')).toBe('2')
  pass(50)
  expect([await shown('visitor-a'), await shown('visitor-b'), await shown('visitor-c')]).toEqual(['0', '1', ''])
  restart()
  expect([await shown('visitor-a'), await shown('visitor-b'), await shown('visitor-c')]).toEqual(['0', '1', ''])
  pass(61)
  expect(await shown('visitor-c')).not.toBe('')
})

it('lends nothing to a program, by its user agent', async () => {
  const { told, ask } = await aLender()
  expect(await ask('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')).toEqual({
    ok: true,
    value: { swap: [], again: DAY },
  })
  expect(told).toEqual([])
})
