import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** What waits for whoever asks, what is due first first. */
export const WorkQuery = graphql(`
  query Work {
    workItems(first: 100) {
      totalCount
      items {
        kind
        subjectType
        subjectId
        title
        componentCode
        reason
        action
        since
        dueOn
      }
    }
  }
`)

/** Something that waits. */
export type WorkItem = ResultOf<typeof WorkQuery>['workItems']['items'][number]
