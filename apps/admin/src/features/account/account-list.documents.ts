import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** A page of the accounts that whoever asks may see. */
export const AccountListQuery = graphql(`
  query AccountList($first: Int!, $after: String, $filter: AccountFilter, $orderBy: AccountOrder) {
    accounts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          slug
          title
          handle
          profileUrl
          state
          status
          observedStatus
          useCategory
          language
          source
          claimBy
          claimedAt
          lastConfirmedOn
          changedAt
          platform {
            slug
            name
          }
          component {
            id
            code
            name
          }
        }
      }
    }
  }
`)

/** What lists of accounts are filtered by. */
export const FilterChoicesQuery = graphql(`
  query FilterChoices {
    components {
      id
      code
      name
    }
    platforms(first: 100, filter: { kind: PROFILE }) {
      edges {
        node {
          id
          slug
          name
        }
      }
    }
  }
`)

/** An account in the list. */
export type AccountRow = ResultOf<typeof AccountListQuery>['accounts']['edges'][number]['node']
