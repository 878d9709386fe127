import { lockIncidentRow } from '@official-accounts/db/facts/incident-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { IncidentFacts } from '@official-accounts/domain/incident/incident'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import type { Applied } from '../command.ts'

/** An incident under its lock. Throws NOT_FOUND, also for a reporter who may read it and not write it. */
export async function lockIncident(tx: Tx, id: string): Promise<IncidentFacts> {
  const incident = await lockIncidentRow(tx, id)
  if (incident === null) throw new DomainError(notFound('incident'))
  return incident
}

/** What a change of an incident answers with: itself, one audit entry and one event. */
export function incidentApplied(
  { id, componentId }: IncidentFacts,
  {
    event,
    ...entry
  }: Pick<AuditEntry, 'action' | 'clauses' | 'reason' | 'changes'> & { readonly event: EventKind },
): Applied {
  return {
    result: { type: 'Incident', id },
    audit: [{ ...entry, componentId, subjectType: 'Incident', subjectId: id }],
    events: [{ type: event, subjectType: 'Incident', subjectId: id }],
  }
}
