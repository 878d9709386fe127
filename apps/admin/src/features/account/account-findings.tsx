import { Link } from '@tanstack/react-router'
import { useMayEver } from '../../session/viewer-context.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { AccountDetail } from './account.documents.ts'

interface AccountFindingsProps {
  /** The account's global id. */
  readonly account: string
  readonly findings: AccountDetail['findings']
}

/** Which clauses an account breaks or broke. */
export function AccountFindings({ account, findings }: AccountFindingsProps) {
  const mayOpen = useMayEver('finding.open')
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">Findings</h2>
      {mayOpen && (
        <p>
          <Link to="/findings/open" search={{ account }} className="usa-link">
            Open a finding
          </Link>
        </p>
      )}
      {findings.length === 0 && (
        <EmptyState title="No finding">
          <p>Nothing about this account is known to break a clause.</p>
        </EmptyState>
      )}
      <ul className="entry-list">
        {findings.map(({ id, state, detail, clause, openedAt, closedAt }) => (
          <li key={id} className="entry">
            <h3 className="entry__title">
              <StatusTag status={state} tone={state === 'OPEN' ? 'WARNING' : 'ENDED'} />{' '}
              <Link to="/findings/$id" params={{ id }} className="usa-link">
                {detail}
              </Link>
            </h3>
            {clause && (
              <p>
                <ClauseText clause={clause} />
              </p>
            )}
            <p className="entry__who">
              Since <InstantText at={openedAt} />
              {closedAt && (
                <>
                  , until <InstantText at={closedAt} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
