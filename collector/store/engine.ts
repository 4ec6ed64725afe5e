/**
 * What every query of the store goes through: statements as values, and an engine that runs them. SQL is written once,
 * for SQLite and PostgreSQL alike; where the two differ, the difference is a named fragment of this file.
 */

export type Value = string | number | null
export type Cells = readonly Value[]
export type Statement = { readonly text: string; readonly values: readonly Value[] }

/** Statements that belong together, and what must still hold for them: each of `given` must find a row. */
export type Work = { readonly given?: readonly Statement[]; readonly statements: readonly Statement[] }

export type Engine = {
  /** The rows of a query, as its column names say. */
  readonly all: <Row extends object>(query: Statement) => Promise<readonly Row[]>
  /** The rows of several queries on one snapshot, as lists of their cells: half the time, for what is read by the thousand. */
  readonly lists: (queries: readonly Statement[]) => Promise<readonly (readonly Cells[])[]>
  /**
   * All works in one transaction, durable when it resolves. A work of which something given does not hold is left out
   * whole; the answer says for each whether it was done.
   * @throws Conflict when a key was taken already; then nothing was written.
   */
  readonly write: (works: readonly Work[]) => Promise<readonly boolean[]>
}

/** Somebody else wrote the same key first. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

type Part = Value | boolean | undefined | Statement

/** The texts of one place in the code: by the texts of the statements spliced in, one after the other. */
type Texts = { text?: string; readonly next: Map<string, Texts> }
const places = new WeakMap<TemplateStringsArray, Texts>()
const noTexts = (): Texts => ({ next: new Map() })

/** A statement, or a part of one. Values become parameters, statements within it are spliced in; nothing else gets into the text. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Part[]): Statement {
  const values: Value[] = []
  let texts = places.get(strings)
  if (!texts) places.set(strings, (texts = noTexts()))
  for (const part of parts) {
    if (isStatement(part)) {
      texts = nextOf(texts, part.text)
      for (const value of part.values) values.push(value)
    } else values.push(valueOf(part))
  }
  // Made once: an engine finds its prepared statement by the text, and finds the same object faster than an equal one.
  texts.text ??= strings.map((string, place) => (place === 0 ? string : between(parts[place - 1]) + string)).join('')
  return { text: texts.text, values }
}

function nextOf({ next }: Texts, spliced: string): Texts {
  let texts = next.get(spliced)
  if (!texts) next.set(spliced, (texts = noTexts()))
  return texts
}

const between = (part: Part): string => (isStatement(part) ? part.text : '?')

const isStatement = (part: Part): part is Statement => typeof part === 'object' && part !== null

/** Truth is kept as 0 and 1, what is unknown as null. */
const valueOf = (part: Part): Value =>
  typeof part === 'boolean' ? Number(part) : part === undefined || isStatement(part) ? null : part

const nothing: Statement = sql``

/** A part that is there only when its condition holds. */
export const when = (condition: boolean, part: () => Statement): Statement => (condition ? part() : nothing)

// The differences between the engines.

/** Compares a text column with a list of any length: `where visitor_id ${oneOf(visitors)}`. */
export function oneOf(list: readonly string[]): Statement {
  const [only, ...more] = list
  if (only !== undefined && more.length === 0) return sql`= ${only}`
  return sql`in (select value from json_each(${JSON.stringify(list)}))`
}

/** The rows of a list of texts, as a table with the column `value`. */
export const listed = (list: readonly string[]): Statement => sql`json_each(${JSON.stringify(list)})`

/** The order in which rows came into a table that has no column for it. */
export const arrival: Statement = sql`rowid`
