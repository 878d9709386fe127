import type { RequestContext } from '../context.ts'
import type { KeysetQuery } from '../keyset.ts'

/** The rows one root field is asked for in one request. */
export interface RootRows {
  /** Prisma's condition without the page's own. */
  readonly where: object
  /** Null for a single record. */
  readonly page: KeysetQuery | null
}

/** What a statement's text is finished with for one request; values are told by their place. */
export interface Binding {
  readonly context: RequestContext
  readonly rows: readonly RootRows[]
  readonly values: unknown[]
}

/** Text of a statement, with places that only a request can fill. */
export type Sql = readonly (string | ((binding: Binding) => string))[]

/** Puts SQL together: strings stand for SQL themselves, never for values. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql {
  return texts.flatMap((text, index) => [text, ...asSql(parts[index] ?? '')])
}

/** Joins SQL by a separator. */
export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))
}

/** The finished text; values land in the binding. */
export function render(parts: Sql, binding: Binding): string {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : part(binding)
  return text
}

/** Adjacent strings made one, so that rendering has little to do. */
export function compact(parts: Sql): Sql {
  const merged: Sql[number][] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part
    else merged.push(part)
  }
  return merged
}

/** The place of a value in the statement. */
export function bind({ values }: Binding, value: unknown): string {
  return `$${values.push(value)}`
}

/** A name of the database's own. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A constant text. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function asSql(part: Sql | string): Sql {
  return typeof part === 'string' ? [part] : part
}
