import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import {
  readImportListSearch,
  type IMPORT_COLUMNS,
  type ImportListSearch,
  type ImportOrder,
} from './import-list-search.ts'
import { importTone } from './import-words.ts'
import { ImportListQuery } from './import.documents.ts'

type Row = ResultOf<typeof ImportListQuery>['migrations']['edges'][number]['node']
type Column = ListColumn<Row, ImportOrder> & { readonly id: (typeof IMPORT_COLUMNS)[number] }

const COLUMNS: readonly Column[] = [
  {
    id: 'fileName',
    label: 'File',
    rowHeader: true,
    cell: ({ id, fileName }) => (
      <Link to="/imports/$id" params={{ id }} className="usa-link">
        {fileName}
      </Link>
    ),
    csv: ({ fileName }) => ({ file: fileName }),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => <StatusTag status={state} tone={importTone(state)} />,
    csv: ({ state }) => ({ state }),
  },
  {
    id: 'rows',
    label: 'Rows',
    cell: ({ rowCount, appliedRows }) => `${appliedRows} of ${rowCount} applied`,
    csv: ({ rowCount, appliedRows }) => ({ rows: rowCount, rows_applied: appliedRows }),
  },
  {
    id: 'submittedAt',
    label: 'Submitted',
    orders: { ascending: 'OLDEST', descending: 'NEWEST', first: 'descending' },
    cell: ({ submittedAt }) => <InstantText at={submittedAt} />,
    csv: ({ submittedAt }) => ({ submitted_at: submittedAt }),
  },
]

/** The list of imports of external registers. */
export const IMPORT_LIST: ListDefinition<
  Row,
  ImportOrder,
  ImportListSearch,
  ResultOf<typeof ImportListQuery>,
  VariablesOf<typeof ImportListQuery>
> = {
  list: 'IMPORTS',
  title: 'Imports',
  what: 'the imports',
  read: readImportListSearch,
  query: ImportListQuery,
  variables: ({ state, order }, page) => ({ ...page, state, orderBy: order }),
  page: ({ migrations: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ fileName }) => fileName,
  columns: COLUMNS,
  defaultOrder: 'NEWEST',
}
