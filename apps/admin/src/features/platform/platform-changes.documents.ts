import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

const ChangedPlatform = graphql(`
  fragment ChangedPlatform on Platform {
    __typename
    id
    slug
    version
  }
`)

export const ProposePlatformMutation = graphql(
  `
    mutation ProposePlatform($input: ProposePlatformInput!) {
      result: proposePlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const RecordPlatformTermsChangeMutation = graphql(
  `
    mutation RecordPlatformTermsChange($input: PlatformTermsChangeInput!) {
      result: recordPlatformTermsChange(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const ApprovePlatformMutation = graphql(
  `
    mutation ApprovePlatform($input: PlatformApprovalInput!) {
      result: approvePlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const DenyPlatformMutation = graphql(
  `
    mutation DenyPlatform($input: PlatformDecisionInput!) {
      result: denyPlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const SuspendPlatformMutation = graphql(
  `
    mutation SuspendPlatform($input: PlatformDecisionInput!) {
      result: suspendPlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const ReinstatePlatformMutation = graphql(
  `
    mutation ReinstatePlatform($input: PlatformApprovalInput!) {
      result: reinstatePlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const ProhibitPlatformMutation = graphql(
  `
    mutation ProhibitPlatform($input: ProhibitPlatformInput!) {
      result: prohibitPlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)

export const RetirePlatformMutation = graphql(
  `
    mutation RetirePlatform($input: PlatformDecisionInput!) {
      result: retirePlatform(input: $input) {
        ...ChangedPlatform
        ...RefusalFields
      }
    }
  `,
  [ChangedPlatform, RefusalFields],
)
