import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The form by which accounts are requested, as it is in force. */
export const RequestFormQuery = graphql(`
  query RequestForm {
    requestForm {
      id
      version
      isDefault
      adoptedAt
      reason
      adoptedBy {
        displayName
      }
      requiredDetails
      questions {
        key
        label
        help
        kind
        choices
        required
        risk
        clause {
          id
          title
        }
      }
    }
    requestForms(first: 50) {
      totalCount
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

/** A form with all that it asks. */
export type RequestFormDetail = ResultOf<typeof RequestFormQuery>['requestForm']

export const AdoptRequestFormMutation = graphql(
  `
    mutation AdoptRequestForm($input: AdoptRequestFormInput!) {
      result: adoptRequestForm(input: $input) {
        ... on RequestForm {
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
