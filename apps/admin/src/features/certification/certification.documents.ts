import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** Kinds of records that a change of a certification touches. */
export const CHANGING_CERTIFICATIONS = {
  additionalTypenames: ['Certification', 'CertificationPart', 'CertificationAnswer'],
}

/** Certifications, newest first. */
export const CertificationListQuery = graphql(`
  query CertificationList($after: String) {
    certifications(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          state
          dueOn
          overdueSince
          accountCount
          answeredCount
        }
      }
    }
  }
`)

/** A certification with the progress of every component. */
export const CertificationQuery = graphql(
  `
    query CertificationPage($id: ID!) {
      certification(id: $id) {
        id
        version
        name
        state
        filter
        dueOn
        reminderDays
        overdueDays
        overdueSince
        openedAt
        closedAt
        accountCount
        answeredCount
        resultSha256
        questions {
          key
          text
          kind
          choices
          clause {
            id
            title
          }
        }
        parts {
          id
          state
          accountCount
          answeredCount
          overdueSince
          component {
            code
            name
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

/** How many accounts a filter has now. */
export const MeantAccountsQuery = graphql(`
  query MeantAccounts($filter: AccountFilter) {
    accounts(first: 1, filter: $filter) {
      totalCount
    }
  }
`)

/** The frozen result of a certification, as the text its digest is made of. */
export const CertificationResultQuery = graphql(`
  query CertificationResult($id: ID!) {
    certification(id: $id) {
      id
      result
    }
  }
`)

/** A certification in the list. */
export type CertificationRow = ResultOf<
  typeof CertificationListQuery
>['certifications']['edges'][number]['node']

/** A certification with all its page shows. */
export type CertificationDetail = NonNullable<ResultOf<typeof CertificationQuery>['certification']>
