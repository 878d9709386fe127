import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** One account with its answer, what is on record of it, and what may be done. */
const AnswerFields = graphql(`
  fragment CertificationAnswerFields on CertificationAnswer {
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
        code
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
`)

/** A component's part with its accounts; each says what may be done to it. */
export const CertificationPartQuery = graphql(
  `
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
          ...OfferedActionFields
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
            ...CertificationAnswerFields
          }
        }
      }
    }
  `,
  [AnswerFields, OfferedActionFields],
)

/** One account's answer with its part, by its id. */
export const CertificationAnswerQuery = graphql(
  `
    query CertificationAnswerPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on CertificationAnswer {
          ...CertificationAnswerFields
          answeredBy {
            displayName
          }
          part {
            id
            version
            component {
              code
            }
            certification {
              id
              name
              dueOn
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
    }
  `,
  [AnswerFields],
)

/** A component's part with all its page shows. */
export type PartDetail = NonNullable<ResultOf<typeof CertificationPartQuery>['certificationPart']>

/** One account of a part with its answer. */
export type AnswerRow = ResultOf<typeof AnswerFields>

/** One account's answer with all its page shows. */
export type AnswerDetail = Extract<
  NonNullable<ResultOf<typeof CertificationAnswerQuery>['node']>,
  { readonly __typename: 'CertificationAnswer' }
>
