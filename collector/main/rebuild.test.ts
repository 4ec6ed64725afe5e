import { MINUTE, instant } from '@leadtrail/shared/time'
import { expect, it } from 'vitest'
import { SITE, aDatabase, addSite, anExpansion } from '../../test/builders/database.ts'
import { MONDAY, aForm, aPage, anEvent } from '../../test/builders/log.ts'
import { project, rowsOf } from '../domain/project.ts'
import { projectDirty } from '../flow/project.ts'
import { rebuild } from './rebuild.ts'

const lent = (minute: number) =>
  anEvent(
    { type: 'number', number: '+4570203040', until: instant(MONDAY + (minute + 60) * MINUTE) },
    { at: minute * MINUTE, origin: 'system' },
  )
const visit = [
  aPage('/', { at: 0 }, 'https://google.com/'),
  aForm('jane@acme.example', { at: 20 * MINUTE }),
  aPage('/prices', { at: 100 * MINUTE }),
]

it('a number that was lent changes no row, and a rebuild finds no difference', async () => {
  const events = [...visit, lent(0.1), lent(45), lent(90)]
  const database = aDatabase()
  const site = await addSite(database)
  expect(rowsOf(project(events, site))).toEqual(rowsOf(project(visit, site)))
  await database.store.record([anExpansion(events, { keys: ['email:jane@acme.example'] })], 1)
  while (await projectDirty({ store: database.store, clock: { now: () => MONDAY } })) continue
  expect((await database.store.history(SITE, visit[0]?.visitor ?? lent(0).visitor)).events).toHaveLength(6)
  expect(await rebuild({ dataDir: database.dataDir, verify: true })).toMatchObject({ visitors: 1, differences: 0 })
})
