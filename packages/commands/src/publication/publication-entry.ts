import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AuditChange, AuditEntry } from '@official-accounts/domain/audit/audit-entry'

/** What a command did to a publication; publications are the department's, so its chain holds the entry (V.B.6). */
export function publicationEntry(
  action: Permission,
  subjectId: string,
  changes: readonly AuditChange[],
  reason: string | null = null,
): AuditEntry {
  return {
    action,
    componentId: null,
    subjectType: 'Publication',
    subjectId,
    clauses: ['V.B.6'],
    reason,
    changes,
  }
}

/** A change of state, as the audit keeps it. */
export function stateChange(before: string | null, after: string): AuditChange {
  return { field: 'state', before, after }
}
