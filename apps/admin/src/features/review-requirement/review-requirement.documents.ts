import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { OfferedActionFields } from '../../record/record.documents.ts'

/** Which reviews a platform needs, by when and for how long; who settled that, when and why. */
export const ReviewRequirementsQuery = graphql(
  `
    query ReviewRequirements {
      reviewRequirements {
        __typename
        id
        kind
        office
        dueDays
        validDays
        appliesTo
        settled
        settledAt
        reason
        version
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

export const SettleReviewRequirementMutation = graphql(
  `
    mutation SettleReviewRequirement($input: ReviewRequirementInput!) {
      result: settleReviewRequirement(input: $input) {
        ... on ReviewRequirement {
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

/** What the policy says of one review. */
export type RequirementRow = ResultOf<typeof ReviewRequirementsQuery>['reviewRequirements'][number]
