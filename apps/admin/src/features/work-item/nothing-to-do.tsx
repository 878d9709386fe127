import { Link } from '@tanstack/react-router'
import { useMayEver, useViewer } from '../../session/viewer-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Says that nothing waits, in a queue or at all, what would, and what to do then. */
export function NothingToDo({ queue }: { readonly queue: string | undefined }) {
  const { roles } = useViewer()
  const mayRequest = useMayEver('account.request')
  if (queue !== undefined) {
    return (
      <EmptyState title={`Nothing is left in “${queue}”`}>
        <p>
          <Link to="/" search={{}} className="usa-link">
            Show all that waits for you
          </Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing waits for you">
      <p>
        {roles.length === 0
          ? 'You hold no role yet, so nothing comes to you. An administrator of roles grants one; they are listed among the people.'
          : 'Requests, claims and reviews appear here by themselves when it is your turn.'}
      </p>
      <ul className="usa-list">
        <li>
          <Link to="/accounts" className="usa-link">
            Look through the accounts
          </Link>
        </li>
        {mayRequest && (
          <li>
            <Link to="/accounts/request" className="usa-link">
              Request an account
            </Link>
          </li>
        )}
      </ul>
    </EmptyState>
  )
}
