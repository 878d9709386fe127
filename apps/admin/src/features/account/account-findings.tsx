import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { AccountDetail } from './account.documents.ts'

/** Which clauses an account breaks or broke. */
export function AccountFindings({ findings }: { readonly findings: AccountDetail['findings'] }) {
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">Findings</h2>
      {findings.length === 0 && (
        <EmptyState title="No finding">
          <p>Nothing about this account is known to break a clause.</p>
        </EmptyState>
      )}
      <ul className="entry-list">
        {findings.map(({ id, state, detail, clause, openedAt, closedAt }) => (
          <li key={id} className="entry">
            <h3 className="entry__title">
              <StatusTag status={state} tone={state === 'OPEN' ? 'WARNING' : 'ENDED'} /> {detail}
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
