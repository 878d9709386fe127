import { isNonNullType, type FieldNode, type GraphQLObjectType, type GraphQLOutputType } from 'graphql'
import type { Table } from '@official-accounts/db/tables'
import { countCells, rowsIn, rowText, type Write } from './cells.ts'
import { addColumn, newRow, type Answer, type Compiling } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { objectWriter } from './object.ts'
import { quoteName, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** Writes a root field's one record; null when there is none. */
export function recordWriter(
  compiling: Compiling,
  fieldType: GraphQLOutputType,
  type: GraphQLObjectType,
  table: Table,
  index: number,
  nodes: readonly FieldNode[],
): Write<Answer> {
  if (isNonNullType(fieldType)) throw new UnsupportedError('a record that must be there')
  const row = newRow(compiling, table)
  const { alias, cells, joins } = row
  const write = objectWriter(compiling, type, row, nodes)
  const met: Sql = [
    (binding) => {
      const { where } = binding.rows[index] ?? { where: null }
      if (where === null) throw new UnsupportedError('a root without rows')
      return conditionSql({ tables: compiling.tables, table, alias, binding }, where)
    },
  ]
  const from = sql`${quoteName(table.name)} ${alias}${joins.flat()}`
  const place = addColumn(compiling, sql`(select ${rowText(cells)} from ${from} where ${met} limit 1)`)
  const count = countCells(cells)
  return ({ columns }) => {
    const { cells: found, width } = rowsIn(columns[place] ?? null, count)
    return found.length === 0 ? 'null' : write({ cells: found, at: 0, end: width, cursor: [] })
  }
}
