import type { InputIssue } from './errors.ts'

/**
 * What in a value no text column can hold: NUL, which PostgreSQL refuses, and half of a surrogate pair, which is no
 * character. One issue a text, named by its path; objects and lists are looked through.
 */
export function unstorableText(value: unknown, path: string): readonly InputIssue[] {
  if (typeof value === 'string')
    return isStorable(value) ? [] : [{ path, message: 'It holds characters that cannot be kept.' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => [
    ...(isStorable(key) ? [] : [{ path, message: 'A name in it holds characters that cannot be kept.' }]),
    ...unstorableText(member, path === '' ? key : `${path}.${key}`),
  ])
}

/** Whether a text can be kept as it is. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
