import type { Relation, Table } from '@official-accounts/db/tables'
import { readReach } from '@official-accounts/domain/access/actor'
import {
  getNamedType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql'
import { collectFields } from './collect-fields.ts'
import { columnJson } from './column.ts'
import { columnOf, newRow, type Compiling, type Row } from './compiling.ts'
import { conditionSql } from './condition.ts'
import { isHotField, type HotRow } from './hot-field.ts'
import { lookupJson } from './lookup.ts'
import { orderTerms } from './order.ts'
import { isRecord, requireFieldScopes, requireTypeScopes } from './scopes.ts'
import { quoteName, quoteText, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

type Field = GraphQLField<unknown, unknown>

/** Stands in a list for what must not be null and is; JSON text never holds it. */
export const POISON = '\u0001'

/** SQL for an element of a list: aggregates pass over nulls, and this one must be seen. */
export function elementSql(json: Sql): Sql {
  return sql`coalesce(${json},E'\\x01')`
}

/** SQL for the JSON text of an object that answers these nodes' selections. */
export function objectSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  row: Row,
  nodes: readonly FieldNode[],
): Sql {
  return membersSql(compiling, type, nodes, (field, same) => fieldSql(compiling, type, field, row, same))
}

/** SQL for a JSON object whose members are given one by one, by their keys in the answer. */
export function membersSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
  member: (field: Field, nodes: readonly FieldNode[]) => Sql,
): Sql {
  requireTypeScopes(compiling.scopes, type)
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  const members = [...collectFields(compiling, type, sets)].map(([key, same], index) => {
    const name = `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`
    return sql`${quoteText(name)}||${memberSql(compiling, type, same, member)}||`
  })
  return members.length === 0 ? ["'{}'"] : sql`${members.flat()}'}'`
}

function memberSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  member: (field: Field, nodes: readonly FieldNode[]) => Sql,
): Sql {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return [quoteText(JSON.stringify(type.name))]
  const field = type.getFields()[name]
  if (!field) throw new UnsupportedError(`${type.name}.${name}`)
  requireFieldScopes(compiling.scopes, field)
  return member(field, nodes)
}

function fieldSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  field: Field,
  row: Row,
  nodes: readonly FieldNode[],
): Sql {
  if (field.args.length > 0) throw new UnsupportedError(`arguments of ${field.name}`)
  const { extensions } = field
  const { wholeOperation, pothosExposedField, pothosPrismaRelationField } = extensions
  if (isHotField(wholeOperation)) {
    return wholeOperation.kind === 'VALUE'
      ? sql`${wholeOperation.json(hotRow(compiling, row))}`
      : lookupJson(compiling, wholeOperation, field, hotRow(compiling, row), nodes)
  }
  if (field.name === 'id' && 'pothosParseGlobalID' in type.extensions) return [globalIdJson(type, row)]
  const exposed =
    typeof pothosExposedField === 'string' ? row.table.columns.get(pothosExposedField) : undefined
  if (exposed) return [columnJson(columnOf(row, exposed.name), exposed, field.type)]
  const relation = pothosPrismaRelationField ? row.table.relations.get(field.name) : undefined
  if (relation) return relationSql(compiling, field, row, relation, nodes)
  throw new UnsupportedError(`${type.name}.${field.name}`)
}

// PostgreSQL breaks base64 into lines.
function globalIdJson(type: GraphQLObjectType, row: Row): string {
  const id = `${quoteText(`${type.name}:`)}||${columnOf(row, row.table.id)}::text`
  return `'"'||translate(encode(convert_to(${id},'UTF8'),'base64'),E'\\n','')||'"'`
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
          const condition = where(readReach(binding.context.actor))
          return `((${conditionSql({ tables, table, alias, binding }, condition)}) is true)`
        },
      ]
    },
  }
}

function relationSql(
  compiling: Compiling,
  field: Field,
  row: Row,
  relation: Relation,
  nodes: readonly FieldNode[],
): Sql {
  const type = getNamedType(field.type)
  const table = compiling.tables.get(relation.model)
  if (!table || !isObjectType(type) || type.extensions['pothosPrismaModel'] !== relation.model) {
    throw new UnsupportedError(`${field.name} as ${type.name}`)
  }
  const query = relationQuery(field)
  if (relation.isList) return listSql(compiling, type, row, relation, table, query, nodes)
  if (Object.keys(query).length > 0) throw new UnsupportedError(`a query of ${field.name}`)
  const other: Row = { ...newRow(compiling, table), joins: row.joins }
  const key = columnOf(other, relation.theirs)
  row.joins.push([
    ` left join ${quoteName(table.name)} ${other.alias} on ${key} = ${columnOf(row, relation.own)}`,
  ])
  const json = objectSql(compiling, type, other, nodes)
  return isNonNullType(field.type)
    ? sql`case when ${key} is not null then ${json} end`
    : sql`case when ${key} is null then 'null' else ${json} end`
}

function listSql(
  compiling: Compiling,
  type: GraphQLObjectType,
  row: Row,
  relation: Relation,
  table: Table,
  query: Readonly<Record<string, unknown>>,
  nodes: readonly FieldNode[],
): Sql {
  const { orderBy, ...rest } = query
  if (orderBy === undefined || Object.keys(rest).length > 0)
    throw new UnsupportedError(`the list ${relation.model}`)
  const inner = newRow(compiling, table)
  const { alias } = inner
  const json = elementSql(objectSql(compiling, type, inner, nodes))
  const order = orderTerms(table, alias, orderBy)
  const key = `${columnOf(inner, relation.theirs)} = ${columnOf(row, relation.own)}`
  const from = sql`${quoteName(table.name)} ${alias}${inner.joins.flat()} where ${key}`
  return sql`'['||coalesce((select string_agg(${json},',' order by ${order}) from ${from}),'')||']'`
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
