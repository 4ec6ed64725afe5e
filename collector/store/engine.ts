/**
 * What every query of the store goes through: statements as values, and an engine that runs them. SQL is written once,
 * for SQLite and PostgreSQL alike; where the two differ, the difference is a named fragment of this file.
 */

export type Value = string | number | null
export type Statement = { readonly text: string; readonly values: readonly Value[] }

/** Statements that belong together, and what must still hold for them: each of `given` must find a row. */
export type Work = { readonly given?: readonly Statement[]; readonly statements: readonly Statement[] }

export type Engine = {
  /** The rows of a query, as its column names say. */
  readonly all: <Row extends object>(query: Statement) => Promise<readonly Row[]>
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

const texts = new WeakMap<TemplateStringsArray, string>()

/** A statement, or a part of one. Values become parameters, statements within it are spliced in; nothing else gets into the text. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Part[]): Statement {
  if (!parts.some(isStatement)) return { text: plainTextOf(strings), values: parts.map(valueOf) }
  let text = strings[0] ?? ''
  const values: Value[] = []
  parts.forEach((part, place) => {
    text += isStatement(part) ? part.text : '?'
    if (isStatement(part)) values.push(...part.values)
    else values.push(valueOf(part))
    text += strings[place + 1] ?? ''
  })
  return { text, values }
}

/** The same text object for the same place in the code: an engine finds its prepared statement by it. */
function plainTextOf(strings: TemplateStringsArray): string {
  let text = texts.get(strings)
  if (text === undefined) {
    text = strings.join('?')
    texts.set(strings, text)
  }
  return text
}

const isStatement = (part: Part): part is Statement => typeof part === 'object' && part !== null

/** Truth is kept as 0 and 1, what is unknown as null. */
const valueOf = (part: Part): Value =>
  typeof part === 'boolean' ? Number(part) : part === undefined || isStatement(part) ? null : part

/** Statements one after the other, with a separator between them. */
export function joined(statements: readonly Statement[], separator: string): Statement {
  return {
    text: statements.map(({ text }) => text).join(separator),
    values: statements.flatMap(({ values }) => values),
  }
}

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
