import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'

/** The finding of an account that names no official outlet beside the platform (V.B.10). */
export const OUTLET_FINDING = 'NO_OFFICIAL_OUTLET'

/** Closes the finding once an outlet is named; nothing where there is none. Answers with what the audit says of it. */
export async function closeOutletFinding(
  tx: Tx,
  account: { readonly id: string; readonly componentId: string },
  now: Date,
): Promise<readonly AuditEntry[]> {
  const closed = await tx.finding.updateManyAndReturn({
    where: { accountId: account.id, code: OUTLET_FINDING, state: 'OPEN' },
    data: { state: 'CLOSED', closedAt: now },
    select: { id: true },
  })
  return closed.map(({ id }) => ({
    action: 'account.update',
    componentId: account.componentId,
    subjectType: 'Finding',
    subjectId: id,
    clauses: ['V.B.10'],
    reason: 'An official outlet is named.',
    changes: [{ field: 'state', before: 'OPEN', after: 'CLOSED' }],
  }))
}
