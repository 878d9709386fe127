import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { ClauseList } from '../ui/clause-list.tsx'
import { InstantText } from '../ui/dates.tsx'
import { enumWords } from '../ui/words.ts'

/** A decision as a record lists it. */
export interface ListedDecision {
  readonly kind: string
  readonly decidedAt: string
  readonly reason: string | null
  readonly role: Role | null
  /** The delegation it was made under, where the role was lent (IV.A.4). */
  readonly delegation?: { readonly id: string } | null
  /** The exceptions without which it would have been refused, by id (V.B.12). */
  readonly usedExceptions?: readonly string[]
  readonly decidedBy: { readonly displayName: string }
  /** Advice it went over, where it did. */
  readonly overriddenReviews?: readonly string[]
  readonly clauses: readonly { readonly id: string; readonly title: string }[]
}

/** What was decided on a record, in order: who, in which role, why, under which clauses. */
export function DecisionList({ decisions }: { readonly decisions: readonly ListedDecision[] }) {
  if (decisions.length === 0) return <p>Nothing has been decided on this record yet.</p>
  return (
    <ol className="entry-list">
      {decisions.map((decision) => (
        <li key={`${decision.kind} ${decision.decidedAt}`} className="entry">
          <h3 className="entry__title">{enumWords(decision.kind)}</h3>
          <p className="entry__who">
            {decision.decidedBy.displayName}
            {decision.role && `, ${ROLES[decision.role].title}`}, <InstantText at={decision.decidedAt} />
          </p>
          {decision.reason && <blockquote className="entry__reason">{decision.reason}</blockquote>}
          {decision.overriddenReviews !== undefined && decision.overriddenReviews.length > 0 && (
            <p>Went over the advice: {decision.overriddenReviews.map(enumWords).join(', ')}</p>
          )}
          <ClauseList clauses={decision.clauses} />
          <RestsOn delegation={decision.delegation} usedExceptions={decision.usedExceptions} />
        </li>
      ))}
    </ol>
  )
}

function RestsOn({
  delegation = null,
  usedExceptions = [],
}: Pick<ListedDecision, 'delegation' | 'usedExceptions'>) {
  if (delegation === null && usedExceptions.length === 0) return null
  return (
    <p>
      {delegation && (
        <Link to="/delegations/$id" params={{ id: delegation.id }} className="usa-link">
          Under this delegation
        </Link>
      )}
      {usedExceptions.map((id, index) => (
        <Fragment key={id}>
          {(delegation !== null || index > 0) && ', '}
          <Link to="/exceptions/$id" params={{ id }} className="usa-link">
            {delegation === null && index === 0 ? 'By an exception' : 'by an exception'}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}
