import { getNamedType, isObjectType, type FieldNode, type GraphQLField } from 'graphql'
import { cellAt, type RowCells, type Write } from './cells.ts'
import { collectFields } from './collect-fields.ts'
import { columnOf, jsonCellOf, type Compiling, type Row } from './compiling.ts'
import type { HotLookup } from './hot-field.ts'
import { requireFieldScopes, requireTypeScopes } from './scopes.ts'
import { UnsupportedError } from './unsupported.ts'

/** Writes a list of constants, whose texts are made here once, by the keys in a column. */
export function lookupWriter(
  compiling: Compiling,
  { column: name, objects }: HotLookup,
  field: GraphQLField<unknown, unknown>,
  row: Row,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  const column = row.table.columns.get(name)
  if (column?.isList !== true || column.type !== 'String') throw new UnsupportedError(`keys in ${name}`)
  const texts = new Map<unknown, string>(
    Object.entries(objects).map(([key, object]) => [key, constantJson(compiling, field, object, nodes)]),
  )
  const place = jsonCellOf(row, [`to_json(${columnOf(row, column.name)})`])
  return (cells) => {
    const cell = cellAt(cells, place)
    const keys: unknown = cell === 'null' ? [] : JSON.parse(cell)
    const known = Array.isArray(keys) ? keys.flatMap((key: unknown) => texts.get(key) ?? []) : []
    return `[${known.join(',')}]`
  }
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
