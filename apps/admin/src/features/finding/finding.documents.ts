import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** A page of what does not hold. */
export const FindingListQuery = graphql(`
  query FindingList(
    $first: Int!
    $after: String
    $state: FindingState
    $clause: String
    $component: String
    $severity: FindingSeverity
    $orderBy: FindingOrder
  ) {
    findings(
      first: $first
      after: $after
      state: $state
      clause: $clause
      component: $component
      severity: $severity
      orderBy: $orderBy
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          detail
          state
          severity
          openedAt
          closedAt
          clause {
            id
            title
          }
          component {
            code
          }
          account {
            slug
            title
          }
          platform {
            slug
            name
          }
        }
      }
    }
  }
`)

/** A finding in the list. */
export type FindingRow = ResultOf<typeof FindingListQuery>['findings']['edges'][number]['node']
