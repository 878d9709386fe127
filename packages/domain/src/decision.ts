import type { Refusal } from './errors.ts'

/** What a rule answers: go on with this outcome, or a refusal that says why not. */
export type Decision<Outcome> =
  | { readonly allowed: true; readonly outcome: Outcome }
  | { readonly allowed: false; readonly refusal: Refusal }

/** The rule allows it, with this outcome. */
export function allow<Outcome>(outcome: Outcome): Decision<Outcome> {
  return { allowed: true, outcome }
}

/** The rule refuses it. */
export function refuse(refusal: Refusal): Decision<never> {
  return { allowed: false, refusal }
}

/** The first refusal among checks, or null when none refuses. */
export function firstRefusal(...checks: readonly (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const refusal = check()
    if (refusal) return refusal
  }
  return null
}
