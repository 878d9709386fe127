import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

const ChangedFinding = graphql(`
  fragment ChangedFinding on Finding {
    __typename
    id
    version
  }
`)

const ChangedCorrectiveAction = graphql(`
  fragment ChangedCorrectiveAction on CorrectiveAction {
    __typename
    id
    version
    finding {
      __typename
      id
    }
  }
`)

export const OpenFindingMutation = graphql(
  `
    mutation OpenFinding($input: OpenFindingInput!) {
      result: openFinding(input: $input) {
        ...ChangedFinding
        ...RefusalFields
      }
    }
  `,
  [ChangedFinding, RefusalFields],
)

export const CloseFindingMutation = graphql(
  `
    mutation CloseFinding($input: CloseFindingInput!) {
      result: closeFinding(input: $input) {
        ...ChangedFinding
        ...RefusalFields
      }
    }
  `,
  [ChangedFinding, RefusalFields],
)

export const AssignCorrectiveActionMutation = graphql(
  `
    mutation AssignCorrectiveAction($input: AssignCorrectiveActionInput!) {
      result: assignCorrectiveAction(input: $input) {
        ...ChangedCorrectiveAction
        ...RefusalFields
      }
    }
  `,
  [ChangedCorrectiveAction, RefusalFields],
)

export const CompleteCorrectiveActionMutation = graphql(
  `
    mutation CompleteCorrectiveAction($input: CompleteCorrectiveActionInput!) {
      result: completeCorrectiveAction(input: $input) {
        ...ChangedCorrectiveAction
        ...RefusalFields
      }
    }
  `,
  [ChangedCorrectiveAction, RefusalFields],
)

export const AcceptCorrectiveActionMutation = graphql(
  `
    mutation AcceptCorrectiveAction($input: JudgeCorrectiveActionInput!) {
      result: acceptCorrectiveAction(input: $input) {
        ...ChangedCorrectiveAction
        ...RefusalFields
      }
    }
  `,
  [ChangedCorrectiveAction, RefusalFields],
)

export const ReturnCorrectiveActionMutation = graphql(
  `
    mutation ReturnCorrectiveAction($input: JudgeCorrectiveActionInput!) {
      result: returnCorrectiveAction(input: $input) {
        ...ChangedCorrectiveAction
        ...RefusalFields
      }
    }
  `,
  [ChangedCorrectiveAction, RefusalFields],
)
