import type { Permission } from '../access/permissions.ts'
import type { ClauseId } from '../directive/clauses.ts'

/** A value as the audit keeps it. People appear by id only, never by name or address. */
export type AuditValue = string | number | boolean | null | readonly string[]

/** What a field was and what it became. */
export interface AuditChange {
  readonly field: string
  readonly before: AuditValue
  readonly after: AuditValue
}

/** What a command says happened to one record. Actor, time, place in the chain and hashes are added as it is written. */
export interface AuditEntry {
  readonly action: Permission
  /** The component whose chain holds it; null for the department's. */
  readonly componentId: string | null
  readonly subjectType: SubjectType
  readonly subjectId: string
  readonly clauses: readonly ClauseId[]
  readonly reason: string | null
  readonly changes: readonly AuditChange[]
}

export type SubjectType =
  | 'Account'
  | 'Platform'
  | 'ReviewRequirement'
  | 'Component'
  | 'Person'
  | 'RoleGrant'
  | 'Delegation'
  | 'Exception'
  | 'AccessGrant'
  | 'Finding'
  | 'CorrectiveAction'
  | 'RequestForm'
  | 'DiscoveredAccount'
  | 'GuidanceDocument'
  | 'GuidanceVersion'
  | 'TrainingCourse'
  | 'TrainingCompletion'
  | 'ComponentProcess'
  | 'ComponentPolicy'
  | 'Migration'
  | 'MigrationRow'
  | 'Publication'
  | 'SavedView'
  | 'PolicySetting'
  | 'SecurityPolicy'
  | 'AccountTimer'
  | 'Certification'
  | 'CertificationPart'
  | 'CertificationAnswer'
  | 'Notification'
  | 'MailOutage'
  | 'MailRefusal'
  | 'Incident'
  | 'Risk'
  | 'RiskMitigation'
  | 'LawChecklist'
  | 'ModerationAction'
  | 'PrivacyApproval'

/** The changes between two states of a record, field by field, in the order of `fields`. */
export function changesBetween<Field extends string>(
  fields: readonly Field[],
  before: Readonly<Partial<Record<Field, unknown>>>,
  after: Readonly<Partial<Record<Field, unknown>>>,
): readonly AuditChange[] {
  return fields.flatMap((field) => {
    const change = { field, before: auditValue(before[field]), after: auditValue(after[field]) }
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change]
  })
}

/** A stored value in the form the audit keeps. */
export function auditValue(value: unknown): AuditValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(String)
  return JSON.stringify(value)
}
