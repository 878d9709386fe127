import type { IncidentKind, IncidentState } from '@official-accounts/domain/incident/incident'
import type { StatusTone } from '../../ui/status-tag.tsx'
import type { IncidentRow } from './incident.documents.ts'

/** What each kind of incident is called. */
export const INCIDENT_KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  COMPROMISE: 'Others got hold of an account',
  IMPERSONATION: 'Somebody poses as an official account',
}

/** How the state of an incident is shown. */
export const INCIDENT_TONES: Readonly<Record<IncidentState, StatusTone>> = {
  REPORTED: 'WARNING',
  CONTAINED: 'WAITING',
  RESOLVED: 'ENDED',
}

/** An incident in a line: what happened to which account. */
export function incidentTitle({ kind, account, address }: IncidentRow): string {
  if (kind === 'COMPROMISE') return `Compromise of ${account?.title ?? 'an account'}`
  return `Impostor ${address ?? 'without an address'}`
}
