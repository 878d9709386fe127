import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

/** The publications of the public directory, the newest first. */
export const PublicationsQuery = graphql(`
  query Publications {
    publications(first: 20) {
      edges {
        node {
          __typename
          id
          state
          trigger
          reason
          requestedAt
          endedAt
          publishedAt
          accountCount
          failure
        }
      }
    }
  }
`)

export const PublishDirectoryMutation = graphql(
  `
    mutation PublishDirectory($input: PublishDirectoryInput!) {
      result: publishDirectory(input: $input) {
        ... on Publication {
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

/** A publication in the list. */
export type PublicationRow = ResultOf<typeof PublicationsQuery>['publications']['edges'][number]['node']
