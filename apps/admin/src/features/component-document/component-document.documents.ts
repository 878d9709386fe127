import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { DecisionFields } from '../../record/record.documents.ts'

/** How far every component has come (OIG.4, IV.E.1). */
export const CoverageQuery = graphql(`
  query ComponentCoverage {
    componentCoverage {
      policy
      process
      component {
        __typename
        id
        code
        slug
        name
      }
    }
  }
`)

/** What a component wrote, in its versions. */
export const ComponentDocumentsQuery = graphql(
  `
    query ComponentDocuments($component: String!) {
      components {
        __typename
        id
        code
        name
      }
      componentProcesses(first: 20, filter: { component: $component }) {
        edges {
          node {
            __typename
            id
            number
            title
            body
            state
            alignment
            sample
            version
            submittedAt
            availableActions {
              action
              allowed
            }
            decisions {
              ...DecisionFields
            }
          }
        }
      }
      componentPolicies(first: 20, filter: { component: $component }) {
        edges {
          node {
            __typename
            id
            number
            title
            body
            state
            sample
            version
            submittedAt
            availableActions {
              action
              allowed
            }
            decisions {
              ...DecisionFields
            }
          }
        }
      }
    }
  `,
  [DecisionFields],
)

export const PublishComponentProcessMutation = graphql(
  `
    mutation PublishComponentProcess($input: PublishComponentProcessInput!) {
      result: publishComponentProcess(input: $input) {
        ... on ComponentProcess {
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

export const ReviewComponentProcessMutation = graphql(
  `
    mutation ReviewComponentProcess($input: ReviewComponentProcessInput!) {
      result: reviewComponentProcess(input: $input) {
        ... on ComponentProcess {
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

export const SubmitComponentPolicyMutation = graphql(
  `
    mutation SubmitComponentPolicy($input: SubmitComponentPolicyInput!) {
      result: submitComponentPolicy(input: $input) {
        ... on ComponentPolicy {
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

export const ReviewComponentPolicyMutation = graphql(
  `
    mutation ReviewComponentPolicy($input: ReviewComponentPolicyInput!) {
      result: reviewComponentPolicy(input: $input) {
        ... on ComponentPolicy {
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

export const ConfirmPolicyImplementationMutation = graphql(
  `
    mutation ConfirmPolicyImplementation($input: ConfirmPolicyImplementationInput!) {
      result: confirmPolicyImplementation(input: $input) {
        ... on ComponentPolicy {
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

type Documents = ResultOf<typeof ComponentDocumentsQuery>

/** A component in the coverage report. */
export type CoverageRow = ResultOf<typeof CoverageQuery>['componentCoverage'][number]
/** One version of what a component wrote. */
export type ComponentDocument =
  | Documents['componentProcesses']['edges'][number]['node']
  | Documents['componentPolicies']['edges'][number]['node']
