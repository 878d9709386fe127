import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { isChecked } from '../compliance/checks.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { FINDING_ACTIONS, findingMachine, type FindingAction } from './finding-machine.ts'
import { findingPlace, type FindingFacts } from './finding.ts'

/** The permission each action on a finding needs. */
export const FINDING_PERMISSIONS = {
  assignCorrectiveAction: 'correctiveAction.assign',
  closeFinding: 'finding.close',
} as const satisfies Record<FindingAction, Permission>

/** Null when this actor may do this to this finding now, as far as it shows without input. */
export function checkFindingAction(
  actor: Actor,
  action: FindingAction,
  finding: FindingFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, FINDING_PERMISSIONS[action], findingPlace(finding)),
    () => checkState(findingMachine, finding.state, action),
    () => (action === 'closeFinding' ? checkClosable(finding) : null),
  )
}

// What a check finds closes when the facts change, and nobody closes what is still to be put right (IV.A.5).
function checkClosable({ origin, code, actions }: FindingFacts): Refusal | null {
  if (origin === 'AUTOMATIC' && isChecked(code)) {
    return policyRefusal('This finding closes by itself once the record no longer shows it.', 'IV.A.5')
  }
  const open = actions.filter(({ state }) => state !== 'ACCEPTED').length
  return open === 0
    ? null
    : policyRefusal(`${open} corrective action${open === 1 ? ' is' : 's are'} not accepted yet.`, 'IV.A.5')
}

/** What may be done to a finding, and what stands in the way. */
export function availableFindingActions(
  actor: Actor,
  finding: FindingFacts,
): readonly AvailableAction<FindingAction>[] {
  return FINDING_ACTIONS.map((action) => ({ action, blockedBy: checkFindingAction(actor, action, finding) }))
}
