import { isNonNullType, type FieldNode, type GraphQLObjectType, type GraphQLOutputType } from 'graphql'
import type { Table } from '@official-accounts/db/tables'
import { newRow, type Compiling } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { elementSql, objectSql } from './object.ts'
import { quoteName, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** SQL for the JSON text of a root field's one record; null when there is none. */
export function recordSql(
  compiling: Compiling,
  fieldType: GraphQLOutputType,
  type: GraphQLObjectType,
  table: Table,
  index: number,
  nodes: readonly FieldNode[],
): Sql {
  if (isNonNullType(fieldType)) throw new UnsupportedError('a record that must be there')
  const row = newRow(compiling, table)
  const { alias } = row
  const json = elementSql(objectSql(compiling, type, row, nodes))
  const met: Sql = [
    (binding) => {
      const { where } = binding.rows[index] ?? { where: null }
      if (where === null) throw new UnsupportedError('a root without rows')
      return conditionSql({ tables: compiling.tables, table, alias, binding }, where)
    },
  ]
  return sql`coalesce((select ${json} from ${quoteName(table.name)} ${alias}${row.joins.flat()} where ${met} limit 1),'null')`
}
