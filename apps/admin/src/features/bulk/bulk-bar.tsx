import { Link } from '@tanstack/react-router'
import { MOST_IN_BULK, MOST_PER_CALL } from '@official-accounts/domain/bulk/bulk-actions'
import { useMayEver } from '../../session/viewer-context.ts'
import { accountFilter, type AccountConditions } from '../account/account-search.ts'

interface BulkBarProps {
  readonly chosen: ReadonlySet<string>
  readonly total: number | null
  readonly search: AccountConditions
}

/** From a list to a bulk action: with the chosen accounts, or with all that the filter has. */
export function BulkBar({ chosen, total, search }: BulkBarProps) {
  const all = total ?? 0
  const mayCertify = useMayEver('certification.open')
  const picked = chosen.size > 0 && chosen.size <= MOST_PER_CALL
  return (
    <div className="bulk-bar" role="group" aria-label="Act on several accounts">
      <p role="status">{chosen.size === 0 ? 'None chosen.' : `${chosen.size} chosen.`}</p>
      {picked && (
        <Link to="/accounts/bulk" search={{ ids: [...chosen] }} className="usa-button usa-button--outline">
          Act on the chosen
        </Link>
      )}
      {chosen.size > MOST_PER_CALL && (
        <p>At most {MOST_PER_CALL} are chosen one by one: narrow the list and take all of it.</p>
      )}
      {all > MOST_IN_BULK ? (
        <p>
          A bulk action takes at most {MOST_IN_BULK.toLocaleString('en-US')} accounts: narrow the list first.
        </p>
      ) : (
        <Link to="/accounts/bulk" search={accountFilter(search)} className="usa-button usa-button--outline">
          Act on all {all.toLocaleString('en-US')} in this filter
        </Link>
      )}
      {mayCertify && (
        <Link
          to="/certifications/open"
          search={picked ? { ids: [...chosen] } : accountFilter(search)}
          className="usa-button usa-button--outline"
        >
          Open a certification of {picked ? 'the chosen' : 'all in this filter'}
        </Link>
      )}
    </div>
  )
}
