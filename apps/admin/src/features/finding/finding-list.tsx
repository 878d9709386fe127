import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import {
  readFindingSearch,
  type FINDING_COLUMNS,
  type FindingOrder,
  type FindingSearch,
} from './finding-search.ts'
import { FindingListQuery, type FindingRow } from './finding.documents.ts'

type Column = ListColumn<FindingRow, FindingOrder> & { readonly id: (typeof FINDING_COLUMNS)[number] }

const COLUMNS: readonly Column[] = [
  {
    id: 'detail',
    label: 'What is the matter',
    rowHeader: true,
    cell: ({ detail }) => detail,
    csv: ({ detail }) => ({ detail }),
  },
  {
    id: 'account',
    label: 'Account',
    cell: ({ account }) => <FindingAccount account={account} />,
    csv: ({ account }) => ({ account: account?.title ?? '' }),
  },
  {
    id: 'component',
    label: 'Component',
    orders: { ascending: 'COMPONENT', descending: 'COMPONENT_DESC' },
    cell: ({ component }) => component.code,
    csv: ({ component }) => ({ component: component.code }),
  },
  {
    id: 'clause',
    label: 'Clause',
    orders: { ascending: 'CLAUSE', descending: 'CLAUSE_DESC' },
    cell: ({ clause }) => (clause ? <ClauseText clause={clause} /> : 'None'),
    csv: ({ clause }) => ({ clause: clause?.id ?? '' }),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => <StatusTag status={state} tone={state === 'OPEN' ? 'WARNING' : 'ENDED'} />,
    csv: ({ state }) => ({ state }),
  },
  {
    id: 'openedAt',
    label: 'Since',
    orders: { ascending: 'OLDEST', descending: 'NEWEST', first: 'descending' },
    cell: ({ openedAt }) => <InstantText at={openedAt} />,
    csv: ({ openedAt }) => ({ opened_at: openedAt }),
  },
  {
    id: 'closedAt',
    label: 'Until',
    optional: true,
    cell: ({ closedAt }) => (closedAt === null ? 'It still holds' : <InstantText at={closedAt} />),
    csv: ({ closedAt }) => ({ closed_at: closedAt ?? '' }),
  },
]

/** The list of findings. */
export const FINDING_LIST: ListDefinition<
  FindingRow,
  FindingOrder,
  FindingSearch,
  ResultOf<typeof FindingListQuery>,
  VariablesOf<typeof FindingListQuery>
> = {
  list: 'FINDINGS',
  title: 'Findings',
  what: 'the findings',
  read: readFindingSearch,
  query: FindingListQuery,
  variables: ({ state, clause, component, order }, page) => ({
    ...page,
    state,
    clause,
    component,
    orderBy: order,
  }),
  page: ({ findings: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ detail }) => detail,
  columns: COLUMNS,
  defaultOrder: 'NEWEST',
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
