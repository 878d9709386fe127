import type { Tx } from '@official-accounts/db/transaction'
import type { DomainEvent } from '@official-accounts/db/outbox'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Place } from '@official-accounts/domain/access/authorize'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { Role } from '@official-accounts/domain/access/roles'
import type { AuditEntry, SubjectType } from '@official-accounts/domain/audit/audit-entry'
import type { Decision } from '@official-accounts/domain/decision'
import type { RecordReference } from '@official-accounts/domain/errors'
import type { ZodType } from 'zod'

/** Under which role, at which instant and by whom a decision was made: what `apply` writes down with it. */
export interface DecisionContext {
  readonly actor: Actor
  readonly role: Role | null
  /** The delegation the role is lent by, if it is (IV.A.4). */
  readonly delegationId: string | null
  readonly now: Date
}

/** What a command did. Without an audit entry it does not compile. */
export interface Applied {
  readonly result: RecordReference
  readonly audit: readonly [AuditEntry, ...AuditEntry[]]
  readonly events: readonly DomainEvent[]
}

/** The only way state changes: lock, authorize and decide, apply, audit, outbox, in one transaction. */
export interface Command<Input, Locked, Outcome> {
  /** The GraphQL mutation's name. */
  readonly name: string
  readonly permission: Permission
  readonly subjectType: SubjectType
  readonly input: ZodType<Input>
  /** Reads the record and what a decision looks at, under locks. Throws NOT_FOUND as a DomainError. */
  lock(tx: Tx, input: Input): Promise<Locked>
  /** Where the act takes effect, for authorization and for the audit chain. */
  place(locked: Locked, input: Input): Place
  /** The record's id, for the audit of a refusal; null before it exists. */
  subjectId(input: Input): string | null
  /** The record's version, where an `expectedVersion` may be given. */
  version?(locked: Locked): number
  /** Pure: no transaction in reach. */
  decide(actor: Actor, now: Date, input: Input, locked: Locked): Decision<Outcome>
  apply(tx: Tx, outcome: Outcome, locked: Locked, context: DecisionContext): Promise<Applied>
}

/** Declares a command; types flow from `input` to `decide` to `apply`. */
export function defineCommand<Input, Locked, Outcome>(
  command: Command<Input, Locked, Outcome>,
): Command<Input, Locked, Outcome> {
  return command
}
