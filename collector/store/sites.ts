/** Sites and the rules that their figures follow. */
import { type SiteId, type SiteKey, siteId, siteKey } from '@leadtrail/shared/ids'
import { minor } from '@leadtrail/shared/money'
import { dialledOf } from '@leadtrail/shared/phone'
import {
  type ChangedSite,
  type NewSite,
  type Values,
  consentModes,
  numberPoolSchema,
  rulesSchema,
} from '@leadtrail/shared/settings'
import type { Instant } from '@leadtrail/shared/time'
import { z } from 'zod'
import { defaultRules } from '../domain/default-rules.ts'
import type { Site } from '../domain/event.ts'
import { markSite } from './dirty.ts'
import { type Engine, type Statement, sql } from './engine.ts'
import { forgetOthers } from './leases.ts'

const TRIES = 5

/** Settings are read for every projection and change once in months: a text is parsed once. */
function parsedOnce<Setting>(schema: z.ZodType<Setting>): (text: string) => Setting {
  const known = new Map<string, Setting>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    if (known.size > 1000) known.clear()
    const parsed = schema.parse(JSON.parse(text))
    known.set(text, parsed)
    return parsed
  }
}

const siteRow = z.object({
  id: z.string().transform(siteId),
  key: z.string().transform(siteKey),
  name: z.string(),
  domains: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  currency: z.string(),
  timeZone: z.string(),
  consent: z.enum(consentModes),
  rulesVersion: z.number(),
  rules: z.string().transform(parsedOnce(rulesSchema)),
  numberPools: z.string().transform(parsedOnce(z.array(numberPoolSchema))),
})

const writtenRow = z.object({ numberPools: z.string() })

const columns = sql`site_id as id, site_key as key, name, domains, currency, time_zone as "timeZone", consent,
  rules_version as "rulesVersion", rules, number_pools as "numberPools"`

/** All sites, oldest first. */
export async function allSites(db: Engine): Promise<readonly Site[]> {
  const rows = await db.all(sql`select ${columns} from sites order by created_at, site_id`)
  return rows.map((row) => siteRow.parse(row))
}

export async function siteById(db: Engine, site: SiteId): Promise<Site | undefined> {
  const [row] = await db.all(sql`select ${columns} from sites where site_id = ${site}`)
  return row && siteRow.parse(row)
}

/** The site of a public key or an id; one of the questions that find a site. */
export async function siteByName(db: Engine, idOrKey: string): Promise<Site | undefined> {
  const [row] = await db.all(sql`
    select ${columns}
    from sites
    where site_key = ${idOrKey}
      or site_id = ${idOrKey}
    order by site_key = ${idOrKey} desc
    limit 1`)
  return row && siteRow.parse(row)
}

/** @throws Conflict (from the engine) when the id or the key is taken. */
export async function addSite(
  db: Engine,
  added: NewSite,
  { id, key }: { readonly id: SiteId; readonly key: SiteKey },
  now: Instant,
): Promise<Site> {
  const { name, domains, currency, timeZone, consent, numberPools = [] } = added
  const site: Site = {
    id,
    key,
    name,
    domains,
    currency,
    timeZone,
    consent,
    rulesVersion: 1,
    rules: defaultRules(statedValues(added)),
    numberPools,
  }
  await db.write([{ statements: [insertSite(site, now)] }])
  return site
}

/** Changes what is given. What figures depend on (values, own domains) makes a new version of the rules and dirty visitors. */
export async function changeSite(db: Engine, id: SiteId, changes: ChangedSite): Promise<Site | undefined> {
  for (let tries = 1; ; tries += 1) {
    const [row] = await db.all(sql`select ${columns} from sites where site_id = ${id}`)
    if (!row) return undefined
    const site = siteRow.parse(row)
    // As it is written: an older text without what has a default now would never equal its value.
    const { numberPools } = writtenRow.parse(row)
    const changed = changedSite(site, changes)
    const unchanged = sql`
      select 1 as unchanged
      from sites
      where site_id = ${id} and rules_version = ${site.rulesVersion} and number_pools = ${numberPools}`
    const marks = changed.rulesVersion === site.rulesVersion ? [] : markSite(id)
    const numbers = changed.numberPools === site.numberPools ? [] : [forgetOthers(id, numbersOf(changed))]
    const [done] = await db.write([{ given: [unchanged], statements: [updateSite(changed), ...marks, ...numbers] }])
    if (done) return changed
    if (tries === TRIES) throw new Error(`site ${id} is being changed by somebody else all the time`)
  }
}

const numbersOf = ({ numberPools }: Site): string[] =>
  numberPools.flatMap(({ numbers }) => numbers.flatMap((number) => dialledOf(number) ?? []))

function changedSite(site: Site, changes: ChangedSite): Site {
  const { name = site.name, domains = site.domains, currency = site.currency, timeZone = site.timeZone } = changes
  const values: Values = { ...site.rules.values, ...statedValues(changes) }
  const moved = JSON.stringify([values, domains]) !== JSON.stringify([{ ...site.rules.values }, site.domains])
  return {
    ...site,
    name,
    domains,
    currency,
    timeZone,
    consent: changes.consent ?? site.consent,
    rules: moved ? { ...site.rules, values } : site.rules,
    rulesVersion: moved ? site.rulesVersion + 1 : site.rulesVersion,
    numberPools: changes.numberPools ?? site.numberPools,
  }
}

const insertSite = (site: Site, now: Instant): Statement => sql`
  insert into sites (site_id, site_key, name, domains, currency, time_zone, consent, rules_version, rules, number_pools,
    created_at)
  values (${site.id}, ${site.key}, ${site.name}, ${JSON.stringify(site.domains)}, ${site.currency}, ${site.timeZone},
    ${site.consent}, ${site.rulesVersion}, ${JSON.stringify(site.rules)}, ${JSON.stringify(site.numberPools)}, ${now})`

const updateSite = (site: Site): Statement => sql`
  update sites
  set name = ${site.name}, domains = ${JSON.stringify(site.domains)}, currency = ${site.currency},
    time_zone = ${site.timeZone}, consent = ${site.consent}, rules_version = ${site.rulesVersion},
    rules = ${JSON.stringify(site.rules)}, number_pools = ${JSON.stringify(site.numberPools)}
  where site_id = ${site.id}`

/** The values somebody gave; what is absent stays as it is. */
function statedValues({ customerValue, sqlToCustomer, mqlToSql }: ChangedSite): Partial<Values> {
  return {
    ...(customerValue === undefined ? {} : { customerValue: minor(customerValue) }),
    ...(sqlToCustomer === undefined ? {} : { sqlToCustomer }),
    ...(mqlToSql === undefined ? {} : { mqlToSql }),
  }
}
