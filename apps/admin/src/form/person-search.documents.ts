import { graphql, type ResultOf } from '@official-accounts/client/graphql'

/** People by part of their name, as many as a short list shows. */
export const PersonSearchQuery = graphql(`
  query PersonSearch($search: String!) {
    people(first: 8, search: $search) {
      edges {
        node {
          id
          displayName
          email
          state
          component {
            code
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

/** The name of somebody chosen earlier. */
export const ChosenPersonQuery = graphql(`
  query ChosenPerson($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person {
        id
        displayName
      }
    }
  }
`)

/** Somebody a search found. */
export type FoundPerson = ResultOf<typeof PersonSearchQuery>['people']['edges'][number]['node']
