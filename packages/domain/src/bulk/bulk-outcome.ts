import type { Refusal, RefusalCode } from '../errors.ts'

/** What a bulk action means for one account: it changes, it is passed over, or it is not the caller's to change. */
export const BULK_OUTCOMES = ['CHANGES', 'SKIPPED', 'NOT_ALLOWED'] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

const NOT_THEIRS: readonly RefusalCode[] = ['FORBIDDEN', 'STRONGER_SIGN_IN', 'NOT_FOUND']

/** The outcome behind a decision: what the caller may not do is told apart from what does not apply. */
export function bulkOutcome(refusal: Refusal | null): BulkOutcome {
  if (refusal === null) return 'CHANGES'
  return NOT_THEIRS.includes(refusal.code) ? 'NOT_ALLOWED' : 'SKIPPED'
}
