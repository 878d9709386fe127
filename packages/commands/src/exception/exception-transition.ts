import { exceptionFactsSelect, toExceptionFacts } from '@official-accounts/db/facts/exception-facts'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { ExceptionFacts, ExceptionState } from '@official-accounts/domain/exception/exception'
import type { ExceptionAction } from '@official-accounts/domain/exception/exception-machine'
import type { EventKind } from '@official-accounts/domain/notification/notices'
import {
  checkExceptionAction,
  EXCEPTION_PERMISSIONS,
  exceptionPlace,
} from '@official-accounts/domain/exception/exception-rules'
import { z, type ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

/** The reason every decision on an exception is given with (V.B.12). */
export const reasonField = z
  .string()
  .trim()
  .min(1, 'Give the reason in writing.')
  .max(4000, 'At most 4,000 characters.')

interface TransitionInput {
  readonly exceptionId: string
  readonly reason: string
}

/** Where an input leads, which kind of decision it is, and what it tells. */
interface Move {
  readonly to: ExceptionState
  readonly kind: DecisionKind
  readonly event: EventKind
  readonly conditions?: string | null
}

/** A command that moves an exception on and records the decision with its reason. */
export function exceptionTransition<Input extends TransitionInput>(
  action: ExceptionAction,
  input: ZodType<Input>,
  moveOf: (input: Input) => Move,
): Command<Input, ExceptionFacts, Move & { readonly reason: string }> {
  return defineCommand<Input, ExceptionFacts, Move & { readonly reason: string }>({
    name: action,
    permission: EXCEPTION_PERMISSIONS[action],
    subjectType: 'Exception',
    input,
    subjectId: ({ exceptionId }) => exceptionId,
    lock: (tx, { exceptionId }) => lockException(tx, exceptionId),
    place: (exception) => exceptionPlace(exception),
    version: ({ version }) => version,
    decide(actor, _now, request, exception) {
      const refusal = checkExceptionAction(actor, action, exception)
      return refusal ? refuse(refusal) : allow({ ...moveOf(request), reason: request.reason })
    },
    async apply(tx, { to, kind, event, conditions, reason }, exception, context) {
      const { now } = context
      await tx.exception.updateMany({
        where: { id: exception.id },
        data: {
          state: to,
          ...(conditions === undefined ? {} : { conditions }),
          version: exception.version + 1,
          changedAt: now,
        },
      })
      await tx.decision.create({
        data: {
          id: newId(now.getTime()),
          kind,
          exceptionId: exception.id,
          decidedById: decider(context),
          role: context.role,
          delegationId: context.delegationId,
          clauses: ['V.B.12', ...exception.clauses],
          reason,
          decidedAt: now,
        },
        select: { id: true },
      })
      return {
        result: { type: 'Exception', id: exception.id },
        audit: [
          {
            action: EXCEPTION_PERMISSIONS[action],
            componentId: exception.componentId,
            subjectType: 'Exception',
            subjectId: exception.id,
            clauses: ['V.B.12', ...exception.clauses],
            reason,
            changes: changesBetween(['state'], exception, { state: to }),
          },
        ],
        events: [{ type: event, subjectType: 'Exception', subjectId: exception.id }],
      }
    },
  })
}

async function lockException(tx: Tx, id: string): Promise<ExceptionFacts> {
  await tx.$queryRaw`SELECT id FROM exception WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.exception.findFirst({ where: { id }, select: exceptionFactsSelect })
  if (row === null) throw new DomainError(notFound('exception'))
  return toExceptionFacts(row)
}
