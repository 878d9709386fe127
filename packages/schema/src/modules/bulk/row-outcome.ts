import { bulkOutcome, type BulkOutcome } from '@official-accounts/domain/bulk/bulk-outcome'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import type { Refusal } from '@official-accounts/domain/errors'

/** What becomes, or became, of one account of a bulk action. */
export interface RowOutcome {
  readonly outcome: BulkOutcome
  readonly code: Refusal['code'] | null
  readonly reason: string | null
  readonly clauses: readonly ClauseId[]
}

/** The outcome that a refusal means; a change when there is none. */
export function rowOutcome(refusal: Refusal | null): RowOutcome {
  return {
    outcome: bulkOutcome(refusal),
    code: refusal?.code ?? null,
    reason: refusal?.message ?? null,
    clauses: refusal && 'clauses' in refusal ? refusal.clauses : [],
  }
}
