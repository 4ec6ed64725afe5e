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
async function aLender() {
  const database = aDatabase()
  const site = await addSite(database, {
    numberPools: [{ on: '+45 70 10 10 10', numbers: ['+45 70 20 30 40'], minutes: 60 }],
  })
  let now = MONDAY
  let full = false
  const told: { at: number; until: number }[] = []
  const append = async (body: string) => {
    if (full) throw new InboxFull('full')
    for (const { at, origin, visitor, body: said } of (JSON.parse(body) as Entry).events)
      if (said.type === 'number' && origin === 'system' && visitor === 'visitor-a') told.push({ at, until: said.until })
    return told.length
  }
  const world = { ...realWorld('silent'), clock: { now: () => now } }
  const lend = lending({ inbox: { append }, sites: database.archive, registry: database.registry, world })
  return {
    told,
    fill: (is: boolean) => void (full = is),
    pass: (minutes: number) => void (now = instant(now + minutes * MINUTE)),
    ask: (as = userAgent) => lend({ site: site.key, visitor: 'visitor-a' }, { address: '192.0.2.1', userAgent: as }),
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

it('lends nothing to a program, by its user agent', async () => {
  const { told, ask } = await aLender()
  expect(await ask('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')).toEqual({
    ok: true,
    value: { swap: [], again: DAY },
  })
  expect(told).toEqual([])
})
