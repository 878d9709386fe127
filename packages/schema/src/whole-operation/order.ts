import type { Table } from '@official-accounts/db/tables'
import type { SortColumn } from '../keyset.ts'
import { instantText } from './column.ts'
import { isRecord } from './scopes.ts'
import { quoteName } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** SQL for Prisma's `orderBy` over a table's own columns. */
export function orderTerms(table: Table, alias: string, orderBy: unknown): string {
  const entries = [orderBy].flat().flatMap((one: unknown) => (isRecord(one) ? Object.entries(one) : []))
  if (entries.length === 0) throw new UnsupportedError('no order')
  return entries
    .map(([field, direction]) => {
      const column = table.columns.get(field)
      if (!column || (direction !== 'asc' && direction !== 'desc'))
        throw new UnsupportedError(`the order by ${field}`)
      return `${alias}.${quoteName(column.name)} ${direction}`
    })
    .join(',')
}

/** A page's order in SQL: what has to be joined and selected inside the page, and what to order by there and outside. */
export interface PageOrder {
  readonly joins: string
  readonly columns: string
  /** The table's own columns that are ordered by outside as well. */
  readonly own: readonly string[]
  readonly inside: string
  readonly outside: string
  /** The texts of a cursor's values. */
  readonly cursor: readonly string[]
}

/** The SQL of a keyset's order over the rows of `alias`. */
export function pageOrder(
  tables: ReadonlyMap<string, Table>,
  table: Table,
  alias: string,
  order: readonly SortColumn<never>[],
): PageOrder {
  const keys = order.map((column, place) => sortKey(tables, table, alias, column, place))
  return {
    joins: keys.map(({ join }) => join).join(''),
    columns: keys.map(({ column }) => column).join(''),
    own: keys.flatMap(({ own }) => own),
    inside: keys.map(({ inside, direction }) => `${inside} ${direction}`).join(','),
    outside: keys.map(({ outside, direction }) => `${outside} ${direction}`).join(','),
    cursor: keys.map(({ text }) => text),
  }
}

function sortKey(
  tables: ReadonlyMap<string, Table>,
  table: Table,
  alias: string,
  { field, relation, direction, nullable, type }: SortColumn<never>,
  place: number,
) {
  const related = relation === undefined ? undefined : table.relations.get(relation)
  const owner = related ? tables.get(related.model) : table
  const name = owner?.columns.get(field)?.name
  if (owner === undefined || name === undefined || related?.isList)
    throw new UnsupportedError(`the order by ${field}`)
  const other = `${alias}o${place}`
  const inside = `${related ? other : alias}.${quoteName(name)}`
  const outside = related ? `${alias}.key${place}` : inside
  return {
    direction: nullable ? `${direction} nulls last` : direction,
    inside,
    outside,
    own: related ? [] : [name],
    column: related ? `,${inside} as key${place}` : '',
    join: related
      ? ` left join ${quoteName(owner.name)} ${other} on ${other}.${quoteName(related.theirs)} = ${alias}.${quoteName(related.own)}`
      : '',
    text: type === 'instant' ? cursorInstant(outside) : outside,
  }
}

// A cursor's instant may be a date's beginning in UTC: seconds since 1970 are the same for both.
function cursorInstant(name: string): string {
  return instantText(`to_timestamp(extract(epoch from ${name}))`)
}
