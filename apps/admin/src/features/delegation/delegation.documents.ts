import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { OfferedActionFields } from '../../record/record.documents.ts'

const DelegationFields = graphql(`
  fragment DelegationFields on Delegation {
    __typename
    id
    version
    kind
    standing
    role
    validFrom
    validUntil
    writtenAuthority
    reason
    createdAt
    revokedAt
    revocationReason
    delegator {
      displayName
    }
    delegate {
      displayName
    }
    recordedBy {
      displayName
    }
    component {
      code
    }
    platform {
      name
    }
    account {
      slug
      title
    }
  }
`)

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedDelegation = graphql(`
  fragment ChangedDelegation on Delegation {
    __typename
    id
    version
  }
`)

/** A page of records of delegation. */
export const DelegationListQuery = graphql(
  `
    query DelegationList($first: Int!, $after: String, $filter: DelegationFilter) {
      delegations(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...DelegationFields
          }
        }
      }
    }
  `,
  [DelegationFields],
)

/** One record of delegation with what may be done. */
export const DelegationQuery = graphql(
  `
    query DelegationDetail($id: ID!) {
      delegation(id: $id) {
        ...DelegationFields
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [DelegationFields, OfferedActionFields],
)

/** What a delegation may be narrowed to. */
export const DelegationChoicesQuery = graphql(`
  query DelegationChoices {
    components {
      id
      code
      name
    }
    platforms(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

export const DelegateApprovalMutation = graphql(
  `
    mutation DelegateApproval($input: DelegateApprovalInput!) {
      result: delegateApproval(input: $input) {
        ...ChangedDelegation
        ...RefusalFields
      }
    }
  `,
  [ChangedDelegation, RefusalFields],
)

export const RecordStandInMutation = graphql(
  `
    mutation RecordStandIn($input: RecordStandInInput!) {
      result: recordStandIn(input: $input) {
        ...ChangedDelegation
        ...RefusalFields
      }
    }
  `,
  [ChangedDelegation, RefusalFields],
)

export const RecordRecusalMutation = graphql(
  `
    mutation RecordRecusal($input: RecordRecusalInput!) {
      result: recordRecusal(input: $input) {
        ...ChangedDelegation
        ...RefusalFields
      }
    }
  `,
  [ChangedDelegation, RefusalFields],
)

export const RevokeDelegationMutation = graphql(
  `
    mutation RevokeDelegation($input: RevokeDelegationInput!) {
      result: revokeDelegation(input: $input) {
        ...ChangedDelegation
        ...RefusalFields
      }
    }
  `,
  [ChangedDelegation, RefusalFields],
)

/** A record of delegation in a list. */
export type DelegationRow = ResultOf<typeof DelegationListQuery>['delegations']['edges'][number]['node']
/** A record of delegation on its page. */
export type DelegationDetail = NonNullable<ResultOf<typeof DelegationQuery>['delegation']>
