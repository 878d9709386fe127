import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { readPeopleSearch } from './people-search.ts'
import { PeopleQuery, type PersonDetail } from './person.documents.ts'
import { grantWords, isHeld } from './role-grants.ts'

const FILTERS: readonly FilterField[] = [{ name: 'text', label: 'Part of a name' }]

/** The people of the department, with the roles they hold. */
export function PeoplePage() {
  const search = useSearch({ from: '/people' })
  const navigate = useNavigate({ from: '/people' })
  const variables = { first: PAGE_SIZE, after: cursorOf(search), search: search.text }
  const [state, retry] = useQuery({ query: PeopleQuery, variables, context: CHANGING_RECORDS })
  return (
    <>
      <PageHeading title="People" />
      <FilterForm
        label="Find people"
        fields={FILTERS}
        values={{ text: search.text }}
        onFilter={(values) => void navigate({ search: readPeopleSearch(values) })}
      />
      <QueryView state={state} what="the people" onRetry={retry}>
        {({ people: { edges, pageInfo } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, null)}.
            </p>
            {edges.length === 0 ? (
              <EmptyState title="Nobody was found">
                <p>Try another part of the name. You see the people of your own components.</p>
              </EmptyState>
            ) : (
              <PeopleTable people={edges.map(({ node }) => node)} />
            )}
            <Pager
              paging={search}
              shown={edges.length}
              total={null}
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

function PeopleTable({ people }: { readonly people: readonly PersonDetail[] }) {
  const now = new Date()
  return (
    <DataTable
      caption="People"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          label: 'Name',
          rowHeader: true,
          cell: ({ id, displayName }) => (
            <Link to="/people/$id" params={{ id }} className="usa-link">
              {displayName}
            </Link>
          ),
        },
        {
          label: 'Works for',
          cell: ({ component, organizationName }) => component?.code ?? organizationName ?? 'Department',
        },
        { label: 'Affiliation', cell: ({ affiliation }) => enumWords(affiliation) },
        {
          label: 'Roles',
          cell: ({ roleGrants }) =>
            roleGrants
              .filter((grant) => isHeld(grant, now))
              .map(grantWords)
              .join('; ') || 'None',
        },
        { label: 'State', cell: ({ state }) => enumWords(state) },
      ]}
    />
  )
}
