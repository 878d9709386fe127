import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { FINDING_STATES, readFindingSearch } from './finding-search.ts'
import { FindingListQuery, type FindingRow } from './finding.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'state',
    label: 'State',
    choices: FINDING_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
  {
    name: 'clause',
    label: 'Clause',
    choices: CLAUSE_IDS.map((id) => ({ value: id, label: `${id} ${CLAUSES[id].title}` })),
  },
]

/** What does not hold, as far as the reader may see, newest first. */
export function FindingListPage() {
  const search = useSearch({ from: '/findings' })
  const navigate = useNavigate({ from: '/findings' })
  const { state: wanted, clause } = search
  const variables = { first: PAGE_SIZE, after: cursorOf(search), state: wanted, clause }
  const [state, retry] = useQuery({ query: FindingListQuery, variables, context: CHANGING_RECORDS })
  return (
    <>
      <PageHeading title="Findings" />
      <FilterForm
        label="Filter findings"
        fields={FILTERS}
        values={{ state: wanted, clause }}
        onFilter={(values) => void navigate({ search: readFindingSearch(values) })}
      />
      <QueryView state={state} what="the findings" onRetry={retry}>
        {({ findings: { edges, pageInfo, totalCount } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, totalCount)}.
            </p>
            {edges.length === 0 ? (
              <EmptyState title="No finding">
                <p>Nothing that you may see breaks a clause, or none matches the filters.</p>
              </EmptyState>
            ) : (
              <FindingTable findings={edges.map(({ node }) => node)} />
            )}
            <Pager
              paging={search}
              shown={edges.length}
              total={totalCount}
              next={pageInfo}
              onGo={(paging) =>
                void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...paging }) })
              }
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function FindingTable({ findings }: { readonly findings: readonly FindingRow[] }) {
  return (
    <DataTable
      caption="Findings, newest first"
      rows={findings}
      rowKey={({ id }) => id}
      columns={[
        { label: 'What is the matter', rowHeader: true, cell: ({ detail }) => detail },
        { label: 'Account', cell: ({ account }) => <FindingAccount account={account} /> },
        { label: 'Component', cell: ({ component }) => component.code },
        { label: 'Clause', cell: ({ clause }) => (clause ? <ClauseText clause={clause} /> : 'None') },
        {
          label: 'State',
          cell: ({ state }) => <StatusTag status={state} tone={state === 'OPEN' ? 'WARNING' : 'ENDED'} />,
        },
        { label: 'Since', cell: ({ openedAt }) => <InstantText at={openedAt} /> },
      ]}
    />
  )
}

function FindingAccount({ account }: Pick<FindingRow, 'account'>) {
  if (account === null) return 'None'
  return (
    <Link
      to="/accounts/$slug"
      params={{ slug: account.slug }}
      search={{ tab: 'findings' }}
      className="usa-link"
    >
      {account.title}
    </Link>
  )
}
