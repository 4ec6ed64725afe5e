/** How far the inbox has been read into the log. */
import { type Engine, type Statement, sql } from './engine.ts'

/** Never goes back. */
export const reach = (inboxSeq: number): Statement => sql`
  insert into progress (name, place)
  values ('inbox', ${inboxSeq})
  on conflict (name) do update set place = excluded.place
  where excluded.place > progress.place`

export async function inboxSeqOf(db: Engine): Promise<number> {
  const [row] = await db.all<{ place: number }>(sql`select place from progress where name = 'inbox'`)
  return row?.place ?? 0
}
