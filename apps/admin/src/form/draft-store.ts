import type { FormValues } from './form-field.ts'

/** What had been typed into a form when it was left, and when. */
export interface Draft {
  readonly values: FormValues
  /** What each of these fields held before it was typed into: tells later what others changed meanwhile. */
  readonly base: FormValues
  readonly savedAt: string
}

const PREFIX = 'official-accounts.draft.'

/** Reads a draft; null when there is none, or none that can be read. */
export function readDraft(storage: Storage, key: string): Draft | null {
  try {
    return draftOf(JSON.parse(storage.getItem(PREFIX + key) ?? 'null'))
  } catch {
    return null
  }
}

/** Keeps a draft, and says whether that worked: a browser that keeps nothing is no reason to stop typing. */
export function keepDraft(storage: Storage, key: string, draft: Draft): boolean {
  try {
    storage.setItem(PREFIX + key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Forgets a draft. */
export function dropDraft(storage: Storage, key: string): void {
  try {
    storage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept there either.
  }
}

/**
 * Forgets every draft in this browser: for a sign-out on purpose, after which nothing typed stays on the machine.
 * A session that ends by itself keeps them.
 */
export function deleteDrafts(storage: Storage = localStorage): void {
  try {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at))
    for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key)
  } catch {
    // Nothing was kept there either.
  }
}

function draftOf(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('savedAt' in value))
    return null
  const { values, savedAt } = value
  if (typeof savedAt !== 'string' || !isValues(values)) return null
  return { values, savedAt, base: 'base' in value && isValues(value.base) ? value.base : {} }
}

function isValues(value: unknown): value is FormValues {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((part) => typeof part === 'string')
}
