import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** A page of a dry run. */
export const BulkPlanQuery = graphql(`
  query BulkPlan(
    $action: BulkAction!
    $filter: AccountFilter
    $personId: ID
    $reason: String
    $certificationId: ID
    $answers: [CertificationAnswerValue!]
    $note: String
    $first: Int!
    $after: String
  ) {
    bulkPlan(
      action: $action
      filter: $filter
      personId: $personId
      reason: $reason
      certificationId: $certificationId
      answers: $answers
      note: $note
      first: $first
      after: $after
    ) {
      run
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          outcome
          reason
          clauses {
            id
            title
          }
          account {
            id
            slug
            title
            handle
            profileUrl
            status
            platform {
              name
            }
            component {
              code
            }
          }
        }
      }
    }
  }
`)

/** The certifications that are answered now, with what they ask. */
export const OpenCertificationsQuery = graphql(`
  query OpenCertifications {
    certifications(first: 50, filter: { state: OPEN }) {
      edges {
        node {
          id
          name
          questions {
            key
            text
            kind
            choices
            clause {
              title
            }
          }
        }
      }
    }
  }
`)

/** One call of a bulk action. */
export const RunBulkActionMutation = graphql(
  `
    mutation RunBulkAction($input: RunBulkActionInput!) {
      runBulkAction(input: $input) {
        __typename
        ... on BulkRun {
          groupId
          rows {
            accountId
            outcome
            reason
            clauses {
              id
              title
            }
          }
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** An account of a dry run, and what would become of it. */
export type PlanRow = ResultOf<typeof BulkPlanQuery>['bulkPlan']['edges'][number]['node']

/** What became of an account. */
export type RunRow = Extract<
  ResultOf<typeof RunBulkActionMutation>['runBulkAction'],
  { __typename: 'BulkRun' }
>['rows'][number]
