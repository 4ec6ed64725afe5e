/**
 * A derived table: rows of one kind, found by the visitors they name, written whole. Its column list is the only place
 * where a row's properties meet the names in the schema.
 */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import { type Cells, type Engine, type Statement, type Value, oneOf, sql } from './engine.ts'

type Cell = Value | boolean

export type Table<Row extends object> = {
  /** Rows under a condition, which may go on with an order: `where site_id = … order by …`. */
  readonly where: (db: Engine, condition: Statement) => Promise<readonly Row[]>
  /** Asks for the rows that name one of the visitors. */
  readonly ofVisitors: (site: SiteId, visitors: readonly VisitorId[]) => Statement
  /** The rows that such a question is answered with. */
  readonly rowsOf: (answer: readonly Cells[] | undefined) => readonly Row[]
  /** The rows with these keys. */
  readonly byKeys: (db: Engine, site: SiteId, keys: readonly string[]) => Promise<readonly Row[]>
  /** Writes a row over the one with its key, if there is one. */
  readonly put: (site: SiteId, row: Row) => Statement
  readonly remove: (site: SiteId, key: string) => Statement
  /** The columns of a row, for a select from several tables. */
  readonly columns: Statement
  /** The row whose cells begin at a place in what such a select answered. */
  readonly rowOf: (cells: Cells, start?: number) => Row
}

type Plan<Row extends object> = {
  readonly name: string
  /** Property to column; the first is the key. */
  readonly columns: { readonly [Property in keyof Row]-?: string }
  /** Properties that are true or false. */
  readonly flags?: readonly (keyof Row)[]
  /** Columns that no row has and a query needs. */
  readonly extra?: { readonly [column: string]: (row: Row) => Value }
}

/** The tables of the schema that are only ever written by projections. */
export function table<Row extends { readonly [Property in keyof Row]: Cell }>(plan: Plan<Row>): Table<Row> {
  const { name, flags = [], extra = {} } = plan
  const properties = Object.keys(plan.columns) as (keyof Row)[]
  const names = Object.values<string>(plan.columns)
  const key = own(names[0] ?? '')
  const columns = own(names.map((column) => `${name}.${column}`).join(', '))
  const from = own(name)
  const isFlag = properties.map((property) => flags.includes(property))
  const rowOf = (cells: Cells, start = 0): Row => {
    const row: { [Property in keyof Row]?: Cell } = {}
    properties.forEach((property, place) => {
      const cell = cells[start + place] ?? null
      row[property] = isFlag[place] ? cell === 1 : cell
    })
    return row as Row
  }
  const rowsOf = (answer: readonly Cells[] = []) => answer.map((cells) => rowOf(cells))
  const select = (condition: Statement) => sql`select ${columns} from ${from} ${condition}`
  const where = async (db: Engine, condition: Statement) => {
    const [answer] = await db.lists([select(condition)])
    return rowsOf(answer)
  }
  return {
    where,
    columns,
    rowOf,
    rowsOf,
    ofVisitors: (site, visitors) => select(sql`where site_id = ${site} and visitor_id ${oneOf(visitors)}`),
    byKeys: (db, site, keys) => where(db, sql`where site_id = ${site} and ${key} ${oneOf(keys)}`),
    put: putter(name, names, properties, extra),
    remove: (site, id) => sql`delete from ${from} where site_id = ${site} and ${key} = ${id}`,
  }
}

function putter<Row extends { readonly [Property in keyof Row]: Cell }>(
  name: string,
  columns: readonly string[],
  properties: readonly (keyof Row)[],
  extra: NonNullable<Plan<Row>['extra']>,
): Table<Row>['put'] {
  const all = ['site_id', ...columns, ...Object.keys(extra)]
  const text = `insert into ${name} (${all.join(', ')})
    values (${all.map(() => '?').join(', ')})
    on conflict (site_id, ${columns[0]}) do update set
      ${all
        .slice(2)
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`
  const extras = Object.values(extra)
  return (site, row) => {
    const values: Value[] = [site]
    for (const property of properties) values.push(valueOf(row[property]))
    for (const of of extras) values.push(of(row))
    return { text, values }
  }
}

/** Text of the program itself; a value never comes in this way. */
const own = (text: string): Statement => ({ text, values: [] })

const valueOf = (cell: Cell): Value => (typeof cell === 'boolean' ? Number(cell) : cell)
