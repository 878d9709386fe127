import { PLATFORM_STATES } from '@official-accounts/domain/platform/platform'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readPlatformSearch } from './platform-search.ts'
import { platformTone } from './platform-words.ts'
import { PlatformListQuery, type PlatformRow } from './platform.documents.ts'

const FILTERS: readonly FilterField[] = [
  { name: 'text', label: 'Name' },
  {
    name: 'state',
    label: 'State',
    choices: PLATFORM_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
  {
    name: 'kind',
    label: 'Kind',
    choices: [
      { value: 'PROFILE', label: 'Has accounts' },
      { value: 'TOOL', label: 'Tool, terms only' },
    ],
  },
]

/** The list of platforms and tools, by name. */
export function PlatformListPage() {
  const search = useSearch({ from: '/platforms' })
  const navigate = useNavigate({ from: '/platforms' })
  const mayPropose = useMayEver('platform.propose')
  const { text, state: wanted, kind } = search
  const filter = { text, kind, state: wanted ? [wanted] : undefined }
  const variables = { first: PAGE_SIZE, after: cursorOf(search), filter }
  const [state, retry] = useQuery({ query: PlatformListQuery, variables, context: CHANGING_RECORDS })
  return (
    <>
      <PageHeading title="Platforms" />
      {mayPropose && (
        <p>
          <Link to="/platforms/propose" className="usa-button">
            Propose a platform
          </Link>
        </p>
      )}
      <FilterForm
        label="Filter platforms"
        fields={FILTERS}
        values={{ text, state: wanted, kind }}
        onFilter={(values) => void navigate({ search: readPlatformSearch(values) })}
      />
      <QueryView state={state} what="the platforms" onRetry={retry}>
        {({ platforms: { edges, pageInfo, totalCount } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, totalCount)}.
            </p>
            {edges.length === 0 ? (
              <EmptyState title="No platform matches these filters">
                <p>Take a filter away, or propose the platform if it is not known yet.</p>
              </EmptyState>
            ) : (
              <PlatformTable platforms={edges.map(({ node }) => node)} />
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

function PlatformTable({ platforms }: { readonly platforms: readonly PlatformRow[] }) {
  return (
    <DataTable
      caption="Platforms"
      rows={platforms}
      rowKey={({ id }) => id}
      columns={[
        {
          label: 'Name',
          rowHeader: true,
          cell: ({ slug, name }) => (
            <Link to="/platforms/$slug" params={{ slug }} className="usa-link">
              {name}
            </Link>
          ),
        },
        { label: 'State', cell: ({ state }) => <StatusTag status={state} tone={platformTone(state)} /> },
        { label: 'Kind', cell: ({ kind }) => (kind === 'TOOL' ? 'Tool, terms only' : 'Has accounts') },
        { label: 'Accounts', cell: ({ accountCount }) => accountCount.toLocaleString('en-US') },
        { label: 'Federal terms (M-13-10)', cell: ({ termsNegotiated }) => enumWords(termsNegotiated) },
        { label: 'Signed by the department', cell: ({ termsSigned }) => enumWords(termsSigned) },
      ]}
    />
  )
}
