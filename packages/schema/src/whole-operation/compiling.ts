import type { Table } from '@official-accounts/db/tables'
import type { FragmentDefinitionNode, getVariableValues, GraphQLSchema } from 'graphql'
import type { CellSql } from './cells.ts'
import { quoteName, type Binding, type Sql } from './sql.ts'

/** A request's variables, coerced. */
export type VariableValues = NonNullable<ReturnType<typeof getVariableValues>['variableValues']>

/** What is known and gathered while one operation is compiled. */
export interface Compiling {
  readonly schema: GraphQLSchema
  readonly tables: ReadonlyMap<string, Table>
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Of these only what @include and @skip ask for is looked at. */
  readonly variables: VariableValues
  /** The scopes of every type and field that was met. */
  readonly scopes: Set<string>
  /** The columns of the statement's one row, each a text. */
  readonly columns: Sql[]
  /** A name for a row that no other row of the statement has. */
  alias(): string
}

/** What a statement answered: its columns, and what it was finished with. */
export interface Answer {
  readonly columns: readonly (string | null)[]
  readonly binding: Binding
}

/** Adds a column to the statement and tells its place. */
export function addColumn({ columns }: Compiling, column: Sql): number {
  return columns.push(column) - 1
}

/** A row whose cells are read, and what has to be joined to it for that. */
export interface Row {
  readonly table: Table
  readonly alias: string
  readonly joins: Sql[]
  /** SQL of each cell; rows joined to it share them. */
  readonly cells: CellSql
  /** The columns that were read: a page carries no others through its joins. Null where it cannot be told. */
  used: Set<string> | null
  /** Whether one of its cells may not be null, so that its absence shows there. */
  showsAbsence: boolean
}

/** A new row, of which nothing is read yet. */
export function newRow(compiling: Compiling, table: Table): Row {
  return {
    table,
    alias: compiling.alias(),
    joins: [],
    cells: noCells(),
    used: new Set(),
    showsAbsence: false,
  }
}

/** A row joined to another. */
export function joinedRow(compiling: Compiling, table: Table, { joins, cells }: Row): Row {
  return { ...newRow(compiling, table), joins, cells }
}

/** A row's column by its name in the database. */
export function columnOf(row: Row, name: string): string {
  row.used?.add(name)
  return `${row.alias}.${quoteName(name)}`
}

function noCells(): CellSql {
  return { texts: [], json: [] }
}

/** The place of the cell that holds this as text. */
export function cellOf({ cells: { texts } }: Pick<Row, 'cells'>, cell: Sql): number {
  return placeIn(texts, cell)
}

/** The place, counted from the row's end, of the cell that holds this as it is: JSON as the database writes it. */
export function jsonCellOf({ cells: { json } }: Pick<Row, 'cells'>, cell: Sql): number {
  return -1 - placeIn(json, cell)
}

// The same SQL is one cell.
function placeIn(cells: Sql[], cell: Sql): number {
  const [text, ...rest] = cell
  const known = rest.length === 0 ? cells.findIndex((one) => one.length === 1 && one[0] === text) : -1
  return known === -1 ? cells.push(cell) - 1 : known
}
