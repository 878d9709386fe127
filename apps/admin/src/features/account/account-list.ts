import type { ResultOf, VariablesOf } from '@official-accounts/client/graphql'
import type { ListDefinition } from '../../list/list-definition.ts'
import { ACCOUNT_LIST_COLUMNS } from './account-columns.tsx'
import { AccountListQuery, type AccountRow } from './account-list.documents.ts'
import { accountFilter, readAccountSearch, type AccountOrder, type AccountSearch } from './account-search.ts'

/** The list of accounts. */
export const ACCOUNT_LIST: ListDefinition<
  AccountRow,
  AccountOrder,
  AccountSearch,
  ResultOf<typeof AccountListQuery>,
  VariablesOf<typeof AccountListQuery>
> = {
  list: 'ACCOUNTS',
  title: 'Accounts',
  what: 'the accounts',
  read: readAccountSearch,
  query: AccountListQuery,
  variables: (search, page) => ({ ...page, filter: accountFilter(search), orderBy: search.order }),
  page: ({ accounts: { edges, pageInfo, totalCount } }) => ({
    rows: edges.map(({ node }) => node),
    total: totalCount,
    ...pageInfo,
  }),
  rowKey: ({ id }) => id,
  rowName: ({ title }) => title,
  columns: ACCOUNT_LIST_COLUMNS,
  defaultOrder: 'SLUG',
}
