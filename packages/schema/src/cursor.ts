import { badInput } from './bad-input.ts'

/** A place in a list as callers carry it to the next page: opaque to them, values to us. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values of a cursor, to be checked before they are used; none when it is no cursor at all. */
export function decodeCursor(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(values) ? values : []
  } catch {
    return []
  }
}

/** What is said of every broken cursor. */
export function noCursor(): Error {
  return badInput('after: this is no cursor of this list.')
}
