import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedModeration = graphql(`
  fragment ChangedModeration on ModerationAction {
    __typename
    id
    version
  }
`)

export const RecordModerationMutation = graphql(
  `
    mutation RecordModeration($input: RecordModerationActionInput!) {
      result: recordModerationAction(input: $input) {
        ...ChangedModeration
        ...RefusalFields
      }
    }
  `,
  [ChangedModeration, RefusalFields],
)

export const ReviewModerationMutation = graphql(
  `
    mutation ReviewModeration($input: ReviewModerationActionInput!) {
      result: reviewModerationAction(input: $input) {
        ...ChangedModeration
        ...RefusalFields
      }
    }
  `,
  [ChangedModeration, RefusalFields],
)

export const ReverseModerationMutation = graphql(
  `
    mutation ReverseModeration($input: ReverseModerationActionInput!) {
      result: reverseModerationAction(input: $input) {
        ...ChangedModeration
        ...RefusalFields
      }
    }
  `,
  [ChangedModeration, RefusalFields],
)

export const ReaffirmBlockMutation = graphql(
  `
    mutation ReaffirmBlock($input: ReaffirmBlockInput!) {
      result: reaffirmBlock(input: $input) {
        ...ChangedModeration
        ...RefusalFields
      }
    }
  `,
  [ChangedModeration, RefusalFields],
)

export const CorrectModerationMutation = graphql(
  `
    mutation CorrectModeration($input: CorrectModerationActionInput!) {
      result: correctModerationAction(input: $input) {
        ...ChangedModeration
        ...RefusalFields
      }
    }
  `,
  [ChangedModeration, RefusalFields],
)
