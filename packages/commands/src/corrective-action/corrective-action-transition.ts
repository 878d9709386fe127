import {
  correctiveActionFactsSelect,
  toCorrectiveActionFacts,
} from '@official-accounts/db/facts/finding-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import type {
  CorrectiveActionFacts,
  CorrectiveActionStepKind,
} from '@official-accounts/domain/corrective-action/corrective-action'
import type { CorrectiveActionAction } from '@official-accounts/domain/corrective-action/corrective-action-machine'
import {
  checkCorrectiveAction,
  CORRECTIVE_ACTION_PERMISSIONS,
} from '@official-accounts/domain/corrective-action/corrective-action-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

interface TransitionInput {
  readonly correctiveActionId: string
}

/** What is kept of a step: the evidence or the reason, and where the evidence is. */
interface Step {
  readonly note: string
  readonly evidenceUrl: string | null
}

const EVENTS = {
  COMPLETED: 'correctiveAction.completed',
  RETURNED: 'correctiveAction.returned',
  ACCEPTED: 'correctiveAction.accepted',
} as const satisfies Record<CorrectiveActionStepKind, string>

/** A command that moves a corrective action on and keeps the evidence or the decision on it (IV.A.5). */
export function correctiveActionTransition<Input extends TransitionInput>(
  action: CorrectiveActionAction,
  to: CorrectiveActionStepKind,
  input: ZodType<Input>,
  stepOf: (input: Input) => Step,
): Command<Input, CorrectiveActionFacts, Step> {
  return defineCommand<Input, CorrectiveActionFacts, Step>({
    name: action,
    permission: CORRECTIVE_ACTION_PERMISSIONS[action],
    subjectType: 'CorrectiveAction',
    input,
    subjectId: ({ correctiveActionId }) => correctiveActionId,
    lock: (tx, { correctiveActionId }) => lockCorrectiveAction(tx, correctiveActionId),
    place: ({ componentId }) => ({ componentId }),
    version: ({ version }) => version,
    decide(actor, _now, request, facts) {
      const refusal = checkCorrectiveAction(actor, action, facts)
      return refusal ? refuse(refusal) : allow(stepOf(request))
    },
    async apply(tx, step, facts, context) {
      const { now, role, delegationId } = context
      const { id, componentId, clause, version } = facts
      await tx.correctiveAction.updateMany({
        where: { id },
        data: { state: to, version: version + 1, changedAt: now },
      })
      const by = { personId: decider(context), role, delegationId, at: now }
      await tx.correctiveActionStep.createMany({
        data: [{ id: newId(now.getTime()), actionId: id, kind: to, ...step, ...by }],
      })
      return {
        result: { type: 'CorrectiveAction', id },
        audit: [
          {
            action: CORRECTIVE_ACTION_PERMISSIONS[action],
            componentId,
            subjectType: 'CorrectiveAction',
            subjectId: id,
            clauses: isClauseId(clause) ? ['IV.A.5', clause] : ['IV.A.5'],
            reason: step.note,
            changes: changesBetween(
              ['state', 'evidenceUrl'],
              { ...facts, evidenceUrl: null },
              { state: to, ...step },
            ),
          },
        ],
        events: [{ type: EVENTS[to], subjectType: 'CorrectiveAction', subjectId: id }],
      }
    },
  })
}

// The finding is shared, so that it does not close meanwhile.
async function lockCorrectiveAction(tx: Tx, id: string): Promise<CorrectiveActionFacts> {
  await tx.$queryRaw`
    SELECT c.id FROM corrective_action c JOIN finding f ON f.id = c.finding_id
    WHERE c.id = ${id}::uuid FOR UPDATE OF c FOR SHARE OF f`
  const row = await tx.correctiveAction.findFirst({ where: { id }, select: correctiveActionFactsSelect })
  if (row === null) throw new DomainError(notFound('corrective action'))
  return toCorrectiveActionFacts(row)
}
