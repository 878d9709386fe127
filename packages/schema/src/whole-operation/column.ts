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
import { cellAt, presentCell, type RowCells, type Write } from './cells.ts'
import { cellOf, columnOf, jsonCellOf, type Row } from './compiling.ts'
import { quoteText, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** What a cell holds: a text that is answered as it is, or the JSON text of the answer. */
type Held = 'TEXT' | 'JSON'

const INSTANT = quoteText('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
const NUMBERS = new Set(['Int', 'Float', 'Boolean'])

/** Reads a column as a field of this type answers it. */
export function columnWriter(row: Row, column: Column, type: GraphQLOutputType): Write<RowCells> {
  const name = columnOf(row, column.name)
  if (isListType(getNullableType(type))) return listWriter(row, name, column, type)
  if (column.isList) throw new UnsupportedError(`the list ${column.name} as one value`)
  const [held, sql] = scalarForm(name, column, getNamedType(type))
  if (isNonNullType(type)) row.showsAbsence = true
  return cellWriter(row, [sql], held, type)
}

/** Reads SQL that gives the text of a field's answer: a string's own, or that of a number or a truth value. */
export function valueWriter(row: Row, value: Sql, type: GraphQLOutputType): Write<RowCells> {
  return cellWriter(row, value, NUMBERS.has(getNamedType(type).name) ? 'JSON' : 'TEXT', type)
}

function cellWriter(row: Row, value: Sql, held: Held, type: GraphQLOutputType): Write<RowCells> {
  const place = held === 'TEXT' ? cellOf(row, value) : jsonCellOf(row, value)
  const read = isNonNullType(type) ? presentCell : cellAt
  return (cells) => read(cells, place)
}

function listWriter(row: Row, name: string, column: Column, type: GraphQLOutputType): Write<RowCells> {
  if (!column.isList || column.type !== 'String' || getNamedType(type).name !== 'String') {
    throw new UnsupportedError(`the list ${column.name}`)
  }
  const place = jsonCellOf(row, [`to_json(${name})`])
  return (cells) => {
    const cell = cellAt(cells, place)
    return cell === 'null' ? '[]' : cell
  }
}

function scalarForm(name: string, column: Column, type: GraphQLNamedType): readonly [Held, string] {
  if (isEnumType(type)) {
    const named = new Set(
      type.getValues().flatMap((value) => (value.name === value.value ? [value.name] : [])),
    )
    if (column.values?.every((value) => named.has(value)) !== true) throw new UnsupportedError(type.name)
    return ['TEXT', name]
  }
  const form = SCALARS[`${column.type} as ${type.name}`]
  if (form === undefined) throw new UnsupportedError(`${column.type} as ${type.name}`)
  return [form.held, form.text(name)]
}

interface Form {
  readonly held: Held
  text(name: string): string
}

const TEXT: Form = { held: 'TEXT', text: (name) => name }
const JSON_TEXT: Form = { held: 'JSON', text: (name) => name }

const SCALARS: Readonly<Record<string, Form>> = {
  'String as String': TEXT,
  'String as ID': TEXT,
  'Int as Int': JSON_TEXT,
  'Boolean as Boolean': JSON_TEXT,
  'Json as JSON': JSON_TEXT,
  'DateTime as DateTime': { held: 'TEXT', text: instantText },
  // Every Date is a date in the database: it has no zone to be read in.
  'DateTime as Date': { held: 'TEXT', text: (name) => `to_char(${name},'YYYY-MM-DD')` },
}

/** SQL for the text of an instant, to the millisecond and in UTC. */
export function instantText(name: string): string {
  return `to_char(${name} at time zone 'UTC',${INSTANT})`
}
