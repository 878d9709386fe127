import { createHash } from 'node:crypto'
import type { AuditChange, AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { canonicalJson } from '@official-accounts/domain/audit/canonical-bytes'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'

/** A record that an import made or changed: what the audit keeps of it is a digest before and after. */
export interface RecordChange {
  /** `Account/<id>`, `Listing/<id>` or `Finding/<id>`. */
  readonly record: string
  /** The chains it belongs to: two when an account moved from one component to another; none is the department's. */
  readonly componentIds: readonly (string | null)[]
  readonly before: string | null
  readonly after: string
}

/** The digest of a record's facts: SHA-256 over their canonical JSON. */
export function digestOf(facts: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(facts)).digest('hex')}`
}

/** One audit entry per chain that lists a digest for every record of it. */
export function auditChanges(
  migrationId: string,
  changes: readonly RecordChange[],
  reason: string,
  clauses: readonly ClauseId[],
): readonly AuditEntry[] {
  const byChain = new Map<string | null, AuditChange[]>()
  for (const { record, componentIds, before, after } of changes) {
    for (const componentId of new Set(componentIds)) {
      const listed = byChain.get(componentId) ?? []
      listed.push({ field: record, before, after })
      byChain.set(componentId, listed)
    }
  }
  return [...byChain].map(([componentId, listed]) => ({
    action: 'migration.apply' as const,
    componentId,
    subjectType: 'Migration' as const,
    subjectId: migrationId,
    clauses,
    reason,
    changes: listed,
  }))
}
