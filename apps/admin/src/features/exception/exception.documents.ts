import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { DecisionFields, OfferedActionFields } from '../../record/record.documents.ts'

const ExceptionFields = graphql(`
  fragment ExceptionFields on Exception {
    __typename
    id
    version
    state
    standing
    justification
    conditions
    validFrom
    validUntil
    requestedAt
    clauses {
      id
      title
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
    requestedBy {
      displayName
    }
  }
`)

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedException = graphql(`
  fragment ChangedException on Exception {
    __typename
    id
    version
  }
`)

/** A page of exceptions. */
export const ExceptionListQuery = graphql(
  `
    query ExceptionList($first: Int!, $after: String, $filter: ExceptionFilter) {
      exceptions(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ExceptionFields
          }
        }
      }
    }
  `,
  [ExceptionFields],
)

/** One exception with what was decided and what may be done. */
export const ExceptionQuery = graphql(
  `
    query ExceptionDetail($id: ID!) {
      exception(id: $id) {
        ...ExceptionFields
        decisions {
          ...DecisionFields
        }
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [ExceptionFields, DecisionFields, OfferedActionFields],
)

/** What an exception may be asked for, beside one account. */
export const ExceptionChoicesQuery = graphql(`
  query ExceptionChoices {
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

export const RequestExceptionMutation = graphql(
  `
    mutation RequestException($input: RequestExceptionInput!) {
      result: requestException(input: $input) {
        ...ChangedException
        ...RefusalFields
      }
    }
  `,
  [ChangedException, RefusalFields],
)

export const DecideExceptionMutation = graphql(
  `
    mutation DecideException($input: DecideExceptionInput!) {
      result: decideException(input: $input) {
        ...ChangedException
        ...RefusalFields
      }
    }
  `,
  [ChangedException, RefusalFields],
)

export const WithdrawExceptionRequestMutation = graphql(
  `
    mutation WithdrawExceptionRequest($input: ExceptionInput!) {
      result: withdrawExceptionRequest(input: $input) {
        ...ChangedException
        ...RefusalFields
      }
    }
  `,
  [ChangedException, RefusalFields],
)

export const RevokeExceptionMutation = graphql(
  `
    mutation RevokeException($input: ExceptionInput!) {
      result: revokeException(input: $input) {
        ...ChangedException
        ...RefusalFields
      }
    }
  `,
  [ChangedException, RefusalFields],
)

/** An exception in a list. */
export type ExceptionRow = ResultOf<typeof ExceptionListQuery>['exceptions']['edges'][number]['node']
/** An exception on its page. */
export type ExceptionDetail = NonNullable<ResultOf<typeof ExceptionQuery>['exception']>
