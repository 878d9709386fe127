import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { checkNotOwnSubmission } from '../component-process/component-process-rules.ts'
import { firstRefusal } from '../decision.ts'
import type { Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  COMPONENT_POLICY_ACTIONS,
  COMPONENT_POLICY_PERMISSIONS,
  componentPolicyMachine,
  type ComponentPolicyAction,
} from './component-policy-machine.ts'
import type { ComponentPolicyFacts } from './component-policy.ts'

/** Null when this actor may do this to this policy now. */
export function checkComponentPolicyAction(
  actor: Actor,
  action: ComponentPolicyAction,
  policy: ComponentPolicyFacts,
): Refusal | null {
  const { componentId, state, submittedById } = policy
  return firstRefusal(
    () => authorize(actor, COMPONENT_POLICY_PERMISSIONS[action], { componentId }),
    () => checkState(componentPolicyMachine, state, action),
    () => checkNotOwnSubmission(actor, submittedById, 'OIG.4'),
  )
}

/** What may be done to a policy, and what stands in the way. */
export function availableComponentPolicyActions(
  actor: Actor,
  policy: ComponentPolicyFacts,
): readonly AvailableAction<ComponentPolicyAction>[] {
  return COMPONENT_POLICY_ACTIONS.map((action) => ({
    action,
    blockedBy: checkComponentPolicyAction(actor, action, policy),
  }))
}
