import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import { Link } from '@tanstack/react-router'
import type { ListColumn, ListDefinition } from '../../list/list-definition.ts'
import { DateText } from '../../ui/dates.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  readPlatformSearch,
  type PLATFORM_COLUMNS,
  type PlatformOrder,
  type PlatformSearch,
} from './platform-search.ts'
import { platformTone } from './platform-words.ts'
import { PlatformListQuery, type PlatformRow } from './platform.documents.ts'

type Column = ListColumn<PlatformRow, PlatformOrder> & { readonly id: (typeof PLATFORM_COLUMNS)[number] }

const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    label: 'Name',
    rowHeader: true,
    orders: { ascending: 'SLUG', descending: 'SLUG_DESC' },
    cell: ({ slug, name }) => (
      <Link to="/platforms/$slug" params={{ slug }} className="usa-link">
        {name}
      </Link>
    ),
    csv: ({ name }) => ({ name }),
  },
  {
    id: 'state',
    label: 'State',
    orders: { ascending: 'STATE', descending: 'STATE_DESC' },
    cell: ({ state }) => <StatusTag status={state} tone={platformTone(state)} />,
    csv: ({ state }) => ({ state }),
  },
  {
    id: 'kind',
    label: 'Kind',
    cell: ({ kind }) => (kind === 'TOOL' ? 'Tool, no accounts' : 'Has accounts'),
    csv: ({ kind }) => ({ kind }),
  },
  {
    id: 'accountCount',
    label: 'Accounts',
    cell: ({ accountCount }) => accountCount.toLocaleString('en-US'),
    csv: ({ accountCount }) => ({ accounts: accountCount }),
  },
  {
    id: 'termsNegotiated',
    label: 'Federal terms (M-13-10)',
    cell: ({ termsNegotiated }) => enumWords(termsNegotiated),
    csv: ({ termsNegotiated }) => ({ federal_terms: termsNegotiated }),
  },
  {
    id: 'termsSigned',
    label: 'Signed by the department',
    cell: ({ termsSigned }) => enumWords(termsSigned),
    csv: ({ termsSigned }) => ({ terms_signed: termsSigned }),
  },
  {
    id: 'changedAt',
    label: 'Changed',
    optional: true,
    orders: { ascending: 'LONGEST_UNCHANGED', descending: 'RECENTLY_CHANGED', first: 'descending' },
    cell: ({ changedAt }) => <DateText date={changedAt.slice(0, 10)} />,
    csv: ({ changedAt }) => ({ changed_at: changedAt }),
  },
  {
    id: 'homepageUrl',
    label: 'Its own site',
    optional: true,
    cell: ({ homepageUrl }) =>
      homepageUrl === null ? 'Not known' : <OutsideLink href={homepageUrl}>{homepageUrl}</OutsideLink>,
    csv: ({ homepageUrl }) => ({ homepage: homepageUrl ?? '' }),
  },
]

/** The list of platforms and tools. */
export const PLATFORM_LIST: ListDefinition<
  PlatformRow,
  PlatformOrder,
  PlatformSearch,
  ResultOf<typeof PlatformListQuery>,
  VariablesOf<typeof PlatformListQuery>
> = {
  list: 'PLATFORMS',
  title: 'Platforms',
  what: 'the platforms',
  read: readPlatformSearch,
  query: PlatformListQuery,
  variables: ({ text, state, kind, order }, page) => ({
    ...page,
    filter: { text, state, kind },
    orderBy: order,
  }),
  page: ({ platforms: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  columns: COLUMNS,
  defaultOrder: 'SLUG',
}
