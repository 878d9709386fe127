import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useMayEver, useViewer } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { AccountFilterForm } from './account-filter-form.tsx'
import { AccountListQuery } from './account-list.documents.ts'
import { accountFilter, isFiltered, type AccountSearch } from './account-search.ts'
import { AccountTable } from './account-table.tsx'
import { BulkClaim } from './bulk-claim.tsx'
import { isClaimable } from './claimable.ts'

/** The list of accounts: filtered, sorted and paged by the server, all of it in the address. */
export function AccountListPage() {
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const viewer = useViewer()
  const mayClaim = useMayEver('account.claim')
  const mayRequest = useMayEver('account.request')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const variables = {
    first: PAGE_SIZE,
    after: cursorOf(search),
    filter: accountFilter(search),
    orderBy: search.order,
  }
  const [state, retry] = useQuery({ query: AccountListQuery, variables, context: CHANGING_RECORDS })

  function go(change: AccountSearch) {
    setSelected(new Set())
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...change }) })
  }

  return (
    <>
      <PageHeading title="Accounts" />
      {mayRequest && (
        <p>
          <Link to="/accounts/request" className="usa-button">
            Request an account
          </Link>
        </p>
      )}
      <AccountFilterForm search={search} onFilter={go} onClear={() => void navigate({ search: {} })} />
      <QueryView state={state} what="the accounts" onRetry={retry}>
        {({ accounts: { edges, pageInfo, totalCount } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, totalCount)}.{state.stale && ' Updating…'}
            </p>
            {edges.length === 0 && <NoAccounts filtered={isFiltered(search)} />}
            {mayClaim && (
              <BulkClaim
                selected={edges.flatMap(({ node }) => (selected.has(node.id) ? [node] : []))}
                onDone={() => setSelected(new Set())}
              />
            )}
            {edges.length > 0 && (
              <AccountTable
                accounts={edges.map(({ node }) => node)}
                order={search.order ?? 'SLUG'}
                onOrder={(order) => go({ order })}
                selection={
                  mayClaim
                    ? {
                        mayChoose: (account) => isClaimable(viewer, account),
                        selected,
                        onSelect: setSelected,
                      }
                    : null
                }
              />
            )}
            <Pager paging={search} shown={edges.length} total={totalCount} next={pageInfo} onGo={go} />
          </>
        )}
      </QueryView>
    </>
  )
}

function NoAccounts({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No account matches these filters">
      <p>Take a filter away, or look for another part of the name, the handle or the address.</p>
    </EmptyState>
  ) : (
    <EmptyState title="There is no account that you may see">
      <p>Accounts of your component appear here once they are requested or imported.</p>
    </EmptyState>
  )
}
