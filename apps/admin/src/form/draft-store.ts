import type { FormValues } from './form-field.ts'

/** What had been typed into a form when it was left, and when. */
export interface Draft {
  readonly values: FormValues
  readonly savedAt: string
}

const PREFIX = 'official-accounts.draft.'

/** Reads a draft; null when there is none, or none that can be read. */
export function readDraft(storage: Storage, key: string): Draft | null {
  try {
    const read: unknown = JSON.parse(storage.getItem(PREFIX + key) ?? 'null')
    return isDraft(read) ? read : null
  } catch {
    return null
  }
}

/** Keeps a draft. A browser that keeps nothing is no reason to stop typing. */
export function keepDraft(storage: Storage, key: string, draft: Draft): void {
  try {
    storage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    // Full or forbidden: the form works without.
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

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('savedAt' in value))
    return false
  const { values, savedAt } = value
  if (typeof savedAt !== 'string' || typeof values !== 'object' || values === null) return false
  return Object.values(values).every((part) => typeof part === 'string')
}
