/**
 * A derived table: rows of one kind, found by the visitors they name, written whole. Its column list is the only place
 * where a row's properties meet the names in the schema.
 */
import type { SiteId, VisitorId } from '@leadtrail/shared/ids'
import { type Engine, type Statement, type Value, oneOf, sql } from './engine.ts'

type Cell = Value | boolean

export type Table<Row extends object> = {
  /** Rows under a condition, which may go on with an order: `where site_id = … order by …`. */
  readonly where: (db: Engine, condition: Statement) => Promise<readonly Row[]>
  /** The rows that name one of the visitors. */
  readonly ofVisitors: (db: Engine, site: SiteId, visitors: readonly VisitorId[]) => Promise<readonly Row[]>
  /** The rows with these keys. */
  readonly byKeys: (db: Engine, site: SiteId, keys: readonly string[]) => Promise<readonly Row[]>
  /** Writes a row over the one with its key, if there is one. */
  readonly put: (site: SiteId, row: Row) => Statement
  readonly remove: (site: SiteId, key: string) => Statement
  /** The columns of a select, named as the row's properties, out of the table as it is called there. */
  readonly columnsOf: (name: string) => Statement
  /** The row that a select of these columns answered. */
  readonly rowOf: (answered: Row) => Row
}

type Plan<Row extends object> = {
  readonly name: string
  /** Property to column; the first is the key. */
  readonly columns: { readonly [Property in keyof Row]-?: string }
  /** Properties that are true or false. */
  readonly flags?: readonly (keyof Row & string)[]
  /** Columns that no row has and a query needs. */
  readonly extra?: { readonly [column: string]: (row: Row) => Value }
}

/** Text of the program itself; a value never comes in this way. */
const text = (text: string): Statement => ({ text, values: [] })

export function table<Row extends { readonly [Property in keyof Row]: Cell }>(plan: Plan<Row>): Table<Row> {
  const { name, columns, flags = [], extra = {} } = plan
  const properties = Object.keys(columns) as (keyof Row & string)[]
  const extras = Object.values(extra)
  const all = ['site_id', ...Object.values<string>(columns), ...Object.keys(extra)]
  const key = all[1] ?? ''
  const columnsOf = (from: string) =>
    text(properties.map((property) => `${from}.${columns[property]} as "${property}"`).join(', '))
  const rowOf = (answered: Row): Row => {
    for (const flag of flags) (answered as Record<string, Cell>)[flag] = answered[flag] === 1
    return answered
  }
  const select = text(`select ${columnsOf(name).text} from ${name} `)
  const where = async (db: Engine, condition: Statement) => {
    const rows = await db.all<Row>(sql`${select}${condition}`)
    return flags.length > 0 ? rows.map(rowOf) : rows
  }
  const putText = `insert into ${name} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})
    on conflict (site_id, ${key}) do update set ${all
      .slice(2)
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`
  return {
    where,
    columnsOf,
    rowOf,
    ofVisitors: (db, site, visitors) => where(db, sql`where site_id = ${site} and visitor_id ${oneOf(visitors)}`),
    byKeys: (db, site, keys) => where(db, sql`where site_id = ${site} and ${text(key)} ${oneOf(keys)}`),
    put: (site, row) => ({
      text: putText,
      values: [site, ...properties.map((property) => valueOf(row[property])), ...extras.map((of) => of(row))],
    }),
    remove: (site, id) => ({ text: `delete from ${name} where site_id = ? and ${key} = ?`, values: [site, id] }),
  }
}

const valueOf = (cell: Cell): Value => (typeof cell === 'boolean' ? Number(cell) : cell)
