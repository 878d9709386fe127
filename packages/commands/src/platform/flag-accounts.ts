import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import type { PlatformFacts } from '@official-accounts/domain/platform/platform'
import {
  PLATFORM_PERMISSIONS,
  type PlatformAction,
} from '@official-accounts/domain/platform/platform-machine'

/**
 * Puts every live account on a platform into the review queue, and answers with one audit entry per component
 * that lists the accounts. Nothing is said where no account is concerned.
 */
export async function flagAccounts(
  tx: Tx,
  platform: PlatformFacts,
  action: PlatformAction,
  clauses: readonly ClauseId[],
  now: Date,
): Promise<readonly AuditEntry[]> {
  const flagged = await tx.$queryRaw<{ id: string; component_id: string }[]>`
    UPDATE account SET platform_review_since = ${now}, changed_at = ${now}, version = version + 1
    WHERE platform_id = ${platform.id}::uuid AND state NOT IN ('RETIRED', 'DENIED', 'WITHDRAWN')
      AND platform_review_since IS NULL
    RETURNING id, component_id`
  const byComponent = Map.groupBy(flagged, (account) => account.component_id)
  return [...byComponent].map(([componentId, accounts]) => ({
    action: PLATFORM_PERMISSIONS[action],
    componentId,
    subjectType: 'Platform',
    subjectId: platform.id,
    clauses,
    reason: null,
    changes: [{ field: 'accountsUnderReview', before: null, after: accounts.map(({ id }) => id).sort() }],
  }))
}
