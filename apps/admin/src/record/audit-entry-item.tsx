import { isRole, ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ClauseList } from '../ui/clause-list.tsx'
import { InstantText } from '../ui/dates.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { ActorName } from './actor-name.tsx'
import { actionTitle, reasonWords } from './audit-words.ts'
import { ChangeList } from './change-list.tsx'
import { readChanges } from './read-changes.ts'
import type { ShownAuditEntry } from './timeline.documents.ts'

interface AuditEntryItemProps {
  readonly entry: ShownAuditEntry
  /** On which record, where the list is of several. */
  readonly subject?: ReactNode
}

/** One entry of the audit: who, in which role, when, what changed, why, under which clauses. */
export function AuditEntryItem({ entry, subject }: AuditEntryItemProps) {
  const changes = readChanges(entry.changes)
  return (
    <li className="entry">
      <h3 className="entry__title">
        {actionTitle(entry.action)}{' '}
        {entry.outcome === 'REFUSED' && <StatusTag status={entry.outcome} tone="WARNING" />}
      </h3>
      <p className="entry__who">
        <ActorName kind={entry.actorKind} id={entry.actorId} />
        {entry.role !== null && `, ${roleTitle(entry.role)}`}, <InstantText at={entry.occurredAt} />
        {subject}
      </p>
      {entry.reason && <blockquote className="entry__reason">{reasonWords(entry.reason)}</blockquote>}
      {changes.length > 0 && <ChangeList changes={changes} />}
      {entry.clauses.length > 0 && <ClauseList clauses={entry.clauses} />}
      {entry.delegationId !== null && (
        <p>
          <Link to="/delegations/$id" params={{ id: entry.delegationId }} className="usa-link">
            Under this delegation
          </Link>
        </p>
      )}
    </li>
  )
}

function roleTitle(role: string): string {
  return isRole(role) ? ROLES[role].title : role
}
