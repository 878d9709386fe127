import type { Table } from '@official-accounts/db/tables'
import type { FragmentDefinitionNode, getVariableValues, GraphQLSchema } from 'graphql'
import { quoteName, type Sql } from './sql.ts'

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
  /** A name for a row that no other row of the statement has. */
  alias(): string
}

/** A row whose columns are written, and what has to be joined to it for that. */
export interface Row {
  readonly table: Table
  readonly alias: string
  readonly joins: Sql[]
  /** The columns that were written: a page carries no others through its joins. Null where it cannot be told. */
  used: Set<string> | null
}

/** A new row, of which nothing is written yet. */
export function newRow(compiling: Compiling, table: Table): Row {
  return { table, alias: compiling.alias(), joins: [], used: new Set() }
}

/** A row's column by its name in the database. */
export function columnOf(row: Row, name: string): string {
  row.used?.add(name)
  return `${row.alias}.${quoteName(name)}`
}
