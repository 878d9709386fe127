import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

export const SubmitMigrationMutation = graphql(
  `
    mutation SubmitMigration($input: SubmitMigrationInput!) {
      result: submitMigration(input: $input) {
        __typename
        ... on Migration {
          id
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const DecideMigrationMutation = graphql(
  `
    mutation DecideMigration($input: DecideMigrationInput!) {
      result: decideMigration(input: $input) {
        __typename
        ... on Migration {
          id
          version
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const ResolveMigrationRowMutation = graphql(
  `
    mutation ResolveMigrationRow($input: ResolveMigrationRowInput!) {
      result: resolveMigrationRow(input: $input) {
        __typename
        ... on MigrationRow {
          id
          resolvedAt
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)
