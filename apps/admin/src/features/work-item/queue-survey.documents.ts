import { graphql, type ResultOf } from '@official-accounts/client/graphql'

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
      id
      queue
      dueDays
      stepDays
      noticeDays
      isDefault
    }
  }
`)

type Survey = ResultOf<typeof QueueSurveyQuery>

/** A queue from above. */
export type SurveyedQueue = Survey['workQueues'][number]

/** The days of a queue. */
export type WorkPolicy = Survey['workPolicies'][number]
