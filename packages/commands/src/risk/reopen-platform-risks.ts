import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { dayOf, RISK_CLAUSES, type RiskReviewCause } from '@official-accounts/domain/risk/risk'

/** What a change of a platform's texts says of each risk that it makes due. */
export interface PlatformRiskChange {
  readonly platformId: string
  readonly because: RiskReviewCause
  readonly reason: string
}

/** The privacy risks on a platform that were assessed are to be looked at again from today on (IV.C.3, IV.C.5). */
export async function reopenPlatformRisks(
  tx: Tx,
  { platformId, because, reason }: PlatformRiskChange,
  now: Date,
): Promise<readonly AuditEntry[]> {
  const today = dayOf(now)
  const due = await tx.$queryRaw<DueRisk[]>`
    UPDATE risk SET review_by = ${today}::date, review_because = ${because}::"RiskReviewCause",
      version = risk.version + 1, changed_at = ${now}::timestamptz
    FROM (SELECT id, review_by, review_because FROM risk WHERE platform_id = ${platformId}::uuid
      AND area = 'PRIVACY' AND state <> 'CLOSED' AND review_by > ${today}::date ORDER BY id FOR UPDATE) AS old
    WHERE risk.id = old.id
    RETURNING risk.id, risk.component_id AS "componentId", old.review_by AS before,
      old.review_because::text AS "becauseBefore"`
  return due.map(({ id, componentId, before, becauseBefore }) => ({
    action: 'platform.recordTermsChange',
    componentId,
    subjectType: 'Risk',
    subjectId: id,
    clauses: RISK_CLAUSES.PRIVACY,
    reason,
    changes: [
      { field: 'reviewBy', before: before.toISOString(), after: today.toISOString() },
      { field: 'reviewBecause', before: becauseBefore, after: because },
    ],
  }))
}

interface DueRisk {
  readonly id: string
  readonly componentId: string
  readonly before: Date
  readonly becauseBefore: string
}
