import type { CombinedError, TypedDocumentNode } from '@urql/core'
import { graphql, type ResultOf } from './graphql.ts'

/** Every typed error of a mutation with all it says; spread it in each result union. */
export const RefusalFields = graphql(`
  fragment RefusalFields on Error {
    __typename
    code
    message
    ... on PolicyRefusalError {
      clauses {
        id
        title
      }
    }
    ... on ForbiddenError {
      clauses {
        id
        title
      }
    }
    ... on StrongerSignInError {
      needed
    }
    ... on InvalidStateError {
      state
      allowed
    }
    ... on StaleVersionError {
      expected
      actual
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
    ... on ConflictError {
      existingId
    }
  }
`)

/** Why a mutation did not happen, as the server typed it. */
export type Refusal = ResultOf<typeof RefusalFields>

/** The record a mutation changed. */
export interface ChangedRecord {
  readonly __typename: string
  readonly id: string
}

/** Fields that every change may carry (contract: safe retries). */
export interface ChangeInput {
  readonly idempotencyKey?: string | null
}

/** A mutation whose one field is aliased `result` and answers with the changed record or a refusal. */
export type ChangeDocument<Input extends ChangeInput> = TypedDocumentNode<
  { result: ChangedRecord | Refusal },
  { input: Input }
>

/** Why a request got no typed answer at all, and what helps. */
export type Failure =
  | { readonly kind: 'SESSION_EXPIRED' }
  | { readonly kind: 'OFFLINE' }
  | { readonly kind: 'RATE_LIMITED' }
  | { readonly kind: 'REJECTED'; readonly message: string }
  | { readonly kind: 'FAULT'; readonly requestId: string | null }

/** What became of a mutation. */
export type ChangeOutcome =
  | { readonly kind: 'DONE'; readonly record: ChangedRecord }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  | { readonly kind: 'FAILED'; readonly failure: Failure }

/** Whether a result is one of the typed errors. */
export function isRefusal(result: ChangedRecord | Refusal): result is Refusal {
  return 'code' in result && 'message' in result
}

/** Sorts a failed request by what the person in front of it can do. */
export function readFailure(error: CombinedError): Failure {
  const first = error.graphQLErrors[0]
  if (!first) return error.networkError ? { kind: 'OFFLINE' } : { kind: 'FAULT', requestId: null }
  const { code, requestId } = first.extensions
  if (code === 'UNAUTHENTICATED' || isUnknownHere(first)) return { kind: 'SESSION_EXPIRED' }
  if (code === 'RATE_LIMITED') return { kind: 'RATE_LIMITED' }
  if (code === 'BAD_USER_INPUT' || code === 'COMPLEXITY') return { kind: 'REJECTED', message: first.message }
  return { kind: 'FAULT', requestId: typeof requestId === 'string' ? requestId : null }
}

// Once the cookie itself is gone the caller is a stranger, whose schema lacks what signed-in documents ask for. These
// documents are checked against the whole schema before they ship, so nothing else makes a field unknown.
function isUnknownHere({ message, path }: CombinedError['graphQLErrors'][number]): boolean {
  return (
    path === undefined &&
    /^(Cannot query field|Unknown type|Unknown argument|Schema is not configured)/.test(message)
  )
}

/** Turns what came back for a `ChangeDocument` into one of its three outcomes. */
export function readOutcome(answer: {
  readonly data?: { result: ChangedRecord | Refusal } | undefined
  readonly error?: CombinedError | undefined
}): ChangeOutcome {
  if (answer.error) return { kind: 'FAILED', failure: readFailure(answer.error) }
  if (!answer.data) return { kind: 'FAILED', failure: { kind: 'FAULT', requestId: null } }
  const { result } = answer.data
  return isRefusal(result) ? { kind: 'REFUSED', refusal: result } : { kind: 'DONE', record: result }
}
