import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

const ChangedRoleGrant = graphql(`
  fragment ChangedRoleGrant on RoleGrant {
    __typename
    id
    version
    person {
      __typename
      id
    }
  }
`)

const ChangedPerson = graphql(`
  fragment ChangedPerson on Person {
    __typename
    id
    version
  }
`)

export const GrantRoleMutation = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      result: grantRole(input: $input) {
        ...ChangedRoleGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedRoleGrant, RefusalFields],
)

export const RevokeRoleMutation = graphql(
  `
    mutation RevokeRole($input: RevokeRoleInput!) {
      result: revokeRole(input: $input) {
        ...ChangedRoleGrant
        ...RefusalFields
      }
    }
  `,
  [ChangedRoleGrant, RefusalFields],
)

export const DeactivatePersonMutation = graphql(
  `
    mutation DeactivatePerson($input: PersonStateInput!) {
      result: deactivatePerson(input: $input) {
        ...ChangedPerson
        ...RefusalFields
      }
    }
  `,
  [ChangedPerson, RefusalFields],
)

export const ReactivatePersonMutation = graphql(
  `
    mutation ReactivatePerson($input: PersonStateInput!) {
      result: reactivatePerson(input: $input) {
        ...ChangedPerson
        ...RefusalFields
      }
    }
  `,
  [ChangedPerson, RefusalFields],
)

export const SuspendPersonRightsMutation = graphql(
  `
    mutation SuspendPersonRights($input: PersonStateInput!) {
      result: suspendPersonRights(input: $input) {
        ...ChangedPerson
        ...RefusalFields
      }
    }
  `,
  [ChangedPerson, RefusalFields],
)

export const RestorePersonRightsMutation = graphql(
  `
    mutation RestorePersonRights($input: PersonStateInput!) {
      result: restorePersonRights(input: $input) {
        ...ChangedPerson
        ...RefusalFields
      }
    }
  `,
  [ChangedPerson, RefusalFields],
)
