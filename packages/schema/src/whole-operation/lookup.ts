import { getNamedType, isObjectType, type FieldNode, type GraphQLField } from 'graphql'
import { collectFields } from './collect-fields.ts'
import type { Compiling } from './compiling.ts'
import type { HotLookup, HotRow } from './hot-field.ts'
import { requireFieldScopes, requireTypeScopes } from './scopes.ts'
import { bind, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/**
 * SQL for the JSON text of a list of constants: each one's text is made here, and the statement gets them all as one
 * value to pick from.
 */
export function lookupJson(
  compiling: Compiling,
  { column, objects }: HotLookup,
  field: GraphQLField<unknown, unknown>,
  row: HotRow,
  nodes: readonly FieldNode[],
): Sql {
  const texts = JSON.stringify(
    Object.fromEntries(
      Object.entries(objects).map(([key, object]) => [key, constantJson(compiling, field, object, nodes)]),
    ),
  )
  const table: Sql = [(binding) => `${bind(binding, texts)}::jsonb`]
  const list = sql`unnest(${row.column(column)}) with ordinality as listed(key, place)`
  return sql`'['||coalesce((select string_agg(${table}->>listed.key,',' order by listed.place) from ${list}),'')||']'`
}

function constantJson(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  object: HotLookup['objects'][string],
  nodes: readonly FieldNode[],
): string {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) throw new UnsupportedError(`constants of ${type.name}`)
  requireTypeScopes(compiling.scopes, type)
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  const members = [...collectFields(compiling, type, sets)].map(([key, [node]]) => {
    const name = node?.name.value ?? ''
    if (name === '__typename') return [key, type.name] as const
    const chosen = type.getFields()[name]
    const value = object[name]
    if (!chosen || value === undefined) throw new UnsupportedError(`${type.name}.${name}`)
    requireFieldScopes(compiling.scopes, chosen)
    return [key, value] as const
  })
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`
}
