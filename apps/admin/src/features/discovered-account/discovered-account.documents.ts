import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** Accounts found in use without approval, and the components one may be reported for. */
export const DiscoveredAccountsQuery = graphql(`
  query DiscoveredAccounts($after: String, $state: DiscoveredAccountState) {
    discoveredAccounts(first: 50, after: $after, filter: { state: $state }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          profileUrl
          whereSeen
          reportedAt
          component {
            code
          }
        }
      }
    }
  }
`)

export type DiscoveredAccountRow = ResultOf<
  typeof DiscoveredAccountsQuery
>['discoveredAccounts']['edges'][number]['node']

/** All that a discovered account's page shows. */
export const DiscoveredAccountQuery = graphql(
  `
    query DiscoveredAccountPage($id: ID!) {
      discoveredAccount(id: $id) {
        id
        state
        version
        profileUrl
        whereSeen
        reportedAt
        closure
        evidence
        reportedBy {
          displayName
        }
        component {
          code
          name
        }
        platform {
          slug
          name
        }
        account {
          slug
          title
        }
        decisions {
          kind
          decidedAt
          reason
          role
          decidedBy {
            displayName
          }
          clauses {
            id
            title
          }
        }
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [OfferedActionFields],
)

export type DiscoveredAccountDetail = NonNullable<
  ResultOf<typeof DiscoveredAccountQuery>['discoveredAccount']
>

/** The components a report may name. */
export const ReportChoicesQuery = graphql(`
  query ReportChoices {
    components {
      id
      code
      name
    }
  }
`)

const ChangedDiscoveredAccount = graphql(`
  fragment ChangedDiscoveredAccount on DiscoveredAccount {
    __typename
    id
    version
  }
`)

export const ReportDiscoveredAccountMutation = graphql(
  `
    mutation ReportDiscoveredAccount($input: ReportDiscoveredAccountInput!) {
      result: reportDiscoveredAccount(input: $input) {
        ...ChangedDiscoveredAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedDiscoveredAccount, RefusalFields],
)

export const AdoptDiscoveredAccountMutation = graphql(
  `
    mutation AdoptDiscoveredAccount($input: AdoptDiscoveredAccountInput!) {
      result: adoptDiscoveredAccount(input: $input) {
        ...ChangedDiscoveredAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedDiscoveredAccount, RefusalFields],
)

export const CloseDiscoveredAccountMutation = graphql(
  `
    mutation CloseDiscoveredAccount($input: CloseDiscoveredAccountInput!) {
      result: closeDiscoveredAccount(input: $input) {
        ...ChangedDiscoveredAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedDiscoveredAccount, RefusalFields],
)
