import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'
import type { Table } from '@official-accounts/db/tables'
import { isHotCount } from './hot-count.ts'
import { newRow, type Compiling, type Row } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { elementSql, membersSql, objectSql } from './object.ts'
import { pageOrder, type PageOrder } from './order.ts'
import { joinSql, quoteName, sql, type Binding, type RootRows, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** One root field's page while it is compiled: which of the request's rows it has, and what it needs of them. */
interface Page {
  readonly compiling: Compiling
  readonly table: Table
  readonly index: number
  readonly row: Row
  /** The SQL of each order that was asked for: the orders themselves are constants. */
  readonly orders: WeakMap<object, PageOrder>
  /** Which of edges and cursors the selection asks for. */
  readonly asked: { readonly edges: Sql[]; cursors: boolean }
}

/** SQL for the JSON text of a connection: as many rows as one page and one more, which tells whether more follows. */
export function pageSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  table: Table,
  index: number,
  nodes: readonly FieldNode[],
): Sql {
  const row = newRow(compiling, table)
  const page: Page = {
    compiling,
    table,
    index,
    row,
    orders: new WeakMap(),
    asked: { edges: [], cursors: false },
  }
  const json = membersSql(compiling, type, nodes, (field, same) => connectionField(page, field, same))
  return sql`(select ${json} from (select ${aggregates(page)} from (${rowsSql(page)}) ${row.alias}${row.joins.flat()}) page)`
}

function connectionField(
  page: Page,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Sql {
  const { compiling, asked } = page
  const type = getNamedType(field.type)
  if (isHotCount(field.extensions['wholeOperation'])) return [(binding) => countSql(page, binding)]
  if (!isObjectType(type) || field.args.length > 0) throw new UnsupportedError(`a page's ${field.name}`)
  if (field.name === 'pageInfo') return membersSql(compiling, type, nodes, (one) => pageInfoField(page, one))
  if (field.name !== 'edges') throw new UnsupportedError(`a page's ${field.name}`)
  const edge = membersSql(compiling, type, nodes, (one, same) => edgeField(page, one, same))
  const place = asked.edges.push(elementSql(edge)) - 1
  return sql`'['||coalesce(array_to_string(page.edges${String(place)}[1:${sizeOf(page)}],','),'')||']'`
}

function edgeField(page: Page, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Sql {
  if (field.name === 'cursor') return cursorJson([(binding) => cursorValues(orderOf(page, binding))])
  const type = getNamedType(field.type)
  if (field.name !== 'node' || !isObjectType(type)) throw new UnsupportedError(`an edge's ${field.name}`)
  return objectSql(page.compiling, type, page.row, nodes)
}

function pageInfoField(page: Page, { name }: GraphQLField<unknown, unknown>): Sql {
  switch (name) {
    case 'hasNextPage':
      return sql`(page.found > ${sizeOf(page)})::text`
    case 'hasPreviousPage':
      return [(binding) => `'${String(!pageOf(page, binding).isFirst)}'`]
    case 'startCursor':
    case 'endCursor':
      page.asked.cursors = true
      return sql`coalesce(${cursorJson(sql`page.cursors[${placeOf(page, name)}]`)},'null')`
    default:
      throw new UnsupportedError(`pageInfo's ${name}`)
  }
}

function placeOf(page: Page, name: 'startCursor' | 'endCursor'): Sql {
  return name === 'startCursor' ? ['1'] : sql`least(page.found, ${sizeOf(page)})`
}

function aggregates(page: Page): Sql {
  const outside: Sql = [(binding) => orderOf(page, binding).outside]
  // Of a page's cursors two are told: they are only encoded then.
  const cursor: Sql = [(binding) => cursorValues(orderOf(page, binding))]
  const { edges, cursors } = page.asked
  return joinSql(
    [
      ['count(*)::int as found'],
      ...edges.map((edge, place) => sql`array_agg(${edge} order by ${outside}) as edges${String(place)}`),
      ...(cursors ? [sql`array_agg(${cursor} order by ${outside}) as cursors`] : []),
    ],
    ',',
  )
}

// The rows of one page are found before anything is joined to them.
function rowsSql(page: Page): Sql {
  const { alias } = page.row
  return [
    (binding) => {
      const { where } = rowsOf(page, binding)
      const { where: beyond, take } = pageOf(page, binding)
      const { joins, columns, inside, own } = orderOf(page, binding)
      const from = `${quoteName(page.table.name)} ${alias}${joins}`
      const met = condition(page, binding, { AND: [where, beyond] })
      return `select ${carried(page.row, own)}${columns} from ${from} where ${met} order by ${inside} limit ${take}`
    },
  ]
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

function orderOf(page: Page, binding: Binding): PageOrder {
  const { compiling, table, row, orders } = page
  const { order } = pageOf(page, binding)
  const known = orders.get(order)
  if (known) return known
  const fresh = pageOrder(compiling.tables, table, row.alias, order)
  orders.set(order, fresh)
  return fresh
}

function cursorValues({ cursor }: PageOrder): string {
  return `'['||${cursor.join(`||','||`)}||']'`
}

// Base64 of an address, without the lines that PostgreSQL breaks it into.
function cursorJson(values: Sql): Sql {
  return sql`'"'||rtrim(translate(encode(convert_to(${values},'UTF8'),'base64'),E'+/\\n','-_'),'=')||'"'`
}

function sizeOf(page: Page): Sql {
  return [(binding) => String(pageOf(page, binding).size)]
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
