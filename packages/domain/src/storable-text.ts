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

// Line breaks and other control characters; what has no width; what turns the direction of the text around.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u

/** Whether a text is one line that reads as it is written. */
export function isOneLine(text: string): boolean {
  return !UNSEEN.test(text)
}
