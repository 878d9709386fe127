import { graphql, type ResultOf } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'
import { DecisionFields, OfferedActionFields } from '../../record/record.documents.ts'

/** A page of imports, newest first. */
export const ImportListQuery = graphql(`
  query ImportList($first: Int!, $after: String, $state: [MigrationState!], $orderBy: AgeOrder) {
    migrations(first: $first, after: $after, state: $state, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          fileName
          state
          rowCount
          appliedRows
          submittedAt
          development
        }
      }
    }
  }
`)

/** One import with what was decided on it. */
export const ImportQuery = graphql(
  `
    query ImportPage($id: ID!) {
      migration(id: $id) {
        id
        version
        fileName
        columnSet
        sourceSha256
        state
        rowCount
        appliedRows
        counts
        appliedCounts
        submittedAt
        appliedAt
        development
        availableActions {
          ...OfferedActionFields
        }
        decisions {
          ...DecisionFields
        }
      }
    }
  `,
  [DecisionFields, OfferedActionFields],
)

const ImportRowFields = graphql(`
  fragment ImportRowFields on MigrationRow {
    __typename
    id
    rowNumber
    outcome
    heldReason
    code
    reason
    canonicalKey
    duplicateOf
    raw
    resolvedAt
    resolution
  }
`)

/** A page of an import's rows, in the order of the file. */
export const ImportRowsQuery = graphql(
  `
    query ImportRows(
      $first: Int!
      $after: String
      $migrationId: ID!
      $outcome: [RowOutcome!]
      $unresolved: Boolean
    ) {
      migrationRows(
        first: $first
        after: $after
        migrationId: $migrationId
        outcome: $outcome
        unresolved: $unresolved
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ImportRowFields
          }
        }
      }
    }
  `,
  [ImportRowFields],
)

/** One row, and the components it may belong to. */
export const ImportRowQuery = graphql(
  `
    query ImportRow($id: ID!) {
      node(id: $id) {
        __typename
        ... on MigrationRow {
          ...ImportRowFields
          migration {
            id
            fileName
          }
        }
      }
      components {
        id
        code
        name
      }
    }
  `,
  [ImportRowFields],
)

/** What importing a file would do now; nothing is written. */
export const ImportPreviewQuery = graphql(
  `
    query ImportPreview($fileName: String!, $content: String!) {
      migrationPreview(fileName: $fileName, content: $content) {
        __typename
        ... on MigrationPreview {
          columnSet
          sourceSha256
          rowCount
          counts
          rows {
            rowNumber
            outcome
            code
            reason
            platformName
            handle
            profileUrl
            duplicateOf
            existingAccountId
            changes {
              field
              before
              after
            }
          }
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export type ImportDetail = NonNullable<ResultOf<typeof ImportQuery>['migration']>
export type ImportRow = ResultOf<typeof ImportRowFields>
export type ImportPreview = Extract<
  ResultOf<typeof ImportPreviewQuery>['migrationPreview'],
  { __typename: 'MigrationPreview' }
>
