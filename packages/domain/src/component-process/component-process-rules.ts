import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import type { ProcedureVersion } from '../guidance/guidance.ts'
import { checkState } from '../state-machine.ts'
import {
  COMPONENT_PROCESS_ACTIONS,
  COMPONENT_PROCESS_PERMISSIONS,
  componentProcessMachine,
  type ComponentProcessAction,
} from './component-process-machine.ts'
import { alignmentOf, type ComponentProcessFacts } from './component-process.ts'

/** Null when this actor may do this to this process now. */
export function checkComponentProcessAction(
  actor: Actor,
  action: ComponentProcessAction,
  process: ComponentProcessFacts,
): Refusal | null {
  const { componentId, state, submittedById } = process
  return firstRefusal(
    () => authorize(actor, COMPONENT_PROCESS_PERMISSIONS[action], { componentId }),
    () => checkState(componentProcessMachine, state, action),
    () => checkNotOwnSubmission(actor, submittedById, 'IV.E.1'),
  )
}

/** Whoever submits does not review, nor somebody in their place (V.B.2). */
export function checkNotOwnSubmission(
  actor: Actor,
  submittedById: string | null,
  clause: 'IV.E.1' | 'OIG.4',
): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  return submittedById !== null && [personIdOf(actor), ...lent].includes(submittedById)
    ? policyRefusal('What somebody submits is reviewed by another.', 'V.B.2', clause)
    : null
}

/** What may be done to a process, and what stands in the way. */
export function availableComponentProcessActions(
  actor: Actor,
  process: ComponentProcessFacts,
): readonly AvailableAction<ComponentProcessAction>[] {
  return COMPONENT_PROCESS_ACTIONS.map((action) => ({
    action,
    blockedBy: checkComponentProcessAction(actor, action, process),
  }))
}

/** An account is activated where its component has a published process that follows the guidance in force (IV.E.1). */
export function checkPublishingProcess(
  process: Pick<ComponentProcessFacts, 'state' | 'reviewedAt'> | null,
  versions: readonly ProcedureVersion[],
  now: Date,
): Refusal | null {
  switch (alignmentOf(process, versions, now)) {
    case 'ALIGNED':
    case 'REVIEW_DUE':
      return null
    case 'OUTDATED':
      return policyRefusal(
        'The component’s publishing process has not been reviewed against the guidance in force.',
        'IV.E.1',
      )
    case 'NOT_PUBLISHED':
      return policyRefusal('The component has no published process for what it publishes.', 'IV.E.1')
  }
}
