import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './generated/introspection.d.ts'

/**
 * Tags a GraphQL document and types its result and variables from `packages/schema/schema.graphql`.
 * Fragments are not masked: the faces validate or render whole records.
 * `tsc` does not notice an unknown field; `gql.tada check` does.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: {
    /** An instant in UTC, ISO 8601. */
    DateTime: string
    /** A calendar date, YYYY-MM-DD. */
    Date: string
    JSON: unknown
  }
}>()

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada'
