import { accessFactsSelect, readAccessGround, toAccessFacts } from '@official-accounts/db/facts/access-facts'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import {
  givenUntil,
  type AccessFacts,
  type AccessGround,
  type AccessState,
} from '@official-accounts/domain/access-grant/access-grant'
import {
  ACCESS_PERMISSIONS,
  type AccessAction,
} from '@official-accounts/domain/access-grant/access-grant-machine'
import { accessPlace, judgeAccessAction } from '@official-accounts/domain/access-grant/access-grant-rules'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import { DomainError, invalidInput, notFound, type Refusal } from '@official-accounts/domain/errors'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import { checkMonitoringCleared } from '@official-accounts/domain/privacy-approval/privacy-gate'
import { z, type ZodType } from 'zod'
import { decider, exceptionsUsed } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

/** A reason that has to be given. */
export const reasonField = z
  .string()
  .trim()
  .min(1, 'Give the reason in writing.')
  .max(4000, 'At most 4,000 characters.')

interface TransitionInput {
  readonly accessGrantId: string
  readonly reason: string
  readonly expiresOn?: string | undefined
}

/** Where an input leads, which kind of decision it is, and what it tells. */
interface Move {
  readonly to: AccessState
  readonly kind: DecisionKind
  readonly event: EventKind
}

/** What is written beside the state. */
interface Written extends Move {
  readonly reason: string
  readonly expiresOn: Date | null
  /** The exceptions without which it would have been refused (V.B.12). */
  readonly exceptionIds: readonly string[]
}

interface LockedAccess extends AccessFacts {
  readonly ground: AccessGround
}

/** A command that moves a record of access on and records who decided and why (V.B.4). */
export function accessTransition<Input extends TransitionInput>(
  action: AccessAction,
  clauses: readonly ClauseId[],
  input: ZodType<Input>,
  moveOf: (input: Input) => Move,
): Command<Input, LockedAccess, Written> {
  return defineCommand<Input, LockedAccess, Written>({
    name: action,
    permission: ACCESS_PERMISSIONS[action],
    subjectType: 'AccessGrant',
    input,
    subjectId: ({ accessGrantId }) => accessGrantId,
    lock: (tx, { accessGrantId }) => lockAccess(tx, accessGrantId, action),
    place: (access) => accessPlace(access),
    version: ({ version }) => version,
    decide(actor, now, request, access) {
      const expiresOn = request.expiresOn === undefined ? null : new Date(`${request.expiresOn}T00:00:00Z`)
      const move = moveOf(request)
      const ruling = judgeAccessAction(actor, action, access, access.ground, now, move.to)
      const refusal = ruling.refusal ?? checkRenewed(expiresOn, now) ?? checkPeople(move, access, now)
      if (refusal) return refuse(refusal)
      const { exceptionIds } = ruling
      return allow({ ...move, reason: request.reason, expiresOn, exceptionIds })
    },
    async apply(tx, written, access, context) {
      await writeMove(tx, written, access, context.now)
      await writeDecision(tx, written, access, {
        decidedById: decider(context),
        role: context.role,
        delegationId: context.delegationId,
        clauses: [...clauses],
        decidedAt: context.now,
      })
      return {
        result: { type: 'AccessGrant', id: access.id },
        audit: [
          {
            action: ACCESS_PERMISSIONS[action],
            componentId: access.componentId,
            subjectType: 'AccessGrant',
            subjectId: access.id,
            clauses,
            reason: written.reason,
            changes: [
              ...changesBetween(['state', 'expiresOn', 'heldUntil'], access, {
                state: written.to,
                expiresOn: written.expiresOn ?? access.expiresOn,
                heldUntil: heldUntil(written, access),
              }),
              ...exceptionsUsed(written.exceptionIds),
            ],
          },
        ],
        events: [{ type: written.event, subjectType: 'AccessGrant', subjectId: access.id }],
      }
    },
  })
}

function checkRenewed(expiresOn: Date | null, now: Date): Refusal | null {
  return expiresOn !== null && expiresOn <= now
    ? invalidInput('expiresOn', 'Access ends on a day to come.')
    : null
}

// What is denied needs no approval of anybody (IV.C.2).
function checkPeople({ to }: Move, access: AccessFacts, now: Date): Refusal | null {
  return to === 'APPROVED' ? checkMonitoringCleared(access, now) : null
}

// What was given goes on while its renewal is decided, and ends with a denial, a withdrawal or a new date.
function heldUntil({ to }: Move, access: AccessFacts): Date | null {
  return to === 'REQUESTED' || to === 'APPROVED' ? givenUntil(access) : null
}

async function writeMove(tx: Tx, written: Written, access: AccessFacts, now: Date): Promise<void> {
  const { to, expiresOn } = written
  await tx.accessGrant.updateMany({
    where: { id: access.id },
    data: {
      state: to,
      ...(expiresOn === null ? {} : { expiresOn }),
      heldUntil: heldUntil(written, access),
      ...(to === 'PROVISIONED' ? { provisionedAt: now } : {}),
      version: access.version + 1,
      changedAt: now,
    },
  })
}

async function writeDecision(
  tx: Tx,
  { kind, reason, exceptionIds }: Written,
  access: AccessFacts,
  context: Pick<
    Prisma.DecisionUncheckedCreateInput,
    'decidedById' | 'role' | 'delegationId' | 'clauses' | 'decidedAt'
  >,
): Promise<void> {
  const id = newId(new Date(context.decidedAt).getTime())
  await tx.decision.create({
    data: { id, kind, accessGrantId: access.id, reason, usedExceptionIds: [...exceptionIds], ...context },
    select: { id: true },
  })
}

async function lockAccess(tx: Tx, id: string, action: AccessAction): Promise<LockedAccess> {
  await tx.$queryRaw`SELECT id FROM access_grant WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.accessGrant.findFirst({
    relationLoadStrategy: 'join',
    where: { id },
    select: accessFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('record of access'))
  const access = toAccessFacts(row)
  // Nothing but what gives access looks at guidance and exceptions.
  const gives = action === 'decideAccess' || action === 'provisionAccess'
  const ground = gives ? await readAccessGround(tx, access) : NO_GROUND
  return { ...access, ground }
}

const NO_GROUND: AccessGround = { guidance: [], exceptions: [] }
