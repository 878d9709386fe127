import type { Relation, Table } from '@official-accounts/db/tables'
import { readReach } from '@official-accounts/domain/access/actor'
import { encodeGlobalID } from '@pothos/plugin-relay'
import {
  getNamedType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql'
import { requestNow } from '../context.ts'
import {
  cellAt,
  countCells,
  presentCell,
  rowsIn,
  rowsText,
  textOf,
  writeRows,
  type RowCells,
  type Write,
} from './cells.ts'
import { collectFields } from './collect-fields.ts'
import { columnWriter, valueWriter } from './column.ts'
import { cellOf, columnOf, joinedRow, newRow, type Compiling, type Row } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { isHotField, type HotRow } from './hot-field.ts'
import { lookupWriter } from './lookup.ts'
import { orderTerms } from './order.ts'
import { isRecord, requireFieldScopes, requireTypeScopes } from './scopes.ts'
import { quoteName, sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

type Field = GraphQLField<unknown, unknown>

/** Writes an object of a row that answers these nodes' selections; the row gets the cells for it. */
export function objectWriter(
  compiling: Compiling,
  type: GraphQLObjectType,
  row: Row,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  return membersWriter(compiling, type, nodes, (field, same) =>
    fieldWriter(compiling, type, field, row, same),
  )
}

/** Writes an object whose members are given one by one, by their keys in the answer. */
export function membersWriter<Input>(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
  member: (field: Field, nodes: readonly FieldNode[]) => Write<Input>,
): Write<Input> {
  requireTypeScopes(compiling.scopes, type)
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  const members = [...collectFields(compiling, type, sets)].map(([key, same], index) => ({
    name: `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`,
    write: memberWriter(compiling, type, same, member),
  }))
  if (members.length === 0) return () => '{}'
  return (input) => {
    let text = ''
    for (const { name, write } of members) text += name + write(input)
    return `${text}}`
  }
}

function memberWriter<Input>(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  member: (field: Field, nodes: readonly FieldNode[]) => Write<Input>,
): Write<Input> {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return () => JSON.stringify(type.name)
  const field = type.getFields()[name]
  if (!field) throw new UnsupportedError(`${type.name}.${name}`)
  requireFieldScopes(compiling.scopes, field)
  return member(field, nodes)
}

function fieldWriter(
  compiling: Compiling,
  type: GraphQLObjectType,
  field: Field,
  row: Row,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  if (field.args.length > 0) throw new UnsupportedError(`arguments of ${field.name}`)
  const { extensions } = field
  const { wholeOperation, pothosExposedField, pothosPrismaRelationField } = extensions
  if (isHotField(wholeOperation)) {
    return wholeOperation.kind === 'VALUE'
      ? valueWriter(row, wholeOperation.text(hotRow(compiling, row)), field.type)
      : lookupWriter(compiling, wholeOperation, field, row, nodes)
  }
  if (field.name === 'id' && 'pothosParseGlobalID' in type.extensions) return globalIdWriter(type, row)
  const exposed =
    typeof pothosExposedField === 'string' ? row.table.columns.get(pothosExposedField) : undefined
  if (exposed) return columnWriter(row, exposed, field.type)
  const relation = pothosPrismaRelationField ? row.table.relations.get(field.name) : undefined
  if (relation) return relationWriter(compiling, field, row, relation, nodes)
  throw new UnsupportedError(`${type.name}.${field.name}`)
}

function globalIdWriter(type: GraphQLObjectType, row: Row): Write<RowCells> {
  const place = cellOf(row, [columnOf(row, row.table.id)])
  row.showsAbsence = true
  return (cells) => `"${encodeGlobalID(type.name, textOf(presentCell(cells, place)))}"`
}

function hotRow({ tables }: Compiling, row: Row): HotRow {
  const { table, alias } = row
  return {
    column(field) {
      const column = table.columns.get(field)
      if (!column) throw new UnsupportedError(`${table.name}.${field}`)
      return [columnOf(row, column.name)]
    },
    holds(where) {
      // Which columns a condition looks at shows with the reader.
      row.used = null
      return [
        (binding) => {
          const condition = where(readReach(binding.context.actor), requestNow(binding.context))
          return `((${conditionSql({ tables, table, alias, binding }, condition)}) is true)`
        },
      ]
    },
  }
}

function relationWriter(
  compiling: Compiling,
  field: Field,
  row: Row,
  relation: Relation,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  const type = getNamedType(field.type)
  const table = compiling.tables.get(relation.model)
  if (!table || !isObjectType(type) || type.extensions['pothosPrismaModel'] !== relation.model) {
    throw new UnsupportedError(`${field.name} as ${type.name}`)
  }
  const query = relationQuery(field)
  if (relation.isList) return listWriter(compiling, type, row, relation, table, query, nodes)
  if (Object.keys(query).length > 0) throw new UnsupportedError(`a query of ${field.name}`)
  const other = joinedRow(compiling, table, row)
  const key = columnOf(other, relation.theirs)
  row.joins.push([
    ` left join ${quoteName(table.name)} ${other.alias} on ${key} = ${columnOf(row, relation.own)}`,
  ])
  const write = objectWriter(compiling, type, other, nodes)
  const isRequired = isNonNullType(field.type)
  if (isRequired && other.showsAbsence) return write
  const place = cellOf(row, [key])
  const found = isRequired ? presentCell : cellAt
  return (cells) => (found(cells, place) === 'null' ? 'null' : write(cells))
}

function listWriter(
  compiling: Compiling,
  type: GraphQLObjectType,
  row: Row,
  relation: Relation,
  table: Table,
  query: Readonly<Record<string, unknown>>,
  nodes: readonly FieldNode[],
): Write<RowCells> {
  const { orderBy, ...rest } = query
  if (orderBy === undefined || Object.keys(rest).length > 0)
    throw new UnsupportedError(`the list ${relation.model}`)
  const inner = newRow(compiling, table)
  const key = `${columnOf(inner, relation.theirs)} = ${columnOf(row, relation.own)}`
  const write = objectWriter(compiling, type, inner, nodes)
  const rows = rowsText(inner.cells, [orderTerms(table, inner.alias, orderBy)])
  const from = sql`${quoteName(table.name)} ${inner.alias}${inner.joins.flat()} where ${key}`
  const count = countCells(inner.cells)
  const place = cellOf(row, sql`(select ${rows} from ${from})`)
  return (outer) => {
    const cell = cellAt(outer, place)
    const found = rowsIn(cell === 'null' ? null : textOf(cell), count)
    return writeRows(found, Number.POSITIVE_INFINITY, [], write)
  }
}

// Pothos keeps a relation's own query inside the function that selects it.
function relationQuery({ name, extensions }: Field): Readonly<Record<string, unknown>> {
  const select: unknown = extensions['pothosPrismaSelect']
  if (typeof select !== 'function') throw new UnsupportedError(`the selection of ${name}`)
  const selected: unknown = Reflect.apply(select, undefined, [{}, {}, (query: unknown) => query])
  const query = isRecord(selected) && isRecord(selected['select']) ? selected['select'][name] : undefined
  if (!isRecord(query)) throw new UnsupportedError(`a query of ${name} that depends on who asks`)
  return query
}
