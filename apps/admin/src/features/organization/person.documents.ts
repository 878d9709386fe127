import { graphql, type ResultOf } from '@official-accounts/client/graphql'

const PersonFields = graphql(`
  fragment PersonFields on Person {
    id
    version
    displayName
    email
    affiliation
    organizationName
    state
    rightsSuspendedAt
    component {
      code
      name
    }
    roleGrants {
      id
      version
      title
      reason
      validFrom
      validUntil
      revokedAt
      component {
        code
      }
    }
  }
`)

/** A page of the people that whoever asks may see. */
export const PeopleQuery = graphql(
  `
    query People(
      $first: Int!
      $after: String
      $search: String
      $state: PersonState
      $component: String
      $orderBy: PersonOrder
    ) {
      people(
        first: $first
        after: $after
        search: $search
        state: $state
        component: $component
        orderBy: $orderBy
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PersonFields
          }
        }
      }
    }
  `,
  [PersonFields],
)

/** One person with the roles they hold and held, and what a role is granted for. */
export const PersonQuery = graphql(
  `
    query PersonPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on Person {
          ...PersonFields
        }
      }
      components {
        id
        code
        name
      }
    }
  `,
  [PersonFields],
)

/** A person as pages show one. */
export type PersonDetail = ResultOf<typeof PersonFields>

/** A role held for a time. */
export type GrantRow = PersonDetail['roleGrants'][number]
