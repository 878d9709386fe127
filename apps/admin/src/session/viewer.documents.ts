import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** Who is signed in, and what they may ever do. */
export const ViewerQuery = graphql(`
  query Viewer {
    me {
      displayName
      permissions
      actor {
        id
      }
      roles {
        role
        title
        componentIds
      }
    }
  }
`)

/** How much waits for whoever is signed in. */
export const WorkCountQuery = graphql(`
  query WorkCount {
    workItems(first: 1) {
      totalCount
    }
  }
`)

/** The signed-in person. */
export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['me']>
