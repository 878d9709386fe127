import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** A page of reports, newest first. */
export const ReportListQuery = graphql(`
  query ReviewReportList($first: Int!, $after: String, $filter: ReviewReportFilter) {
    reviewReports(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          outcome
          expiresOn
          reviewedAt
          coverage {
            platform {
              slug
              name
            }
          }
        }
      }
    }
  }
`)

/** All that a report says, of which platforms, and what changed since the last. */
export const ReportQuery = graphql(`
  query ReviewReportPage($id: ID!) {
    reviewReport(id: $id) {
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
      reviewedBy {
        displayName
      }
      template {
        id
        reviewedAt
      }
      changes {
        field
        before
        after
      }
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
      coverage {
        use
        platform {
          slug
          name
          state
          reviews {
            kind
            outcome
            report {
              id
            }
          }
        }
        previousReport {
          id
          reviewedAt
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
`)

/** A report in the list. */
export type ReportRow = ResultOf<typeof ReportListQuery>['reviewReports']['edges'][number]['node']

/** A report with all its page shows. */
export type ReportDetail = NonNullable<ResultOf<typeof ReportQuery>['reviewReport']>
