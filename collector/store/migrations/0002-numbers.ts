/** Pools of phone numbers, and who has which: one row a number, its last lease. */
import type { Migration } from '../migrate.ts'

const text = `
alter table sites add column number_pools text not null default '[]';

create table number_leases (
  site_id text not null,
  number text not null,
  visitor_id text not null,
  until integer not null,
  told_until integer not null,
  primary key (site_id, number)
) strict;
create index number_leases_by_visitor on number_leases (site_id, visitor_id);
`

export const numbers: Migration = { name: '0002-numbers', text }
