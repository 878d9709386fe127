import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** What a report says of what was reviewed. */
export const ReportFields = graphql(`
  fragment ReportFields on ReviewReport {
    id
    kind
    outcome
    findings
    conditions
    expiresOn
    indemnification
    textUrl
    textSha256
    textDatedOn
    threshold
    reviewedAt
    assessment {
      specificPurpose
      availableInformation
      intendedUse
      sharing
      retention
      safeguards
      otherRisks
      recordsSystem
    }
  }
`)

/** Former reports of one review, newest first: a new one may be written from any. */
export const ReportsQuery = graphql(
  `
    query ReviewReports($kind: ReviewKind!, $states: [PlatformState!]!, $like: PlatformKind!) {
      platforms(first: 100, filter: { state: $states, kind: $like }) {
        edges {
          node {
            slug
            name
          }
        }
      }
      reviewReports(first: 20, filter: { kind: $kind }) {
        totalCount
        edges {
          node {
            ...ReportFields
            coverage {
              use
              platform {
                slug
                name
              }
            }
          }
        }
      }
    }
  `,
  [ReportFields],
)

/** How much waits for each office that reviews platforms. */
export const ReviewLoadQuery = graphql(`
  query ReviewLoad {
    reviewLoads {
      kind
      office
      open
      overdue
      nextDueOn
    }
    reviewRequirements {
      kind
      dueDays
      validDays
      settled
    }
  }
`)

export const RecordPlatformReviewMutation = graphql(
  `
    mutation RecordPlatformReview($input: PlatformReviewInput!) {
      result: recordPlatformReview(input: $input) {
        ... on Platform {
          __typename
          id
          slug
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** A former report as a form begins with it. */
export type FormerReport = ResultOf<typeof ReportsQuery>['reviewReports']['edges'][number]['node']
