import type { CivilRightsAdvice, SecurityAnswer } from '@official-accounts/domain/account/account'
import { Prisma } from '../generated/client/client.ts'
import type { DecisionKind } from '../generated/client/enums.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import { newId } from '../uuid.ts'

/** What a move of an account may write beside its state. */
export interface AccountMoveFields {
  readonly permittedAt?: Date | null
  readonly permittedById?: string | null
  readonly approvedById?: string | null
  readonly securityAttestation?: SecurityAnswer | null
  readonly civilRightsAdvice?: CivilRightsAdvice | null
  readonly suspendedAt?: Date | null
  readonly retiringAt?: Date | null
  readonly platformReviewSince?: Date | null
}

/** A move of an account: where to, what else is written, and the decision behind it. */
export interface AccountMove {
  readonly accountId: string
  readonly state: string
  readonly version: number
  readonly at: Date
  readonly fields: AccountMoveFields
  readonly decision: {
    readonly kind: DecisionKind
    readonly decidedById: string
    readonly role: string | null
    readonly delegationId: string | null
    readonly clauses: readonly string[]
    readonly reason: string | null
    readonly usedExceptionIds: readonly string[]
  }
}

const COLUMNS = {
  permittedAt: 'permitted_at',
  permittedById: 'permitted_by_id',
  approvedById: 'approved_by_id',
  securityAttestation: 'security_attestation',
  civilRightsAdvice: 'civil_rights_advice',
  suspendedAt: 'suspended_at',
  retiringAt: 'retiring_at',
  platformReviewSince: 'platform_review_since',
} as const satisfies Record<keyof AccountMoveFields, string>

/** Writes an account's next state and the decision that made it, in one statement. */
export async function moveAccount(tx: Tx, move: AccountMove): Promise<void> {
  const { accountId, state, version, at, decision } = move
  const { kind, decidedById, role, delegationId, clauses, reason, usedExceptionIds } = decision
  await sendStatement(
    tx,
    Prisma.sql`
    WITH decided AS (
      INSERT INTO decision (id, kind, account_id, decided_by_id, role, delegation_id, clauses, reason, decided_at,
        used_exception_ids)
      VALUES (${newId(at.getTime())}::uuid, ${kind}::"DecisionKind", ${accountId}::uuid, ${decidedById}::uuid,
        ${role}::"Role", ${delegationId}::uuid, ${[...clauses]}::text[], ${reason}, ${at}::timestamptz,
        ${[...usedExceptionIds]}::uuid[])
    )
    UPDATE account SET state = ${state}::"AccountState", version = ${version}, changed_at = ${at}::timestamptz
      ${assignments(move.fields)}
    WHERE id = ${accountId}::uuid`,
  )
}

function assignments(fields: AccountMoveFields): Prisma.Sql {
  const given = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = fields[name as keyof AccountMoveFields]
    return value === undefined ? [] : [Prisma.sql`, ${Prisma.raw(column)} = ${value}`]
  })
  return given.length === 0 ? Prisma.empty : Prisma.join(given, '')
}
