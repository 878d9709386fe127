import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
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
    cell: ({ id, detail }) => (
      <Link to="/findings/$id" params={{ id }} className="usa-link">
        {detail}
      </Link>
    ),
    csv: ({ detail }) => ({ detail }),
  },
  {
    id: 'account',
    label: 'About',
    cell: (finding) => <FindingSubject finding={finding} />,
    csv: ({ account, platform }) => ({ account: account?.title ?? '', platform: platform?.name ?? '' }),
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
    id: 'severity',
    label: 'Weight',
    cell: ({ severity }) => enumWords(severity),
    csv: ({ severity }) => ({ severity }),
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
  variables: ({ state, clause, component, severity, order }, page) => ({
    ...page,
    state,
    clause,
    component,
    severity,
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

function FindingSubject({ finding: { account, platform } }: { readonly finding: FindingRow }) {
  if (account !== null) {
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
  if (platform === null) return 'The component'
  return (
    <Link to="/platforms/$slug" params={{ slug: platform.slug }} className="usa-link">
      {platform.name}
    </Link>
  )
}
