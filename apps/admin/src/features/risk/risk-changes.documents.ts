import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

// What changed, and no more: a refusal has a field `state` of its own.
const ChangedRisk = graphql(`
  fragment ChangedRisk on Risk {
    __typename
    id
    version
  }
`)

const ChangedRiskMitigation = graphql(`
  fragment ChangedRiskMitigation on RiskMitigation {
    __typename
    id
    version
    risk {
      __typename
      id
    }
  }
`)

export const RaiseRiskMutation = graphql(
  `
    mutation RaiseRisk($input: RaiseRiskInput!) {
      result: raiseRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const AssessRiskMutation = graphql(
  `
    mutation AssessRisk($input: AssessRiskInput!) {
      result: assessRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const MitigateRiskMutation = graphql(
  `
    mutation MitigateRisk($input: MitigateRiskInput!) {
      result: mitigateRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const AcceptRiskMutation = graphql(
  `
    mutation AcceptRisk($input: AcceptRiskInput!) {
      result: acceptRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const ReviewRiskMutation = graphql(
  `
    mutation ReviewRisk($input: ReviewRiskInput!) {
      result: reviewRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const CloseRiskMutation = graphql(
  `
    mutation CloseRisk($input: RiskInput!) {
      result: closeRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const ReopenRiskMutation = graphql(
  `
    mutation ReopenRisk($input: RiskInput!) {
      result: reopenRisk(input: $input) {
        ...ChangedRisk
        ...RefusalFields
      }
    }
  `,
  [ChangedRisk, RefusalFields],
)

export const PlanRiskMitigationMutation = graphql(
  `
    mutation PlanRiskMitigation($input: PlanRiskMitigationInput!) {
      result: planRiskMitigation(input: $input) {
        ...ChangedRiskMitigation
        ...RefusalFields
      }
    }
  `,
  [ChangedRiskMitigation, RefusalFields],
)

export const CompleteRiskMitigationMutation = graphql(
  `
    mutation CompleteRiskMitigation($input: CompleteRiskMitigationInput!) {
      result: completeRiskMitigation(input: $input) {
        ...ChangedRiskMitigation
        ...RefusalFields
      }
    }
  `,
  [ChangedRiskMitigation, RefusalFields],
)

export const DropRiskMitigationMutation = graphql(
  `
    mutation DropRiskMitigation($input: DropRiskMitigationInput!) {
      result: dropRiskMitigation(input: $input) {
        ...ChangedRiskMitigation
        ...RefusalFields
      }
    }
  `,
  [ChangedRiskMitigation, RefusalFields],
)
