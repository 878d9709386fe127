import type { Column } from '@official-accounts/db/tables'
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql'
import { quoteText } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

const INSTANT = quoteText('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')

/** SQL for the JSON text of a column as a field of this type answers it; null where the field has no answer. */
export function columnJson(name: string, column: Column, type: GraphQLOutputType): string {
  if (isListType(getNullableType(type))) return listJson(name, column, type)
  if (column.isList) throw new UnsupportedError(`the list ${column.name} as one value`)
  const text = scalarJson(name, column, getNamedType(type))
  // Where the field may not be null, a null ends the whole text and the operation is executed the ordinary way.
  return isNonNullType(type) ? text : `coalesce(${text},'null')`
}

function listJson(name: string, column: Column, type: GraphQLOutputType): string {
  if (!column.isList || column.type !== 'String' || getNamedType(type).name !== 'String') {
    throw new UnsupportedError(`the list ${column.name}`)
  }
  return `coalesce(to_json(${name})::text,'[]')`
}

function scalarJson(name: string, column: Column, type: GraphQLNamedType): string {
  if (isEnumType(type)) {
    const named = new Set(
      type.getValues().flatMap((value) => (value.name === value.value ? [value.name] : [])),
    )
    if (column.values?.every((value) => named.has(value)) !== true) throw new UnsupportedError(type.name)
    // An enum's values are names: nothing in them has to be escaped.
    return `'"'||${name}||'"'`
  }
  const form = SCALARS[`${column.type} as ${type.name}`]
  if (form === undefined) throw new UnsupportedError(`${column.type} as ${type.name}`)
  return form(name)
}

const SCALARS: Readonly<Record<string, (name: string) => string>> = {
  'String as String': quoted,
  'String as ID': quoted,
  'Int as Int': plain,
  'Boolean as Boolean': plain,
  'Json as JSON': plain,
  'DateTime as DateTime': instantJson,
  // Every Date is a date in the database: it has no zone to be read in.
  'DateTime as Date': (name) => `'"'||to_char(${name},'YYYY-MM-DD')||'"'`,
}

/** SQL for the JSON text of an instant, to the millisecond and in UTC. */
export function instantJson(name: string): string {
  return `'"'||to_char(${name} at time zone 'UTC',${INSTANT})||'"'`
}

/** SQL for the JSON text of a text, an id or an enum. */
export function quoted(name: string): string {
  return `to_json(${name})::text`
}

function plain(name: string): string {
  return `${name}::text`
}
