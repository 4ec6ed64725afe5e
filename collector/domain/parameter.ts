/** Campaign parameters and click ids of an address, read from its query and from its hash. */
import { clickIds } from './hosts/clicks.ts'

export type ClickId = { readonly name: string; readonly value: string }

/** What a link said about itself. Source and medium in lower case, the rest as written; what is absent is null. */
export type Parameters = {
  readonly source: string | null
  /** Whether only `ref` or `source` named the source, which sites use for their own purposes too. */
  readonly mentioned: boolean
  readonly medium: string | null
  readonly campaign: string | null
  readonly term: string | null
  readonly content: string | null
  readonly clickIds: readonly ClickId[]
  /** Google's `gad_source` is there. */
  readonly weak: boolean
}

const fields = ['source', 'medium', 'campaign', 'term', 'content'] as const
type Field = (typeof fields)[number]

/** The names of each field, the strongest first. */
const namesOf: Readonly<Record<Field, readonly string[]>> = {
  source: ['utm_source', 'mtm_source', 'pk_source', 'source', 'ref'],
  medium: ['utm_medium', 'mtm_medium', 'pk_medium'],
  campaign: ['utm_campaign', 'mtm_campaign', 'pk_campaign', 'utm_id', 'mtm_cid', 'pk_cid'],
  term: ['utm_term', 'mtm_kwd', 'mtm_keyword', 'pk_kwd', 'pk_keyword'],
  content: ['utm_content', 'mtm_content', 'pk_content'],
}
const mentions = new Set(['source', 'ref'])
const clickNames = new Set<string>(clickIds.rules.map(({ name }) => name))
const known = new Set<string>([...Object.values(namesOf).flat(), ...clickNames, clickIds.weak])

/** Whether a parameter of the name tells how somebody came, and so may be kept: all that is read here, and its whole families. */
export function isTelling(name: string): boolean {
  const plain = plainName(name)
  return known.has(plain) || /^(?:utm|mtm|pk)_\w+$/.test(plain)
}

/** Links copied out of HTML source carry `&amp;` between their parameters. */
const plainName = (key: string): string => key.toLowerCase().replace(/^amp;/, '')

/** What tools write when they mean that there is nothing. */
const absent = new Set(['(not set)', '(none)', '(direct)', '(not provided)', 'null', 'undefined'])

/** The campaign parameters and click ids of an address; undefined when it carries none. Never throws. */
export function parametersOf(url: string): Parameters | undefined {
  const hash = url.indexOf('#')
  const query = url.indexOf('?')
  const found = new Map<string, string>()
  if (query !== -1 && (hash === -1 || query < hash)) read(url.slice(query + 1, hash === -1 ? url.length : hash), found)
  if (hash !== -1) read(partWithParameters(url.slice(hash + 1)), found)
  return found.size === 0 ? undefined : inFields(found)
}

/** `#/route?utm_source=x` holds them after the question mark, `#utm_source=x` from the start. */
function partWithParameters(hash: string): string {
  const query = hash.indexOf('?')
  return query === -1 ? hash : hash.slice(query + 1)
}

/** Adds what is known and not found yet: the first of repeated keys counts, and the query before the hash. */
function read(text: string, found: Map<string, string>): void {
  if (!text.includes('=')) return
  for (const [key, value] of new URLSearchParams(text)) {
    const name = plainName(key)
    if (!known.has(name) || found.has(name)) continue
    const kept = clean(value)
    if (kept !== null) found.set(name, kept)
  }
}

function inFields(found: ReadonlyMap<string, string>): Parameters {
  const nameIn = (field: Field): string | undefined => namesOf[field].find((name) => found.has(name))
  const valueOf = (field: Field): string | null => found.get(nameIn(field) ?? '') ?? null
  return {
    source: valueOf('source')?.toLowerCase() ?? null,
    mentioned: mentions.has(nameIn('source') ?? ''),
    medium: valueOf('medium')?.toLowerCase() ?? null,
    campaign: valueOf('campaign'),
    term: valueOf('term'),
    content: valueOf('content'),
    clickIds: [...found].filter(([name]) => clickNames.has(name)).map(([name, value]) => ({ name, value })),
    weak: found.has(clickIds.weak),
  }
}

/** One line without control characters, at most 500 characters long; null for what means nothing. */
function clean(value: string): string | null {
  const line = value.replace(/\p{Cc}+/gu, ' ').trim()
  if (line === '' || absent.has(line.toLowerCase())) return null
  // A cut never leaves half a character behind.
  return line.length > 500 ? line.slice(0, 500).replace(/[\uD800-\uDBFF]$/, '') : line
}
