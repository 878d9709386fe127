import { useState } from 'react'
import type { FormValues } from './form-field.ts'

/** One thing a person could have read on a record before changing it. */
export interface SeenFact {
  /** Equal to the form's field that changes it, where there is one. */
  readonly name: string
  readonly label: string
  readonly value: string
}

/** What a change of a record is made from. */
export interface Versioned {
  readonly version: number
}

/** Somebody else's change, field by field. */
export interface FactDifference {
  readonly label: string
  readonly before: string
  readonly now: string
  /** What was typed for the same field; null where the form does not ask. */
  readonly yours: string | null
}

/** Which of the facts differ between two versions of a record, and what was typed for each. */
export function compareFacts(
  before: readonly SeenFact[],
  now: readonly SeenFact[],
  values: FormValues,
): FactDifference[] {
  return now.flatMap(({ name, label, value }) => {
    const earlier = before.find((fact) => fact.name === name)?.value ?? ''
    return earlier === value ? [] : [{ label, before: earlier, now: value, yours: values[name] ?? null }]
  })
}

/**
 * Holds the version of a record that a form began with while newer ones arrive: a change is always sent with the
 * version its maker has seen.
 */
export function useSeenVersion<Record extends Versioned>(current: Record) {
  const [seen, setSeen] = useState(current)
  return { seen, isStale: seen.version !== current.version, acceptCurrent: () => setSeen(current) }
}
