import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** Every queue from above, and the days of the department. */
export const QueueSurveyQuery = graphql(`
  query QueueSurvey {
    workQueues {
      kind
      title
      owners
      escalatesTo
      count
      overdue
      oldestSince
    }
    workPolicies {
      __typename
      id
      version
      queue
      dueDays
      stepDays
      noticeDays
      isDefault
    }
  }
`)

export const SetWorkPolicyMutation = graphql(
  `
    mutation SetWorkPolicy($input: SetWorkPolicyInput!) {
      result: setWorkPolicy(input: $input) {
        ... on WorkPolicy {
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

type Survey = ResultOf<typeof QueueSurveyQuery>

/** A queue from above. */
export type SurveyedQueue = Survey['workQueues'][number]

/** The days of a queue. */
export type WorkPolicy = Survey['workPolicies'][number]
