import { expect, it } from 'vitest'
import { SITE, aDatabase, addSite } from '../../test/builders/database.ts'
import { reportsOf } from './report.ts'

it.each(['999999999999999.l_call-1', '1.', 'x', '1.c_call-1', '-1.l_call-1'])(
  'a cursor that is not one of ours is refused: %s',
  async (cursor) => {
    const database = aDatabase()
    await addSite(database)
    const page = await reportsOf(database.archive).leads(SITE, { limit: 10, cursor })
    expect(page).toMatchObject({ ok: false, failure: { why: 'invalid' } })
  },
)
