import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE, rangeWords } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readImportSearch, ROW_OUTCOMES } from './import-search.ts'
import { rowTone } from './import-words.ts'
import { ImportRowsQuery, type ImportRow } from './import.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'outcome',
    label: 'Outcome',
    choices: ROW_OUTCOMES.map((outcome) => ({ value: outcome, label: enumWords(outcome) })),
  },
  {
    name: 'unresolved',
    label: 'Held rows',
    choices: [{ value: 'true', label: 'Only those that still wait' }],
  },
]

/** The rows of an import by outcome, each with its reason. No row is missing. */
export function ImportRows({ migrationId }: { readonly migrationId: string }) {
  const search = useSearch({ from: '/imports/$id' })
  const navigate = useNavigate({ from: '/imports/$id' })
  const { outcome, unresolved } = search
  const variables = {
    first: PAGE_SIZE,
    after: cursorOf(search),
    migrationId,
    outcome: outcome ? [outcome] : undefined,
    unresolved,
  }
  const [state, retry] = useQuery({ query: ImportRowsQuery, variables, context: CHANGING_RECORDS })
  return (
    <section aria-labelledby="rows-heading">
      <h2 id="rows-heading">Rows</h2>
      <FilterForm
        label="Filter the rows"
        fields={FILTERS}
        values={{ outcome, unresolved: unresolved ? 'true' : undefined }}
        onFilter={(values) => void navigate({ search: readImportSearch(values), resetScroll: false })}
      />
      <QueryView state={state} what="the rows" onRetry={retry}>
        {({ migrationRows: { edges, pageInfo, totalCount } }) => (
          <>
            <p role="status" className="list-status">
              {rangeWords(search, edges.length, totalCount)}.
            </p>
            {edges.length === 0 ? (
              <EmptyState title="No row">
                <p>No row of this import has this outcome.</p>
              </EmptyState>
            ) : (
              <RowTable migrationId={migrationId} rows={edges.map(({ node }) => node)} />
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
    </section>
  )
}

function RowTable({
  migrationId,
  rows,
}: {
  readonly migrationId: string
  readonly rows: readonly ImportRow[]
}) {
  const mayResolve = useMayEver('migration.resolveRow')
  return (
    <DataTable
      caption="Rows of the file"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: 'Row', rowHeader: true, cell: ({ rowNumber }) => rowNumber },
        { label: 'Outcome', cell: ({ outcome }) => <StatusTag status={outcome} tone={rowTone(outcome)} /> },
        {
          label: 'Reason',
          cell: ({ reason, duplicateOf }) =>
            duplicateOf === null ? reason : `${reason} (row ${duplicateOf})`,
        },
        { label: 'Names', cell: ({ canonicalKey }) => canonicalKey ?? 'No account' },
        {
          label: 'Decided',
          cell: ({ id, outcome, rowNumber, resolvedAt, resolution }) => {
            if (resolvedAt !== null) return resolution ?? 'Decided'
            if (outcome !== 'HELD') return 'Not needed'
            return mayResolve ? (
              <Link to="/imports/$id/rows/$row" params={{ id: migrationId, row: id }} className="usa-link">
                Decide<span className="usa-sr-only"> on row {rowNumber}</span>
              </Link>
            ) : (
              'Waits for Public Affairs'
            )
          },
        },
      ]}
    />
  )
}
