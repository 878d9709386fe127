import { DISCOVERED_ACCOUNT_STATES } from '@official-accounts/domain/discovered-account/discovered-account'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { DISCOVERED_ACCOUNT_TONES } from './discovered-account-commands.ts'
import { readDiscoveredAccountSearch } from './discovered-account-search.ts'
import { DiscoveredAccountsQuery, type DiscoveredAccountRow } from './discovered-account.documents.ts'

const CHANGING = { additionalTypenames: ['DiscoveredAccount'] }
const FILTERS = [
  {
    name: 'state',
    label: 'State',
    choices: DISCOVERED_ACCOUNT_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
]

/** Accounts found in use without approval, as far as the reader may see, newest first (V.B.8). */
export function DiscoveredAccountListPage() {
  const { state: wanted, after } = useSearch({ from: '/discovered' })
  const navigate = useNavigate({ from: '/discovered' })
  const mayReport = useMayEver('discoveredAccount.report')
  const variables = { state: wanted ?? null, after: after ?? null }
  const [state, retry] = useQuery({ query: DiscoveredAccountsQuery, variables, context: CHANGING })
  return (
    <>
      <PageHeading title="Discovered accounts" />
      <p className="usa-intro-small">
        Accounts seen in use that nobody approved. Public Affairs adopts or closes each one (V.B.8); a finding
        stands until it has.
      </p>
      {mayReport && (
        <p>
          <Link to="/discovered/report" className="usa-button">
            Report an account
          </Link>
        </p>
      )}
      <FilterForm
        label="Filter discovered accounts"
        fields={FILTERS}
        values={{ state: wanted }}
        onFilter={(values) => void navigate({ search: readDiscoveredAccountSearch({ ...values }) })}
      />
      <QueryView state={state} what="the discovered accounts" onRetry={retry}>
        {({ discoveredAccounts: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title="No discovered account">
              <p>None is reported that you may see.</p>
            </EmptyState>
          ) : (
            <>
              <p>{totalCount.toLocaleString('en-US')} in all</p>
              <DiscoveredAccountTable rows={edges.map(({ node }) => node)} />
              {pageInfo.hasNextPage && (
                <Link
                  to="/discovered"
                  search={{ state: wanted, after: pageInfo.endCursor ?? undefined }}
                  className="usa-link"
                >
                  Older ones
                </Link>
              )}
            </>
          )
        }
      </QueryView>
    </>
  )
}

function DiscoveredAccountTable({ rows }: { readonly rows: readonly DiscoveredAccountRow[] }) {
  return (
    <DataTable
      caption="Discovered accounts, newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: 'Address',
          rowHeader: true,
          cell: ({ id, profileUrl }) => (
            <Link to="/discovered/$id" params={{ id }} className="usa-link">
              {profileUrl}
            </Link>
          ),
        },
        {
          label: 'State',
          cell: ({ state }) => (
            <StatusTag status={state} tone={DISCOVERED_ACCOUNT_TONES[state] ?? 'WAITING'} />
          ),
        },
        { label: 'Component', cell: ({ component }) => component.code },
        { label: 'Seen', cell: ({ whereSeen }) => whereSeen },
        { label: 'Reported', cell: ({ reportedAt }) => <InstantText at={reportedAt} /> },
      ]}
    />
  )
}
