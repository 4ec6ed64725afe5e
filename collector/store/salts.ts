/** Salts: the random bytes of a day, from which visitors without storage get an id that nobody can trace back afterwards. */
import { type Engine, sql } from './engine.ts'

/** The salt of the day; `fresh` becomes it on the first use, and older days are forgotten. */
export async function saltOf(db: Engine, day: string, fresh: string): Promise<string> {
  const kept = await keptSalt(db, day)
  if (kept !== undefined) return kept
  const add = sql`insert into salts (day, salt) values (${day}, ${fresh}) on conflict do nothing`
  const forget = sql`delete from salts where day < ${day}`
  await db.write([{ statements: [add, forget] }])
  return (await keptSalt(db, day)) ?? fresh
}

async function keptSalt(db: Engine, day: string): Promise<string | undefined> {
  const [row] = await db.all<{ salt: string }>(sql`select salt from salts where day = ${day}`)
  return row?.salt
}
