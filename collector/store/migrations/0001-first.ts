/**
 * The first schema. Every key begins with site_id, which keeps tenants apart and is the distribution key of a cluster.
 * Times are ms UTC, money minor units, truth 0 or 1. An index is here only because a query needs it.
 */
import type { Migration } from '../migrate.ts'

const configuration = `
create table sites (
  site_id text not null primary key,
  site_key text not null unique,
  name text not null,
  domains text not null,
  currency text not null,
  time_zone text not null,
  consent text not null,
  rules_version integer not null,
  rules text not null,
  created_at integer not null
) strict;

create table tokens (
  site_id text not null,
  digest text not null unique,
  name text not null,
  created_at integer not null,
  primary key (site_id, digest)
) strict;

create table destinations (
  site_id text not null,
  destination_id text not null,
  kind text not null,
  address text not null,
  secret text,
  created_at integer not null,
  disabled_at integer,
  primary key (site_id, destination_id)
) strict;

create table salts (
  day text not null primary key,
  salt text not null
) strict;

create table progress (
  name text not null primary key,
  place integer not null
) strict;
`

const log = `
create table events (
  site_id text not null,
  event_id text not null,
  visitor_id text not null,
  at integer not null,
  received_at integer not null,
  origin text not null,
  bot integer not null,
  device text,
  body text not null,
  primary key (site_id, event_id)
) strict;
create index events_by_visitor on events (site_id, visitor_id, at);

create table identity_keys (
  site_id text not null,
  identity_key text not null,
  visitor_id text not null,
  primary key (site_id, identity_key, visitor_id)
) strict, without rowid;
create index identity_keys_by_visitor on identity_keys (site_id, visitor_id, identity_key);

create table quarantine (
  site_id text not null,
  event_id text not null,
  received_at integer not null,
  reason text not null,
  body text not null,
  primary key (site_id, event_id)
) strict;

create table counts (
  site_id text not null primary key,
  stored integer not null,
  duplicate integer not null,
  quarantined integer not null,
  visitors integer not null,
  first_at integer,
  last_at integer,
  last_url text,
  last_quarantine text,
  marking integer not null
) strict;

create table dirty (
  site_id text not null,
  visitor_id text not null,
  version integer not null,
  marked_at integer not null,
  primary key (site_id, visitor_id)
) strict;
`

const derived = `
create table sessions (
  site_id text not null,
  session_id text not null,
  visitor_id text not null,
  journey text not null,
  started_at integer not null,
  ended_at integer not null,
  pages integer not null,
  device text,
  bot integer not null,
  channel text not null,
  channel_rule text not null,
  source text,
  medium text,
  campaign text,
  term text,
  content text,
  click_id text,
  landing text,
  referrer text,
  primary key (site_id, session_id)
) strict;
create index sessions_by_visitor on sessions (site_id, visitor_id);
create index sessions_by_contact on sessions (site_id, journey, started_at) where journey <> visitor_id;

create table contacts (
  site_id text not null,
  contact_id text not null,
  visitor_id text not null,
  name text,
  email text,
  phone text,
  company text,
  traits text not null,
  shared_device integer not null,
  first_seen_at integer not null,
  search text not null,
  primary key (site_id, contact_id)
) strict;
create index contacts_by_visitor on contacts (site_id, visitor_id);

create table leads (
  site_id text not null,
  lead_id text not null,
  visitor_id text not null,
  journey text not null,
  contact_id text,
  opened_at integer not null,
  closed_at integer,
  active_at integer not null,
  stage text not null,
  reason text,
  value integer not null,
  revenue integer,
  fit real not null,
  interest real not null,
  cell text not null,
  sessions integer not null,
  first_session text,
  converting_session text,
  last_session text,
  mql_at integer,
  sql_at integer,
  customer_at integer,
  primary key (site_id, lead_id)
) strict;
create index leads_by_visitor on leads (site_id, visitor_id);
create index leads_by_opening on leads (site_id, opened_at, lead_id);
create index leads_by_mql on leads (site_id, mql_at);
create index leads_by_sql on leads (site_id, sql_at);
create index leads_by_customer on leads (site_id, customer_at);

create table touchpoints (
  site_id text not null,
  event_id text not null,
  visitor_id text not null,
  lead_id text not null,
  session_id text,
  type text not null,
  label text not null,
  stage text not null,
  at integer not null,
  value integer not null,
  primary key (site_id, event_id)
) strict;
create index touchpoints_by_visitor on touchpoints (site_id, visitor_id);
create index touchpoints_by_lead on touchpoints (site_id, lead_id);
`

const handovers = `
create table outbox (
  site_id text not null,
  delivery_id text not null,
  lead_id text not null,
  destination_id text not null,
  kind text not null,
  address text not null,
  created_at integer not null,
  payload text not null,
  state text not null,
  next_at integer,
  attempts integer not null,
  primary key (site_id, delivery_id)
) strict;
create index outbox_waiting on outbox (next_at) where state = 'waiting';
create index outbox_by_lead on outbox (site_id, lead_id);
create index outbox_by_creation on outbox (site_id, created_at);

create table attempts (
  site_id text not null,
  delivery_id text not null,
  number integer not null,
  at integer not null,
  ok integer not null,
  detail text not null,
  primary key (site_id, delivery_id, number)
) strict;
`

export const first: Migration = { name: '0001-first', text: configuration + log + derived + handovers }
