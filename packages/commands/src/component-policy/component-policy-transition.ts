import { readComponentPolicy } from '@official-accounts/db/facts/component-policy-facts'
import type { DecisionKind } from '@official-accounts/db/generated/client/enums'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import type {
  ComponentPolicyFacts,
  ComponentPolicyState,
} from '@official-accounts/domain/component-policy/component-policy'
import {
  COMPONENT_POLICY_PERMISSIONS,
  type ComponentPolicyAction,
} from '@official-accounts/domain/component-policy/component-policy-machine'
import { checkComponentPolicyAction } from '@official-accounts/domain/component-policy/component-policy-rules'
import { allow, refuse } from '@official-accounts/domain/decision'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { ZodType } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand, type Command } from '../command.ts'

/** Where an input leads, and which kind of decision it is. */
export interface PolicyMove {
  readonly state: ComponentPolicyState
  readonly kind: DecisionKind
  readonly reason: string
  readonly implementation?: string
}

/** A command of the Privacy Office that moves a component's policy on, and records the decision with its reason (OIG.4). */
export function componentPolicyTransition<Input extends { readonly policyId: string }>(
  action: ComponentPolicyAction,
  input: ZodType<Input>,
  moveOf: (input: Input) => PolicyMove,
): Command<Input, ComponentPolicyFacts, PolicyMove> {
  return defineCommand<Input, ComponentPolicyFacts, PolicyMove>({
    name: action,
    permission: COMPONENT_POLICY_PERMISSIONS[action],
    subjectType: 'ComponentPolicy',
    input,
    subjectId: ({ policyId }) => policyId,
    async lock(tx, { policyId }) {
      const policy = await readComponentPolicy(tx, policyId)
      if (policy === null) throw new DomainError(notFound('policy'))
      return policy
    },
    place: ({ componentId }) => ({ componentId }),
    version: ({ version }) => version,
    decide(actor, _now, request, policy) {
      const refusal = checkComponentPolicyAction(actor, action, policy)
      return refusal ? refuse(refusal) : allow(moveOf(request))
    },
    async apply(tx, { state, kind, reason, implementation }, policy, context) {
      const { now } = context
      const { id, componentId } = policy
      const others = {
        componentId,
        id: { not: id },
        state: { in: ['APPROVED' as const, 'IMPLEMENTED' as const] },
      }
      if (state === 'APPROVED') {
        await tx.componentPolicy.updateMany({
          where: others,
          data: { state: 'SUPERSEDED', version: { increment: 1 }, changedAt: now },
        })
      }
      const written = implementation === undefined ? {} : { implementation }
      await tx.componentPolicy.updateMany({
        where: { id },
        data: { state, ...written, version: policy.version + 1, changedAt: now },
      })
      await tx.decision.create({
        data: {
          id: newId(now.getTime()),
          kind,
          componentPolicyId: id,
          decidedById: decider(context),
          role: context.role,
          delegationId: context.delegationId,
          clauses: ['OIG.4'],
          reason,
          decidedAt: now,
        },
        select: { id: true },
      })
      return {
        result: { type: 'ComponentPolicy', id },
        audit: [
          {
            action: COMPONENT_POLICY_PERMISSIONS[action],
            componentId,
            subjectType: 'ComponentPolicy',
            subjectId: id,
            clauses: ['OIG.4'],
            reason,
            changes: changesBetween(['state'], policy, { state }),
          },
        ],
        events: [{ type: 'component-policy.reviewed', subjectType: 'ComponentPolicy', subjectId: id }],
      }
    },
  })
}
