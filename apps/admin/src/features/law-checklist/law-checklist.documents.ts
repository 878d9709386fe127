import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** What law and policy ask of every account, as it is in force, and the versions before. */
export const LawChecklistQuery = graphql(`
  query LawChecklist {
    lawChecklist {
      id
      version
      isDefault
      items {
        key
        area
        question
        help
        answerer
        fact
        version
        authority {
          id
          title
        }
      }
    }
    lawChecklists(first: 50) {
      edges {
        node {
          id
          version
          isDefault
          adoptedAt
          reason
          adoptedBy {
            displayName
          }
        }
      }
    }
  }
`)

/** A checklist with all that it asks. */
export type LawChecklistDetail = ResultOf<typeof LawChecklistQuery>['lawChecklist']

export const AdoptLawChecklistMutation = graphql(
  `
    mutation AdoptLawChecklist($input: AdoptLawChecklistInput!) {
      result: adoptLawChecklist(input: $input) {
        ... on LawChecklist {
          __typename
          id
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** The checklist as it stands for one account. */
export const AccountLawChecklistQuery = graphql(`
  query AccountLawChecklist($slug: String!) {
    account(slug: $slug) {
      id
      slug
      title
      lawChecklist {
        version
        inOrder
        items {
          standing
          outcome
          evidence
          askedAgainAt
          mine
          item {
            key
            area
            question
            help
            answerer
            fact
            authority {
              id
              title
            }
          }
        }
        availableAction {
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
      lawAnswers {
        itemKey
        itemVersion
        outcome
        note
        answeredAt
        role
        answeredBy {
          displayName
        }
      }
    }
  }
`)

/** An account with its checklist. */
export type CheckedAccount = NonNullable<ResultOf<typeof AccountLawChecklistQuery>['account']>

/** A checklist that the reader may see. */
export type AccountChecklist = NonNullable<CheckedAccount['lawChecklist']>

export const AnswerLawChecklistMutation = graphql(
  `
    mutation AnswerLawChecklist($input: AnswerLawChecklistInput!) {
      result: answerLawChecklist(input: $input) {
        ... on Account {
          __typename
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)
