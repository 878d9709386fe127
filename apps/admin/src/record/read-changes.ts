import { isRecordId } from '@official-accounts/domain/record-id'
import { dateWords, instantWords } from '../ui/dates.tsx'
import { enumWords, fieldWords } from '../ui/words.ts'

/** What a field was or became: nothing, words, or other records by their ids. */
export type ChangeValue =
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'WORDS'; readonly words: string }
  | { readonly kind: 'RECORDS'; readonly type: RecordType; readonly ids: readonly string[] }

/** The kinds of records that changes name. */
export type RecordType = 'Person' | 'Account' | 'Component' | 'Platform'

/** A field that an audit entry says was changed. */
export interface FieldChange {
  readonly label: string
  readonly before: ChangeValue
  readonly after: ChangeValue
}

const NOTHING: ChangeValue = { kind: 'NOTHING' }

/** Reads an audit entry's changes, which are JSON of any age: what is not understood is shown as it is. */
export function readChanges(changes: unknown): FieldChange[] {
  if (Array.isArray(changes)) return changes.flatMap(readOne)
  if (typeof changes !== 'object' || changes === null) return []
  return Object.entries(changes).map(([field, value]) => ({
    label: fieldWords(field.replace(/Id$/, '')),
    before: NOTHING,
    after: readValue(field, value),
  }))
}

function readOne(change: unknown): FieldChange[] {
  if (typeof change !== 'object' || change === null || !('field' in change)) return []
  const field = String(change.field)
  const facts = field === 'evidence' && 'after' in change ? factsIn(change.after) : null
  if (facts !== null) return facts
  return [
    {
      label: fieldWords(field.replace(/Id$/, '')),
      before: 'before' in change ? readValue(field, change.before) : NOTHING,
      after: 'after' in change ? readValue(field, change.after) : NOTHING,
    },
  ]
}

/** What was on record when an account was certified: kept as one text of JSON, told fact by fact. */
function factsIn(evidence: unknown): FieldChange[] | null {
  if (typeof evidence !== 'string' || !evidence.startsWith('{')) return null
  try {
    return readChanges(JSON.parse(evidence))
      .filter(({ after }) => after.kind !== 'NOTHING')
      .map(asEvidence)
  } catch {
    return null
  }
}

function asEvidence(fact: FieldChange): FieldChange {
  return {
    ...fact,
    label: `On record, ${fact.label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const DATE = /^\d{4}-\d\d-\d\d$/

function readValue(field: string, value: unknown): ChangeValue {
  if (value === null || value === undefined || value === '') return NOTHING
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (parts.length === 0) return NOTHING
  const type = recordType(field)
  const ids = parts.filter((part) => typeof part === 'string' && isRecordId(part)).map(String)
  if (type !== null && ids.length === parts.length) return { kind: 'RECORDS', type, ids }
  return { kind: 'WORDS', words: parts.map(spoken).join(', ') }
}

// A field's name tells whose id it holds.
function recordType(field: string): RecordType | null {
  if (/contact|person|By(Id)?$/i.test(field)) return 'Person'
  if (/^(similarTo|account|successor)/.test(field)) return 'Account'
  if (/^(component|parent)/.test(field)) return 'Component'
  return field.startsWith('platform') ? 'Platform' : null
}

function spoken(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'string') return JSON.stringify(value)
  if (INSTANT.test(value)) return instantWords(value)
  if (DATE.test(value)) return dateWords(value)
  return /^[A-Z][A-Z_]{2,}$/.test(value) ? enumWords(value) : value
}
