import { CLAUSES, type ClauseId } from '@official-accounts/domain/directive/clauses'
import {
  DomainError,
  type InputIssue,
  type RecordReference,
  type Refusal,
} from '@official-accounts/domain/errors'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder } from './builder.ts'

/** A refusal as a member of a mutation's result; one class for each GraphQL type, as the errors plugin wants it. */
class RefusalError extends Error {
  readonly code: Refusal['code']
  readonly clauses: readonly ClauseId[]

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.code = refusal.code
    this.clauses = 'clauses' in refusal ? refusal.clauses : []
  }
}

export class ForbiddenError extends RefusalError {}

export class StrongerSignInError extends RefusalError {
  readonly needed: readonly string[]
  constructor(refusal: Extract<Refusal, { code: 'STRONGER_SIGN_IN' }>) {
    super(refusal)
    this.needed = refusal.needed
  }
}

export class PolicyRefusalError extends RefusalError {}
export class NotFoundError extends RefusalError {}

export class InvalidStateError extends RefusalError {
  readonly state: string
  readonly allowed: readonly string[]
  constructor(refusal: Extract<Refusal, { code: 'INVALID_STATE' }>) {
    super(refusal)
    this.state = refusal.state
    this.allowed = refusal.allowed
  }
}

export class StaleVersionError extends RefusalError {
  readonly expected: number
  readonly actual: number
  constructor(refusal: Extract<Refusal, { code: 'STALE_VERSION' }>) {
    super(refusal)
    this.expected = refusal.expected
    this.actual = refusal.actual
  }
}

export class InvalidInputError extends RefusalError {
  readonly issues: readonly InputIssue[]
  constructor(refusal: Extract<Refusal, { code: 'INVALID_INPUT' }>) {
    super(refusal)
    this.issues = refusal.issues
  }
}

export class ConflictError extends RefusalError {
  readonly existing: RecordReference | null
  constructor(refusal: Extract<Refusal, { code: 'CONFLICT' }>) {
    super(refusal)
    this.existing = refusal.existing
  }
}

/** Every error a mutation may answer with. */
export const REFUSAL_ERRORS = [
  ForbiddenError,
  StrongerSignInError,
  PolicyRefusalError,
  InvalidStateError,
  StaleVersionError,
  InvalidInputError,
  NotFoundError,
  ConflictError,
]

/** A domain refusal as the error class of its GraphQL type; anything else as it is, to be masked. */
export function toResultError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  const { refusal } = error
  switch (refusal.code) {
    case 'FORBIDDEN':
      return new ForbiddenError(refusal)
    case 'STRONGER_SIGN_IN':
      return new StrongerSignInError(refusal)
    case 'POLICY_REFUSAL':
      return new PolicyRefusalError(refusal)
    case 'INVALID_STATE':
      return new InvalidStateError(refusal)
    case 'STALE_VERSION':
      return new StaleVersionError(refusal)
    case 'INVALID_INPUT':
      return new InvalidInputError(refusal)
    case 'NOT_FOUND':
      return new NotFoundError(refusal)
    case 'CONFLICT':
      return new ConflictError(refusal)
  }
}

/** A clause of the Directive, as an error or a decision cites it. */
export const ClauseRef = builder.objectRef<ClauseId>('Clause').implement({
  description: 'An obligation of the Directive, by its id.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.string({ description: 'Its id, such as V.B.1.', resolve: (clause) => clause }),
    title: t.string({ description: 'What it asks, in short.', resolve: (clause) => CLAUSES[clause].title }),
    exceptionable: t.boolean({
      description: 'Whether a written exception may lift it (V.B.12).',
      resolve: (clause) => CLAUSES[clause].exceptionable,
    }),
  }),
})

const ErrorInterface = builder.interfaceRef<RefusalError>('Error').implement({
  description: 'Why something did not happen.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'A stable code; one for each type of error.' }),
    message: t.exposeString('message', { description: 'What happened, in words for a person.' }),
  }),
})

const InputIssueRef = builder.objectRef<InputIssue>('InputIssue').implement({
  description: 'One thing wrong with an input.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The field it is about.' }),
    message: t.exposeString('message', { description: 'What to do about it.' }),
  }),
})

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: 'You may not do this here; the message names the roles that may.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    clauses: t.field({
      type: [ClauseRef],
      description: 'What gives the power to others.',
      resolve: ({ clauses }) => [...clauses],
    }),
  }),
})

builder.objectType(StrongerSignInError, {
  name: 'StrongerSignInError',
  description:
    'You may decide this, after a sign-in by a stronger method than the one of this session or token.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    needed: t.stringList({
      description: 'The authentication contexts (acr) of which the sign-in has to be one.',
      resolve: ({ needed }) => [...needed],
    }),
  }),
})

builder.objectType(PolicyRefusalError, {
  name: 'PolicyRefusalError',
  description: 'A clause of the Directive forbids it.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    clauses: t.field({
      type: [ClauseRef],
      description: 'The clauses that forbid it; at least one.',
      resolve: ({ clauses }) => [...clauses],
    }),
  }),
})

builder.objectType(InvalidStateError, {
  name: 'InvalidStateError',
  description: 'The record is in a state that does not allow it.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.exposeString('state', { description: 'The state the record is in.' }),
    allowed: t.stringList({ description: 'What that state allows.', resolve: ({ allowed }) => [...allowed] }),
  }),
})

builder.objectType(StaleVersionError, {
  name: 'StaleVersionError',
  description: 'The record has changed since you read it.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    expected: t.exposeInt('expected', { description: 'The version you saw.' }),
    actual: t.exposeInt('actual', { description: 'The version it is at.' }),
  }),
})

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'The input is wrong, field by field.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    issues: t.field({
      type: [InputIssueRef],
      description: 'Everything that is wrong; at least one.',
      resolve: ({ issues }) => [...issues],
    }),
  }),
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such record, or you may not see it.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
})

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'Something that excludes this exists already.',
  interfaces: [ErrorInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    existingId: t.id({
      nullable: true,
      description: 'What exists already, where you may see it; read it with node(id).',
      resolve: ({ existing }) => (existing ? encodeGlobalID(existing.type, existing.id) : null),
    }),
  }),
})
