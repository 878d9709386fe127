import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { DecisionFields, OfferedActionFields } from '../../record/record.documents.ts'

const AccessFields = graphql(`
  fragment AccessFields on AccessGrant {
    __typename
    id
    version
    kind
    state
    inForce
    use
    businessNeed
    systemName
    supervisor
    expiresOn
    heldUntil
    requestedAt
    provisionedAt
    person {
      displayName
      affiliation
    }
    component {
      code
    }
    account {
      slug
      title
    }
    monitored {
      profileUrl
      holder
      platform {
        name
      }
    }
  }
`)

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedAccessGrant = graphql(`
  fragment ChangedAccessGrant on AccessGrant {
    __typename
    id
    version
  }
`)

/** A page of records of access. */
export const AccessListQuery = graphql(
  `
    query AccessList($first: Int!, $after: String, $filter: AccessFilter) {
      accessGrants(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...AccessFields
          }
        }
      }
    }
  `,
  [AccessFields],
)

/** One record of access with what was decided and what may be done. */
export const AccessQuery = graphql(
  `
    query AccessDetail($id: ID!) {
      accessGrant(id: $id) {
        ...AccessFields
        uncleared
        privacyApprovals {
          id
          standing
          whose
        }
        decisions {
          ...DecisionFields
        }
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [AccessFields, DecisionFields, OfferedActionFields],
)

export const RequestAccessMutation = graphql(
  `
    mutation RequestAccess($input: RequestAccessInput!) {
      result: requestAccess(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

export const DecideAccessMutation = graphql(
  `
    mutation DecideAccess($input: DecideAccessInput!) {
      result: decideAccess(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

export const ProvisionAccessMutation = graphql(
  `
    mutation ProvisionAccess($input: AccessInput!) {
      result: provisionAccess(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

export const RenewAccessMutation = graphql(
  `
    mutation RenewAccess($input: RenewAccessInput!) {
      result: renewAccess(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

export const RevokeAccessMutation = graphql(
  `
    mutation RevokeAccess($input: AccessInput!) {
      result: revokeAccess(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

export const WithdrawAccessRequestMutation = graphql(
  `
    mutation WithdrawAccessRequest($input: AccessInput!) {
      result: withdrawAccessRequest(input: $input) {
        ...ChangedAccessGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedAccessGrant, RefusalFields],
)

/** A record of access in a list. */
export type AccessRow = ResultOf<typeof AccessListQuery>['accessGrants']['edges'][number]['node']
/** A record of access on its page. */
export type AccessDetail = NonNullable<ResultOf<typeof AccessQuery>['accessGrant']>
