import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The versions of the security policy, the newest first, and which of them is in force. */
export const SecurityPoliciesQuery = graphql(`
  query SecurityPolicies {
    securityPolicy {
      id
      number
      authorizedTools
      rotationDays
    }
    securityPolicies(first: 50) {
      edges {
        node {
          __typename
          id
          number
          title
          text
          authorizedTools
          rotationDays
          effectiveFrom
        }
      }
    }
  }
`)

export const PublishSecurityPolicyMutation = graphql(
  `
    mutation PublishSecurityPolicy($input: PublishSecurityPolicyInput!) {
      result: publishSecurityPolicy(input: $input) {
        ... on SecurityPolicy {
          __typename
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const AttestAccountSecurityPolicyMutation = graphql(
  `
    mutation AttestAccountSecurityPolicy($input: AttestAccountSecurityPolicyInput!) {
      result: attestAccountSecurityPolicy(input: $input) {
        ... on SecurityAttestation {
          __typename
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** A version of the policy in the list. */
export type SecurityPolicyRow = ResultOf<
  typeof SecurityPoliciesQuery
>['securityPolicies']['edges'][number]['node']
