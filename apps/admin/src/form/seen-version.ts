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

/** Somebody else's change of one fact. */
export interface FactDifference {
  readonly name: string
  readonly label: string
  readonly before: string
  readonly now: string
}

/** What a form has to know of a newer version of its record than the one it began with. */
export interface NewerVersion {
  /** Whether there is one. */
  readonly isStale: boolean
  /** What the form's fields would begin with now. */
  readonly latest: FormValues
  readonly differences: readonly FactDifference[]
  /** From now on changes are made from the newest version. */
  readonly accept: () => void
}

/** Which of the facts differ between two versions of a record. */
export function compareFacts(before: readonly SeenFact[], now: readonly SeenFact[]): FactDifference[] {
  const gone = before.filter(({ name }) => !now.some((fact) => fact.name === name))
  return [...now, ...gone.map((fact) => ({ ...fact, value: '' }))].flatMap(({ name, label, value }) => {
    const earlier = before.find((fact) => fact.name === name)?.value ?? ''
    return earlier === value ? [] : [{ name, label, before: earlier, now: value }]
  })
}

interface SeenVersionOptions<Record> {
  readonly initial: (record: Record) => FormValues
  readonly facts: (record: Record) => readonly SeenFact[]
}

/**
 * Holds the version of a record that a form began with while newer ones arrive: a change is always sent with the
 * version its maker has seen.
 */
export function useSeenVersion<Record extends Versioned>(
  current: Record,
  { initial, facts }: SeenVersionOptions<Record>,
) {
  const [seen, setSeen] = useState(current)
  const newer: NewerVersion = {
    isStale: seen.version !== current.version,
    latest: initial(current),
    differences: compareFacts(facts(seen), facts(current)),
    accept: () => setSeen(current),
  }
  return { seen, initial: initial(seen), newer }
}
