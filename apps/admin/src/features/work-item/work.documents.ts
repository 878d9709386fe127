import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** A page of what waits for whoever asks, and how much waits in each of their queues. */
export const WorkQuery = graphql(`
  query Work($first: Int!, $after: String, $queues: [String!]) {
    workItems(first: $first, after: $after, queues: $queues) {
      totalCount
      hasNextPage
      endCursor
      queues {
        kind
        title
        count
      }
      items {
        kind
        subjectType
        subjectId
        title
        detail
        componentCode
        reason
        action
        since
        dueOn
        escalatedTo
      }
    }
  }
`)

type Work = ResultOf<typeof WorkQuery>['workItems']

/** Something that waits. */
export type WorkItem = Work['items'][number]

/** How much waits in a queue. */
export type QueueCount = Work['queues'][number]
