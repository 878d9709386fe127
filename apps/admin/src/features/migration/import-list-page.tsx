import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { importTone } from './import-words.ts'
import { ImportListQuery } from './import.documents.ts'

/** Imports of external registers, newest first. */
export function ImportListPage() {
  const search = useSearch({ from: '/imports' })
  const navigate = useNavigate({ from: '/imports' })
  const maySubmit = useMayEver('migration.submit')
  const variables = { first: PAGE_SIZE, after: cursorOf(search) }
  const [state, retry] = useQuery({ query: ImportListQuery, variables, context: CHANGING_RECORDS })
  return (
    <>
      <PageHeading title="Imports" />
      <p>Nothing of a register’s file is applied before the Assistant Secretary has decided on it (V.B.6).</p>
      {maySubmit && (
        <p>
          <Link to="/imports/submit" className="usa-button">
            Import a file
          </Link>
        </p>
      )}
      <QueryView state={state} what="the imports" onRetry={retry}>
        {({ migrations: { edges, pageInfo, totalCount } }) => (
          <>
            {edges.length === 0 ? (
              <EmptyState title="There is no import that you may see">
                <p>
                  Imports are read by the department’s offices and submitted by the Office of Public Affairs.
                </p>
              </EmptyState>
            ) : (
              <DataTable
                caption="Imports, newest first"
                rows={edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  {
                    label: 'File',
                    rowHeader: true,
                    cell: ({ id, fileName }) => (
                      <Link to="/imports/$id" params={{ id }} className="usa-link">
                        {fileName}
                      </Link>
                    ),
                  },
                  {
                    label: 'State',
                    cell: ({ state: at }) => <StatusTag status={at} tone={importTone(at)} />,
                  },
                  {
                    label: 'Rows',
                    cell: ({ rowCount, appliedRows }) => `${appliedRows} of ${rowCount} applied`,
                  },
                  { label: 'Submitted', cell: ({ submittedAt }) => <InstantText at={submittedAt} /> },
                ]}
              />
            )}
            <Pager
              paging={search}
              shown={edges.length}
              total={totalCount}
              next={pageInfo}
              onGo={(paging) => void navigate({ search: { ...FIRST_PAGE, ...paging } })}
            />
          </>
        )}
      </QueryView>
    </>
  )
}
