import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { ReportFields } from '../platform/review.documents.ts'

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
export const ReportQuery = graphql(
  `
    query ReviewReportPage($id: ID!) {
      reviewReport(id: $id) {
        ...ReportFields
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
  `,
  [ReportFields],
)

/** A report in the list. */
export type ReportRow = ResultOf<typeof ReportListQuery>['reviewReports']['edges'][number]['node']

/** A report with all its page shows. */
export type ReportDetail = NonNullable<ResultOf<typeof ReportQuery>['reviewReport']>
