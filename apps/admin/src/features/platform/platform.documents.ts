import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** A page of platforms. */
export const PlatformListQuery = graphql(`
  query PlatformList($first: Int!, $after: String, $filter: PlatformFilter, $orderBy: PlatformOrder) {
    platforms(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          slug
          name
          state
          kind
          accountCount
          termsNegotiated
          termsSigned
          homepageUrl
          changedAt
        }
      }
    }
  }
`)

/** All that a platform's page shows and its forms begin with. */
export const PlatformQuery = graphql(
  `
    query PlatformPage($slug: String!) {
      platform(slug: $slug) {
        id
        slug
        version
        name
        alsoCalled
        state
        kind
        purpose
        homepageUrl
        domains
        accountCount
        personalLoginRequired
        prohibitedByLaw
        prohibitedOn
        termsNegotiated
        termsSigned
        termsSource
        changedAt
        rules
        availableActions {
          ...OfferedActionFields
        }
        reviews {
          kind
          office
          outcome
          dueOn
          expiresOn
          reviewedAt
          findings
          conditions
          openedBecause
          overdue
          expired
          changes {
            field
            before
            after
          }
          report {
            id
            indemnification
            textUrl
            textSha256
            textDatedOn
            threshold
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
              }
            }
          }
        }
        blockingReviews {
          kind
          trouble
          overridable
          overridableAfter
        }
        decisions {
          kind
          decidedAt
          reason
          role
          overriddenReviews
          decidedBy {
            displayName
          }
          clauses {
            id
            title
          }
        }
      }
    }
  `,
  [OfferedActionFields],
)

/** A platform in the list. */
export type PlatformRow = ResultOf<typeof PlatformListQuery>['platforms']['edges'][number]['node']

/** A platform with all its page shows. */
export type PlatformDetail = NonNullable<ResultOf<typeof PlatformQuery>['platform']>
