/**
 * What servers and hand-written scripts send in plain variations, brought into the form of the wire schema: absent for
 * null, a map of fields for a list, `href` for `target`. Nothing is guessed that could mean two things; what is still wrong
 * afterwards the schema refuses with its reason.
 */

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The event as the schema wants it, as far as it can be told; anything else as it came. */
export function understood(raw: unknown): unknown {
  if (!isPlain(raw)) return raw
  const event = present(raw)
  const type = event['type'] === 'event' ? 'custom' : event['type']
  const common = {
    ...event,
    ...('type' in event ? { type } : {}),
    ...('title' in event ? { title: cut(textOf(event['title']), 1000) } : {}),
    ...('at' in event ? { at: timeOf(event['at']) } : {}),
    ...('contact' in event ? { contact: contactOf(event['contact']) } : {}),
  }
  return { ...common, ...ownOf(type, event) }
}

function ownOf(type: unknown, event: Plain): Plain {
  switch (type) {
    case 'form':
      return 'fields' in event ? { fields: fieldsOf(event['fields']) } : {}
    case 'identify':
      return 'contact' in event
        ? {}
        : { contact: contactOf(pick(event, ['email', 'phone', 'name', 'company', 'traits'])) }
    case 'custom':
      return isPlain(event['props']) ? { props: flat(event['props']) } : {}
    case 'click':
      return clickOf(event)
    case 'email':
      return { kind: named(mailKinds, event['kind'] ?? 'received') }
    case 'outcome':
      return { decision: named(decisionNames, event['decision'] ?? event['outcome'] ?? event['stage']) }
    default:
      return {}
  }
}

const mailKinds: Readonly<Record<string, string>> = {
  inbound: 'received',
  outbound: 'sent',
  opened: 'open',
  clicked: 'click',
}
const decisionNames: Readonly<Record<string, string>> = {
  qualified: 'qualify', sql: 'qualify', customer: 'won', reopened: 'reopen',
} // prettier-ignore
const linkNames: Readonly<Record<string, string>> = { phone: 'tel', mail: 'mailto', email: 'mailto', file: 'download' }

const named = (names: Readonly<Record<string, string>>, value: unknown): unknown =>
  typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : value

/** Without what is null: JSON has no other way to say "not given". */
const present = (value: Plain): Plain => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
const pick = (value: Plain, keys: readonly string[]): Plain =>
  Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)))

/** Fractions of a millisecond are rounded; minutes may stand without seconds. */
function timeOf(at: unknown): unknown {
  if (typeof at === 'number') return Math.round(at)
  return typeof at === 'string' ? at.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:?\d\d)$/, '$1:00$2') : at
}

const known = new Set(['email', 'phone', 'name', 'company', 'id', 'traits'])

/** Numbers as text, and keys that the schema does not know as traits. */
function contactOf(contact: unknown): unknown {
  if (!isPlain(contact)) return contact
  const given = present(contact)
  const entries = Object.entries(given)
  const said = entries
    .filter(([key]) => known.has(key) && key !== 'traits')
    .map(([key, value]) => [key, cut(textOf(value), longest[key])])
  const others = Object.fromEntries(entries.filter(([key]) => !known.has(key)))
  const traits = isPlain(given['traits']) ? { ...given['traits'], ...others } : (given['traits'] ?? others)
  const hasTraits = !isPlain(traits) || Object.keys(traits).length > 0
  return { ...Object.fromEntries(said), ...(hasTraits ? { traits: isPlain(traits) ? flat(traits) : traits } : {}) }
}

/** An id is never cut: two long ones would become one person. */
const longest: Readonly<Record<string, number>> = { email: 320, phone: 60, id: Infinity }
const cut = (value: unknown, most = 200): unknown => (typeof value === 'string' ? beginning(value, most) : value)

/** At most so much of the text, without half an emoji at its end. */
const beginning = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text

const MOST_VALUES = 50

/** Plain values by name, as many and as long as the schema takes; what lies deeper gets names with dots. */
function flat(said: Plain, prefix = '', into: Plain = {}): Plain {
  for (const [name, value] of Object.entries(said)) {
    const key = beginning(prefix + name, 80)
    if (typeof value === 'object' && value !== null) flat({ ...value }, `${key}.`, into)
    else if (Object.keys(into).length < MOST_VALUES) into[key] = cut(value, 2000)
  }
  return into
}

const textOf = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value

const MOST_FIELDS = 1000
const LONGEST_ANSWER = 10_000

const fieldTypes = new Set(['email', 'phone', 'name', 'company', 'message', 'choice', 'number', 'text'])

/** The list that the text is as JSON; the text where it is none. */
function listIn(text: string): unknown {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? fieldsOf(list) : text
  } catch {
    return text
  }
}

/** `{email: 'a@b.dk'}` as a list; a list with values of any plain kind. A type that forms have and the schema has not is a hint. */
function fieldsOf(fields: unknown): unknown {
  // A page whose old library teaches arrays to write themselves sends them as text.
  if (typeof fields === 'string') return listIn(fields)
  const list = isPlain(fields) ? Object.entries(fields).map(([name, value]) => ({ name, value })) : fields
  if (!Array.isArray(list)) return list
  return list.filter((field) => !isPlain(field) || field['value'] !== null).slice(0, MOST_FIELDS).map((field: unknown) => {
    if (!isPlain(field)) return field
    const { type, value, ...rest } = present(field)
    const answered = Array.isArray(value) ? value.map(choiceOf).join(', ') : textOf(value)
    return { ...rest, ...typeOrHint(type, rest['hint']), value: cut(answered, LONGEST_ANSWER) }
  }) // prettier-ignore
}

/** One of several choices; what is no plain value is shown as it came. */
function choiceOf(value: unknown): string {
  const text = textOf(value)
  return typeof text === 'string' ? text : JSON.stringify(value)
}

function typeOrHint(type: unknown, hint: unknown): Plain {
  if (typeof type !== 'string') return {}
  if (fieldTypes.has(type)) return { type }
  return hint === undefined && /^[\w* -]{1,60}$/.test(type) ? { hint: type } : {}
}

/** The kind by the scheme, where none is stated. */
function clickOf(event: Plain): Plain {
  const target = event['target'] ?? event['href']
  const [scheme] = typeof target === 'string' ? target.split(':') : []
  const byScheme = scheme === 'tel' || scheme === 'mailto' ? scheme : undefined
  return { target, kind: named(linkNames, event['kind']) ?? byScheme }
}
