import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { DecisionFields, OfferedActionFields } from '../../record/record.documents.ts'

const PrivacyApprovalFields = graphql(`
  fragment PrivacyApprovalFields on PrivacyApproval {
    __typename
    id
    version
    state
    standing
    handle
    title
    purpose
    profileUrls
    information
    whose
    need
    conditions
    expiresOn
    requestedAt
    account {
      id
      slug
      title
    }
    accessGrant {
      id
    }
    component {
      code
    }
    requestedBy {
      displayName
    }
  }
`)

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedPrivacyApproval = graphql(`
  fragment ChangedPrivacyApproval on PrivacyApproval {
    __typename
    id
    version
  }
`)

/** A page of questions to the Chief Privacy Officer. */
export const PrivacyApprovalListQuery = graphql(
  `
    query PrivacyApprovalList($first: Int!, $after: String, $filter: PrivacyApprovalFilter) {
      privacyApprovals(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PrivacyApprovalFields
          }
        }
      }
    }
  `,
  [PrivacyApprovalFields],
)

/** One question with what was decided and what may be done. */
export const PrivacyApprovalQuery = graphql(
  `
    query PrivacyApprovalDetail($id: ID!) {
      privacyApproval(id: $id) {
        ...PrivacyApprovalFields
        decisions {
          ...DecisionFields
        }
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [PrivacyApprovalFields, DecisionFields, OfferedActionFields],
)

/** The texts of an account and which of them need an approval. */
export const AccountNamesQuery = graphql(`
  query AccountNames($id: ID!) {
    account(id: $id) {
      id
      slug
      handle
      title
      purpose
      namesPersonIn
      uncleared
    }
  }
`)

export const RequestPrivacyApprovalMutation = graphql(
  `
    mutation RequestPrivacyApproval($input: RequestPrivacyApprovalInput!) {
      result: requestPrivacyApproval(input: $input) {
        ...ChangedPrivacyApproval
        ...RefusalFields
      }
    }
  `,
  [ChangedPrivacyApproval, RefusalFields],
)

export const RequestMonitoringApprovalMutation = graphql(
  `
    mutation RequestMonitoringApproval($input: RequestMonitoringApprovalInput!) {
      result: requestMonitoringApproval(input: $input) {
        ...ChangedPrivacyApproval
        ...RefusalFields
      }
    }
  `,
  [ChangedPrivacyApproval, RefusalFields],
)

export const DecidePrivacyApprovalMutation = graphql(
  `
    mutation DecidePrivacyApproval($input: DecidePrivacyApprovalInput!) {
      result: decidePrivacyApproval(input: $input) {
        ...ChangedPrivacyApproval
        ...RefusalFields
      }
    }
  `,
  [ChangedPrivacyApproval, RefusalFields],
)

export const WithdrawPrivacyRequestMutation = graphql(
  `
    mutation WithdrawPrivacyRequest($input: PrivacyApprovalInput!) {
      result: withdrawPrivacyRequest(input: $input) {
        ...ChangedPrivacyApproval
        ...RefusalFields
      }
    }
  `,
  [ChangedPrivacyApproval, RefusalFields],
)

export const RevokePrivacyApprovalMutation = graphql(
  `
    mutation RevokePrivacyApproval($input: PrivacyApprovalInput!) {
      result: revokePrivacyApproval(input: $input) {
        ...ChangedPrivacyApproval
        ...RefusalFields
      }
    }
  `,
  [ChangedPrivacyApproval, RefusalFields],
)

/** A question in a list. */
export type PrivacyApprovalRow = ResultOf<
  typeof PrivacyApprovalListQuery
>['privacyApprovals']['edges'][number]['node']
/** A question on its page. */
export type PrivacyApprovalDetail = NonNullable<ResultOf<typeof PrivacyApprovalQuery>['privacyApproval']>
/** An account's texts. */
export type AccountNames = NonNullable<ResultOf<typeof AccountNamesQuery>['account']>
