import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'
import type { Table } from '@official-accounts/db/tables'
import { encodeCursor } from '../cursor.ts'
import type { KeysetQuery } from '../keyset.ts'
import {
  cellAt,
  countCells,
  rowsIn,
  rowsText,
  writeRows,
  type CellCount,
  type RowCells,
  type Rows,
  type Write,
} from './cells.ts'
import { addColumn, cellOf, newRow, type Answer, type Compiling, type Row } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { isHotCount } from './hot-count.ts'
import { membersWriter, objectWriter } from './object.ts'
import { pageOrder, type PageOrder } from './order.ts'
import { compact, quoteName, render, type Binding, type RootRows, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** One root field's page while it is compiled: which of the request's rows it has, and what it needs of them. */
interface Page {
  readonly compiling: Compiling
  readonly table: Table
  readonly index: number
  readonly row: Row
  /** Each order that was asked for: the orders themselves are constants. */
  readonly orders: WeakMap<object, OrderedRows>
  /** Whether the selection asks for cursors. */
  asksForCursors: boolean
}

/** An order in SQL, how the rows' cells are read in it, and at which of them a cursor's values are. */
interface OrderedRows extends PageOrder {
  readonly text: Sql
  readonly cellCount: CellCount
  readonly cursorPlaces: readonly number[]
}

/** A page as it was found: with one row more than it shows, more follow. */
interface FoundPage extends Answer {
  readonly rows: Rows
  readonly found: number
  readonly query: KeysetQuery
  readonly cursor: readonly number[]
}

/** Writes a connection of as many rows as one page. */
export function pageWriter(
  compiling: Compiling,
  type: GraphQLObjectType,
  table: Table,
  index: number,
  nodes: readonly FieldNode[],
): Write<Answer> {
  const row = newRow(compiling, table)
  const page: Page = { compiling, table, index, row, orders: new WeakMap(), asksForCursors: false }
  const write = membersWriter<FoundPage>(compiling, type, nodes, (field, same) =>
    connectionField(page, field, same),
  )
  const place = addColumn(compiling, [(binding) => pageSql(page, binding)])
  return (answer) => write(foundPage(page, answer, place))
}

function foundPage(page: Page, answer: Answer, place: number): FoundPage {
  const { cellCount, cursorPlaces: cursor } = orderOf(page, answer.binding)
  const rows = rowsIn(answer.columns[place] ?? null, cellCount)
  const found = rows.cells.length / rows.width
  return { ...answer, rows, found, query: pageOf(page, answer.binding), cursor }
}

function connectionField(
  page: Page,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Write<FoundPage> {
  const { compiling } = page
  const type = getNamedType(field.type)
  if (isHotCount(field.extensions['wholeOperation'])) return countWriter(page)
  if (!isObjectType(type) || field.args.length > 0) throw new UnsupportedError(`a page's ${field.name}`)
  if (field.name === 'pageInfo')
    return membersWriter<FoundPage>(compiling, type, nodes, (one) => pageInfoField(page, one))
  if (field.name !== 'edges') throw new UnsupportedError(`a page's ${field.name}`)
  const write = membersWriter<RowCells>(compiling, type, nodes, (one, same) => edgeField(page, one, same))
  return ({ rows, query, cursor }) => writeRows(rows, query.size, cursor, write)
}

function countWriter(page: Page): Write<FoundPage> {
  const place = addColumn(page.compiling, [(binding) => countSql(page, binding)])
  return ({ columns }) => columns[place] ?? '0'
}

function edgeField(
  page: Page,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  if (field.name === 'cursor') {
    page.asksForCursors = true
    return cursorJson
  }
  const type = getNamedType(field.type)
  if (field.name !== 'node' || !isObjectType(type)) throw new UnsupportedError(`an edge's ${field.name}`)
  return objectWriter(page.compiling, type, page.row, nodes)
}

function cursorJson(row: RowCells): string {
  return `"${encodeCursor(row.cursor.map((place): unknown => JSON.parse(cellAt(row, place))))}"`
}

function pageInfoField(page: Page, { name }: GraphQLField<unknown, unknown>): Write<FoundPage> {
  switch (name) {
    case 'hasNextPage':
      return ({ found, query }) => String(found > query.size)
    case 'hasPreviousPage':
      return ({ query }) => String(!query.isFirst)
    case 'startCursor':
      page.asksForCursors = true
      return (found) => cursorOf(found, 0)
    case 'endCursor':
      page.asksForCursors = true
      return (found) => cursorOf(found, Math.min(found.found, found.query.size) - 1)
    default:
      throw new UnsupportedError(`pageInfo's ${name}`)
  }
}

function cursorOf({ rows: { cells, width }, found, cursor }: FoundPage, row: number): string {
  return found === 0 ? 'null' : cursorJson({ cells, at: row * width, end: (row + 1) * width, cursor })
}

function pageSql(page: Page, binding: Binding): string {
  const { alias, joins } = page.row
  const text = render(orderOf(page, binding).text, binding)
  return `(select ${text} from (${rowsSql(page, binding)}) ${alias}${render(joins.flat(), binding)})`
}

// The rows of one page are found before anything is joined to them.
function rowsSql(page: Page, binding: Binding): string {
  const { alias } = page.row
  const { where } = rowsOf(page, binding)
  const { where: beyond, take } = pageOf(page, binding)
  const { joins, columns, inside, own } = orderOf(page, binding)
  const from = `${quoteName(page.table.name)} ${alias}${joins}`
  const met = condition(page, binding, { AND: [where, beyond] })
  return `select ${carried(page.row, own)}${columns} from ${from} where ${met} order by ${inside} limit ${take}`
}

// A wide row is dear to sort and to join: only what the answer and its order need goes on.
function carried({ alias, used }: Row, order: readonly string[]): string {
  if (used === null) return `${alias}.*`
  const names = [...new Set([...used, ...order])]
  return names.length === 0 ? 'true as row' : names.map((name) => `${alias}.${quoteName(name)}`).join(',')
}

function countSql(page: Page, binding: Binding): string {
  const { alias } = page.row
  const met = condition(page, binding, rowsOf(page, binding).where)
  return `(select count(*)::text from ${quoteName(page.table.name)} ${alias} where ${met})`
}

function condition({ compiling, table, row }: Page, binding: Binding, where: object): string {
  return conditionSql({ tables: compiling.tables, table, alias: row.alias, binding }, where)
}

function orderOf(page: Page, binding: Binding): OrderedRows {
  const { order } = pageOf(page, binding)
  const known = page.orders.get(order)
  if (known) return known
  const fresh = orderedRows(page, order)
  page.orders.set(order, fresh)
  return fresh
}

function orderedRows(
  { compiling, table, row, asksForCursors }: Page,
  order: KeysetQuery['order'],
): OrderedRows {
  const inSql = pageOrder(compiling.tables, table, row.alias, order)
  const cells = { ...row.cells, texts: [...row.cells.texts] }
  const cursorPlaces = asksForCursors ? inSql.cursor.map((text) => cellOf({ cells }, [text])) : []
  const text = compact(rowsText(cells, [inSql.outside]))
  return { ...inSql, text, cellCount: countCells(cells), cursorPlaces }
}

function pageOf(page: Page, binding: Binding) {
  const { page: query } = rowsOf(page, binding)
  if (query === null) throw new UnsupportedError('a page without a size')
  return query
}

function rowsOf({ index }: Page, { rows }: Binding): RootRows {
  const own = rows[index]
  if (own === undefined) throw new UnsupportedError('a root without rows')
  return own
}
