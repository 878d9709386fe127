import { graphql, type ResultOf } from '@official-accounts/client/graphql'

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
export const CertificationQuery = graphql(`
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
        action
        allowed
        blockedBy {
          code
          message
          clause {
            id
            title
          }
        }
      }
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

/** A component's part with its accounts; each says what may be done to it, which is the dry run of answering many. */
export const CertificationPartQuery = graphql(`
  query CertificationPartPage($id: ID!, $after: String) {
    certificationPart(id: $id) {
      id
      version
      state
      accountCount
      answeredCount
      overdueSince
      certifiedAt
      returnReason
      component {
        code
        name
      }
      certification {
        id
        name
        state
        dueOn
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
      }
      decisions {
        kind
        role
        reason
        decidedAt
        decidedBy {
          displayName
        }
      }
      availableActions {
        action
        allowed
        blockedBy {
          code
          message
          clause {
            id
            title
          }
        }
      }
    }
    certificationAnswers(first: 50, after: $after, filter: { part: $id }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          unchanged
          note
          returnReason
          answeredAt
          changedSince
          answers {
            key
            question
            value
          }
          lastAnswers {
            key
            question
            value
          }
          availableActions {
            action
            allowed
            blockedBy {
              message
            }
          }
          account {
            id
            slug
            title
            handle
            purpose
            officialOutletUrl
            changedAt
            contacts {
              role
              endedAt
              person {
                displayName
              }
            }
          }
        }
      }
    }
  }
`)

/** A certification in the list. */
export type CertificationRow = ResultOf<
  typeof CertificationListQuery
>['certifications']['edges'][number]['node']

/** A certification with all its page shows. */
export type CertificationDetail = NonNullable<ResultOf<typeof CertificationQuery>['certification']>

/** A component's part with all its page shows. */
export type PartDetail = NonNullable<ResultOf<typeof CertificationPartQuery>['certificationPart']>

/** One account of a part with its answer. */
export type AnswerRow = ResultOf<
  typeof CertificationPartQuery
>['certificationAnswers']['edges'][number]['node']
