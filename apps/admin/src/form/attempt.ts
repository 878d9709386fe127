import type { FormValues } from './form-field.ts'

/** One try at a change. Its key makes a repetition of the same try safe. */
export interface Attempt {
  readonly key: string
  readonly values: string
  readonly answered: boolean
}

/**
 * The attempt to send now: the last one again when it got no answer and nothing was changed since, for then it may
 * have happened; otherwise a new one.
 *
 * @param newKey makes a key nobody has used
 */
export function nextAttempt(last: Attempt | null, values: FormValues, newKey: () => string): Attempt {
  const written = JSON.stringify(values)
  if (last !== null && !last.answered && last.values === written) return last
  return { key: newKey(), values: written, answered: false }
}
