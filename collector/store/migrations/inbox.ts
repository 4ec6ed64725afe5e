/** The schema of inbox.db. A place is never given twice, even when everything before it was trimmed. */
import type { Migration } from '../migrate.ts'

const first = `
create table inbox (
  seq integer primary key autoincrement,
  body text not null
) strict;
`

export const migrations: readonly Migration[] = [{ name: '0001-first', text: first }]
