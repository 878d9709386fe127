import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** Every queue from above, with the days the department has set for it. */
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
      dueDays
      stepDays
      noticeDays
    }
  }
`)

/** A queue from above. */
export type SurveyedQueue = ResultOf<typeof QueueSurveyQuery>['workQueues'][number]
