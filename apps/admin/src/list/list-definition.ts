import type { ViewList } from '@official-accounts/domain/saved-view/saved-view'
import type { ReactNode } from 'react'
import type { AnyVariables, TypedDocumentNode } from 'urql'
import type { CsvLine } from '../csv/to-csv.ts'
import type { RawSearch } from '../ui/search-params.ts'
import type { ListSearch } from './list-search.ts'

/** The orders a column's head goes through: the first at the first press, the other at the next. */
export interface ColumnOrders<Order extends string> {
  readonly ascending: Order
  readonly descending: Order
  readonly first?: 'descending'
}

/** A column of a list. */
export interface ListColumn<Row, Order extends string = string> {
  readonly id: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** What the column says in a file; several cells where one would mix things, such as a handle and its address. */
  readonly csv: (row: Row) => CsvLine
  /** The cell that names the row; always shown. */
  readonly rowHeader?: boolean
  /** Whether it is shown only when somebody chooses it. */
  readonly optional?: boolean
  readonly orders?: ColumnOrders<Order>
}

/** A page of a list, whatever it is of. */
export interface RowPage<Row> {
  readonly rows: readonly Row[]
  /** How many there are; null where nobody counts. */
  readonly total: number | null
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

/** Where a query begins and how far it reads. */
export interface PageOfQuery {
  readonly first: number
  readonly after: string | null
}

/** Everything a list's page needs to know of what it lists. */
export interface ListDefinition<
  Row,
  Order extends string,
  Search extends ListSearch<Order>,
  Data,
  Variables extends AnyVariables,
> {
  readonly list: ViewList
  readonly title: string
  /** Completes “Could not load …” and “Loading …”. */
  readonly what: string
  /** Reads an address of the list; what makes no sense is left out. */
  readonly read: (raw: RawSearch) => Search
  readonly query: TypedDocumentNode<Data, Variables>
  readonly variables: (search: Search, page: PageOfQuery) => Variables
  readonly page: (data: Data) => RowPage<Row>
  readonly rowKey: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly columns: readonly ListColumn<Row, Order>[]
  readonly defaultOrder: Order
}

/** The columns shown, in order: those an address names, else the list's own choice; the row's name always. */
export function shownColumns<Column extends Pick<ListColumn<never>, 'id' | 'rowHeader' | 'optional'>>(
  columns: readonly Column[],
  chosen: readonly string[] | undefined,
): readonly Column[] {
  if (chosen === undefined) return columns.filter(({ optional }) => !optional)
  const named = chosen.flatMap((id) => columns.filter((column) => column.id === id))
  const heads = columns.filter((column) => column.rowHeader && !named.includes(column))
  return [...heads, ...named]
}
