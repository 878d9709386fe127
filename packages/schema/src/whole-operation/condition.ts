import type { Column, Relation, Table } from '@official-accounts/db/tables'
import { bind, quoteName, type Binding } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** Whose columns a condition is about. */
export interface ConditionRow {
  readonly tables: ReadonlyMap<string, Table>
  readonly table: Table
  readonly alias: string
  readonly binding: Binding
}

/**
 * Prisma's `where` as SQL, so that a filter is written once. As in Prisma, what is undefined does not count and an
 * empty OR holds never.
 *
 * @throws UnsupportedError for an operator it does not know
 */
export function conditionSql(row: ConditionRow, where: object): string {
  const parts = Object.entries(where).flatMap(([key, value]) =>
    value === undefined ? [] : [part(row, key, value)],
  )
  return parts.length === 0 ? 'true' : parts.map((one) => `(${one})`).join(' and ')
}

function part(row: ConditionRow, key: string, value: unknown): string {
  if (key === 'AND') return allOf(row, value)
  if (key === 'OR') return anyOf(row, value)
  if (key === 'NOT') return `not (${conditionSql(row, oneObject(value))})`
  const column = row.table.columns.get(key)
  if (column) return comparison(row.binding, `${row.alias}.${quoteName(column.name)}`, column, value)
  const relation = row.table.relations.get(key)
  if (relation) return related(row, relation, value)
  throw new UnsupportedError(`the condition ${key}`)
}

function allOf(row: ConditionRow, value: unknown): string {
  const parts = Array.isArray(value) ? value : [value]
  const all = parts.map((one) => conditionSql(row, oneObject(one))).filter((text) => text !== 'true')
  return all.length === 0 ? 'true' : all.join(' and ')
}

function anyOf(row: ConditionRow, value: unknown): string {
  const parts = Array.isArray(value) ? value : [value]
  if (parts.length === 0) return 'false'
  return parts.map((one) => conditionSql(row, oneObject(one))).join(' or ')
}

function related(row: ConditionRow, relation: Relation, value: unknown): string {
  const conditions = oneObject(value)
  if (!relation.isList) return exists(row, relation, conditions)
  const [[operator, inner] = [], ...others] = Object.entries(conditions)
  if (operator !== 'some' || others.length > 0) throw new UnsupportedError(`a list with ${String(operator)}`)
  return exists(row, relation, oneObject(inner))
}

function exists(row: ConditionRow, relation: Relation, conditions: object): string {
  const table = row.tables.get(relation.model)
  if (!table || 'is' in conditions || 'isNot' in conditions) throw new UnsupportedError(relation.model)
  const alias = `${row.alias}r`
  const own = `${row.alias}.${quoteName(relation.own)}`
  if (!relation.isList && relation.isRequired && findsByKey(table, conditions)) {
    const keys = conditionSql({ ...row, table, alias }, conditions)
    // Found once and not with each row, as one value: with an index of that key and the order, a page is a walk of
    // as many rows as it has.
    const found = `select ${alias}.${quoteName(relation.theirs)} from ${quoteName(table.name)} ${alias} where ${keys}`
    return `${own} = (${found} limit 1)`
  }
  const join = `${alias}.${quoteName(relation.theirs)} = ${own}`
  const inner = conditionSql({ ...row, table, alias }, conditions)
  return `exists (select from ${quoteName(table.name)} ${alias} where ${join} and ${inner})`
}

/** Whether a condition names a key of the table, so that few rows can meet it. */
function findsByKey(table: Table, where: object): boolean {
  return Object.entries(where).some(([key, value]) => {
    if (key === 'OR') return Array.isArray(value) && value.every((one) => findsByKey(table, oneObject(one)))
    return table.columns.get(key)?.isUnique === true && typeof value === 'string'
  })
}

function comparison(binding: Binding, name: string, column: Column, value: unknown): string {
  if (value === null) return `${name} is null`
  if (isScalar(value)) return `${name} = ${bindScalar(binding, column, value)}`
  const operators = Object.entries(oneObject(value)).filter(([, operand]) => operand !== undefined)
  const insensitive = operators.some(
    ([operator, operand]) => operator === 'mode' && operand === 'insensitive',
  )
  const parts = operators.flatMap(([operator, operand]) =>
    operator === 'mode' ? [] : [operation(binding, name, column, operator, operand, insensitive)],
  )
  if (parts.length === 0) throw new UnsupportedError(`an empty condition on ${name}`)
  return parts.join(' and ')
}

const ORDERINGS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' }

function operation(
  binding: Binding,
  name: string,
  column: Column,
  operator: string,
  operand: unknown,
  insensitive: boolean,
): string {
  const ordering = ORDERINGS[operator]
  if (ordering) return `${name} ${ordering} ${bindScalar(binding, column, operand)}`
  switch (operator) {
    case 'equals':
      return operand === null ? `${name} is null` : `${name} = ${bindScalar(binding, column, operand)}`
    case 'not':
      return operand === null ? `${name} is not null` : `${name} <> ${bindScalar(binding, column, operand)}`
    case 'in':
      return `${name} = any(${bindList(binding, column, operand)})`
    case 'has':
      return `${name} @> array[${bindText(binding, operand)}]::text[]`
    case 'contains':
      return `${name} ${insensitive ? 'ilike' : 'like'} ${bindText(binding, `%${textOf(operand)}%`)}`
    default:
      throw new UnsupportedError(`the operator ${operator}`)
  }
}

function bindScalar(binding: Binding, column: Column, value: unknown): string {
  return bind(binding, scalarOf(column, value))
}

function bindList(binding: Binding, column: Column, value: unknown): string {
  if (!Array.isArray(value)) throw new UnsupportedError('a list that is none')
  return bind(
    binding,
    value.map((one: unknown) => scalarOf(column, one)),
  )
}

function bindText(binding: Binding, value: unknown): string {
  return bind(binding, textOf(value))
}

function scalarOf({ type, isList }: Column, value: unknown): string | number | boolean {
  if (isList) throw new UnsupportedError('a whole list compared')
  if (type === 'DateTime') return instantOf(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new UnsupportedError(`a value of ${type}`)
}

// Prisma takes no other spelling of an instant, and PostgreSQL would take many.
function instantOf(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : textOf(value)
  if (new Date(text).toISOString() !== text) throw new UnsupportedError('an instant spelled otherwise')
  return text
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new UnsupportedError('a text that is none')
  return value
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value instanceof Date
}

function oneObject(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnsupportedError('no condition')
  return value
}
