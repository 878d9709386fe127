import type { ClauseId } from './directive/clauses.ts'

/** One thing wrong with an input: where, and what to do about it. */
export interface InputIssue {
  readonly path: string
  readonly message: string
}

/** Why something did not happen. The code tells the kinds apart; GraphQL has one error type for each. */
export type Refusal =
  | { readonly code: 'FORBIDDEN'; readonly message: string; readonly clauses: readonly ClauseId[] }
  | { readonly code: 'STRONGER_SIGN_IN'; readonly message: string; readonly needed: readonly string[] }
  | {
      readonly code: 'POLICY_REFUSAL'
      readonly message: string
      readonly clauses: readonly [ClauseId, ...ClauseId[]]
    }
  | {
      readonly code: 'INVALID_STATE'
      readonly message: string
      readonly state: string
      readonly allowed: readonly string[]
    }
  | {
      readonly code: 'STALE_VERSION'
      readonly message: string
      readonly expected: number
      readonly actual: number
    }
  | { readonly code: 'INVALID_INPUT'; readonly message: string; readonly issues: readonly InputIssue[] }
  | { readonly code: 'NOT_FOUND'; readonly message: string }
  | { readonly code: 'CONFLICT'; readonly message: string; readonly existing: RecordReference | null }

/** A record by type and id, for an error that points at what already exists. */
export interface RecordReference {
  readonly type: string
  readonly id: string
}

export type RefusalCode = Refusal['code']

/** A refusal on its way out of a transaction: thrown so that it rolls back, turned into data at the edge. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The actor may not do this here. */
export function forbidden(message: string, ...clauses: ClauseId[]): Refusal {
  return { code: 'FORBIDDEN', message, clauses }
}

/** The actor may decide this, after a sign-in with one of these authentication contexts. */
export function strongerSignIn(needed: readonly string[]): Refusal {
  const message = 'This is an office’s decision. Sign in again with the stronger method to make it.'
  return { code: 'STRONGER_SIGN_IN', message, needed }
}

/** A clause of the Directive forbids it. */
export function policyRefusal(message: string, ...clauses: [ClauseId, ...ClauseId[]]): Refusal {
  return { code: 'POLICY_REFUSAL', message, clauses }
}

/** The input is wrong at `path`. */
export function invalidInput(path: string, message: string): Refusal {
  return { code: 'INVALID_INPUT', message: `${path}: ${message}`, issues: [{ path, message }] }
}

/** There is no such record, or the caller may not see it. */
export function notFound(what: string): Refusal {
  return { code: 'NOT_FOUND', message: `There is no such ${what}, or you may not see it.` }
}

/** Something that excludes this exists already. */
export function conflict(message: string, existing: RecordReference | null = null): Refusal {
  return { code: 'CONFLICT', message, existing }
}
