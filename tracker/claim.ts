/** What a page says of its visitor or of an event, brought into the shapes of the wire. */
import type { Claim } from '@leadtrail/shared/event'
import { textOf } from './text.ts'

export type Values = { [name: string]: string | number | boolean | null }

const mostValues = 50

/** The known keys by name, all others as traits. */
export function claimOf(said: unknown): Claim {
  const { email, phone, name, company, id, ...traits } = flat(said)
  return {
    email: textOf(email),
    phone: textOf(phone, 60),
    name: textOf(name),
    company: textOf(company),
    id: textOf(id),
    traits,
  }
}

/** Plain values by name; what lies deeper gets names with dots. */
export function flat(said: unknown, prefix = '', into: Values = {}): Values {
  for (const [name, value] of Object.entries(said || {})) {
    const key = (prefix + name).slice(0, 80)
    if (Object(value) === value) flat(value, key + '.', into)
    else if (Object.keys(into).length < mostValues) into[key] = typeof value === 'string' ? value.slice(0, 2000) : value
  }
  return into
}
