import type { ClauseId } from '../directive/clauses.ts'
import type { Refusal } from '../errors.ts'
import type { Shortfall } from './compliance.ts'

/** Where a rule of a command says it already, the finding says the same, and is lifted by the same exceptions. */
export function fromRefusal(refusal: Refusal | null, clause: ClauseId): Shortfall | null {
  if (refusal === null) return null
  const clauses: Shortfall['clauses'] = refusal.code === 'POLICY_REFUSAL' ? refusal.clauses : [clause]
  return { message: refusal.message, clauses }
}
