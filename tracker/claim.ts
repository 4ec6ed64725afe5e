/** What a page says of its visitor or of an event, brought into the shapes of the wire. */
import type { Claim } from '@leadtrail/shared/event'

export type Values = { [name: string]: string | number | boolean | null }

/** The known keys by name, all others as traits. */
export function claimOf(said: unknown): Claim {
  const claim: { [key: string]: string } = {}
  const traits = flat(said)
  for (const key of ['email', 'phone', 'name', 'company', 'id']) {
    const value = traits[key]
    delete traits[key]
    if (value || value === 0) claim[key] = String(value).slice(0, key === 'phone' ? 60 : 200)
  }
  return { ...claim, traits }
}

/** At most 50 plain values; what lies deeper gets names with dots, what is no value is left out. */
export function flat(said: unknown): Values {
  const into: [string, Values[string]][] = []
  const walk = (part: unknown, prefix: string) => {
    for (const [name, value] of Object.entries(part || {})) {
      const key = (prefix + name).slice(0, 80)
      if (value && typeof value === 'object') walk(value, key + '.')
      else if (/^(nu|bo|st|ob)/.test(typeof value))
        into.push([key, typeof value === 'string' ? value.slice(0, 2000) : value])
    }
  }
  walk(said, '')
  const values: Values = {}
  into.slice(0, 50).forEach(([key, value]) => (values[key] = value))
  return values
}
