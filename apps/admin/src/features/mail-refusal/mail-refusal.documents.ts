import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** Refused mail with what may be done about it. */
export const MailRefusalQuery = graphql(
  `
    query MailRefusalDetail($id: ID!) {
      mailRefusal(id: $id) {
        __typename
        id
        version
        failure
        mails
        refusedAt
        lastRefusedAt
        outcome
        settledAt
        person {
          id
          displayName
        }
        settledBy {
          displayName
        }
        availableActions {
          ...OfferedActionFields
        }
      }
    }
  `,
  [OfferedActionFields],
)

export const ResendRefusedMailMutation = graphql(
  `
    mutation ResendRefusedMail($input: ResendRefusedMailInput!) {
      result: resendRefusedMail(input: $input) {
        ... on MailRefusal {
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

export const GiveUpRefusedMailMutation = graphql(
  `
    mutation GiveUpRefusedMail($input: GiveUpRefusedMailInput!) {
      result: giveUpRefusedMail(input: $input) {
        ... on MailRefusal {
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

/** Refused mail as its page shows it. */
export type MailRefusalDetail = NonNullable<ResultOf<typeof MailRefusalQuery>['mailRefusal']>
