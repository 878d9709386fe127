import { fieldWords } from '../ui/words.ts'

/** A field that an audit entry says was changed. */
export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Reads an audit entry's changes, which are JSON of any age: what is not understood is shown as it is. */
export function readChanges(changes: unknown): FieldChange[] {
  if (Array.isArray(changes)) return changes.flatMap(readOne)
  if (typeof changes !== 'object' || changes === null) return []
  return Object.entries(changes).map(([field, value]) => ({
    label: fieldWords(field),
    before: '',
    after: spoken(value),
  }))
}

function readOne(change: unknown): FieldChange[] {
  if (typeof change !== 'object' || change === null || !('field' in change)) return []
  const before = 'before' in change ? spoken(change.before) : ''
  const after = 'after' in change ? spoken(change.after) : ''
  return [{ label: fieldWords(String(change.field)), before, after }]
}

function spoken(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
