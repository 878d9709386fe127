import type { Reach } from '@official-accounts/domain/access/actor'
import type { Sql } from './sql.ts'

/** A row as the SQL of its computed fields sees it. */
export interface HotRow {
  /** A column by the name Prisma has for it. */
  column(field: string): Sql
  /** Whether the row meets Prisma's condition at the instant of reading, never null. */
  holds(where: (reach: Reach, now: Date) => object): Sql
}

/** A computed field's other form: SQL that gives its resolver's answer as text. */
export interface HotValue {
  readonly kind: 'VALUE'
  text(row: HotRow): Sql
}

/** A list of keys in a column, each standing for an object known beforehand; unknown keys are left out. */
export interface HotLookup {
  readonly kind: 'LOOKUP'
  readonly column: string
  readonly objects: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
}

export type HotField = HotValue | HotLookup

const declared = new WeakSet<object>()

/** Declares how a computed field is read in SQL; goes into the field's `extensions`. */
export function hotValue(text: HotValue['text']): HotField {
  return remember({ kind: 'VALUE', text })
}

/** Declares a field that looks constants up; goes into the field's `extensions`. */
export function hotLookup(column: string, objects: HotLookup['objects']): HotField {
  return remember({ kind: 'LOOKUP', column, objects })
}

/** Whether an extension is such a declaration. */
export function isHotField(value: unknown): value is HotField {
  return typeof value === 'object' && value !== null && declared.has(value)
}

function remember(field: HotField): HotField {
  declared.add(field)
  return field
}
