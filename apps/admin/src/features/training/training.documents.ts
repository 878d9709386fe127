import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The courses, and where everybody who answers for accounts stands with them. */
export const TrainingQuery = graphql(`
  query Training {
    trainingCourses(first: 50) {
      edges {
        node {
          __typename
          id
          title
          description
          validMonths
          requiredFrom
          endedAt
          sample
        }
      }
    }
    trainingStandings(first: 50) {
      totalCount
      currentCount
      edges {
        node {
          missing
          currentUntil
          person {
            __typename
            id
            displayName
          }
        }
      }
    }
  }
`)

export const AddTrainingCourseMutation = graphql(
  `
    mutation AddTrainingCourse($input: AddTrainingCourseInput!) {
      result: addTrainingCourse(input: $input) {
        ... on TrainingCourse {
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

export const EndTrainingCourseMutation = graphql(
  `
    mutation EndTrainingCourse($input: EndTrainingCourseInput!) {
      result: endTrainingCourse(input: $input) {
        ... on TrainingCourse {
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

export const RecordTrainingMutation = graphql(
  `
    mutation RecordTraining($input: RecordTrainingInput!) {
      result: recordTraining(input: $input) {
        ... on TrainingCompletion {
          __typename
          id
          expiresOn
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** A course in the list. */
export type CourseRow = ResultOf<typeof TrainingQuery>['trainingCourses']['edges'][number]['node']
/** Somebody who has to be trained. */
export type StandingRow = ResultOf<typeof TrainingQuery>['trainingStandings']['edges'][number]['node']
