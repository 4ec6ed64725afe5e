/** `leadtrail site add`: a site and its usual rules. */
import { siteId, siteKey } from '@leadtrail/shared/ids'
import { decimalsOf } from '@leadtrail/shared/money'
import { type NewSite, consentModes, currencySchema, newSiteSchema } from '@leadtrail/shared/settings'
import { type Command, type Given, UsageError, json } from './command.ts'
import { withData } from './data.ts'

export const siteAdd: Command = {
  name: 'site add',
  summary: 'Add a site that is to be tracked; prints its id and key',
  options: {
    name: { value: 'NAME', about: 'What people call it', required: true },
    domain: { value: 'DOMAIN[,DOMAIN]', about: 'Its domains', required: true },
    currency: { value: 'CODE', about: 'Of its values, such as DKK (EUR)' },
    'customer-value': { value: 'AMOUNT', about: 'What a new customer is worth, such as 150000' },
    'sql-to-customer': { value: 'RATE', about: 'How many sales-qualified leads become customers, such as 0.35' },
    'mql-to-sql': { value: 'RATE', about: 'How many marketing-qualified leads become sales-qualified, such as 0.2' },
    'time-zone': { value: 'ZONE', about: 'In which its days begin, such as Europe/Copenhagen (UTC)' },
    consent: { value: 'MODE', about: `${consentModes.join(', ')} (cookieless)` },
    ...json,
  },
  async run(given, around) {
    const site = siteFrom(given)
    const { id, key } = await withData(around, ({ registry, world: { chance, clock } }) => {
      const ids = { id: siteId(`site_${chance.id()}`), key: siteKey(`pk_${chance.id()}`) }
      return registry.addSite(site, ids, clock.now())
    })
    if (site.customerValue === undefined)
      around.say('No customer value was given, so leads are worth 0 until one is set on the set-up page of the site.')
    around.print(given['json'] === undefined ? `id   ${id}\nkey  ${key}` : JSON.stringify({ id, key }))
  },
}

const optionOf: Readonly<Record<string, string>> = {
  domains: 'domain',
  timeZone: 'time-zone',
  customerValue: 'customer-value',
  sqlToCustomer: 'sql-to-customer',
  mqlToSql: 'mql-to-sql',
}

function siteFrom(given: Given): NewSite {
  const parsed = newSiteSchema.safeParse({
    name: given['name'],
    domains: given['domain']?.split(',').map((domain) => domain.trim()),
    currency: given['currency'],
    timeZone: given['time-zone'],
    consent: given['consent'],
    customerValue: minorUnits(given['customer-value'], given['currency'] ?? 'EUR'),
    sqlToCustomer: numberOf(given['sql-to-customer']),
    mqlToSql: numberOf(given['mql-to-sql']),
  })
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ path: [field], message }) => {
    const option = optionOf[String(field)] ?? String(field)
    return `--${option} ${given[option]}: ${message}`
  })
  throw new UsageError([...new Set(sentences)].join('\n'))
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** People write amounts as `150000` or `99.50`; inside they are whole minor units. */
function minorUnits(amount: string | undefined, currency: string): number | undefined {
  if (amount === undefined || !currencySchema.safeParse(currency).success) return undefined
  const decimals = decimalsOf(currency)
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(amount) ?? []
  if (whole === undefined || part.length > decimals)
    throw new UsageError(`--customer-value ${amount}: is not an amount in ${currency} such as 150000`)
  return Number(whole + part.padEnd(decimals, '0'))
}
