import type { Refusal } from '@official-accounts/domain/errors'

/** A request answers the form in force: one that was adopted meanwhile is shown before it is answered (V.B.3). */
export function checkFormVersion(answered: number | null, inForce: number): Refusal | null {
  if (answered === null || answered === inForce) return null
  return {
    code: 'STALE_VERSION',
    message: `The request form has changed: this answers version ${answered}, and version ${inForce} is in force.`,
    expected: answered,
    actual: inForce,
  }
}
