import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The numbers of the policy: what they are, who set them, when and why. */
export const PolicySettingsQuery = graphql(`
  query PolicySettings {
    policySettings {
      __typename
      id
      key
      queue
      title
      unit
      value
      standardValue
      isStandard
      least
      most
      reason
      changedAt
      version
      changedBy {
        displayName
      }
      clause {
        id
        title
      }
    }
  }
`)

export const ChangePolicySettingMutation = graphql(
  `
    mutation ChangePolicySetting($input: ChangePolicySettingInput!) {
      result: changePolicySetting(input: $input) {
        ... on PolicySetting {
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

/** A number of the policy in the list. */
export type PolicySettingRow = ResultOf<typeof PolicySettingsQuery>['policySettings'][number]
