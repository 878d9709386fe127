import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  DISCOVERED_ACCOUNT_ACTIONS,
  discoveredAccountMachine,
  type DiscoveredAccountAction,
} from './discovered-account-machine.ts'
import type { DiscoveredAccountFacts } from './discovered-account.ts'

/** The permission each action on a discovered account needs. */
export const DISCOVERED_ACCOUNT_PERMISSIONS = {
  adoptDiscoveredAccount: 'discoveredAccount.adopt',
  closeDiscoveredAccount: 'discoveredAccount.close',
} as const satisfies Record<DiscoveredAccountAction, Permission>

type Known = Pick<DiscoveredAccountFacts, 'state' | 'componentId' | 'reportedById'>

/** Null when this actor may do this to this discovered account now, as far as it shows without input (V.B.8). */
export function checkDiscoveredAccountAction(
  actor: Actor,
  action: DiscoveredAccountAction,
  { state, componentId, reportedById }: Known,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, DISCOVERED_ACCOUNT_PERMISSIONS[action], { componentId }),
    () => checkState(discoveredAccountMachine, state, action),
    () => checkNotReporter(actor, reportedById),
  )
}

// What somebody says they saw is judged by somebody else, nor by whoever stands in for them (V.B.8, V.B.2).
function checkNotReporter(actor: Actor, reportedById: string): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  return personIdOf(actor) === reportedById || lent.includes(reportedById)
    ? policyRefusal(
        'Nobody decides on an account they reported: somebody else of the office does.',
        'V.B.8',
        'V.B.2',
      )
    : null
}

/** What may be done to a discovered account, and what stands in the way. */
export function availableDiscoveredAccountActions(
  actor: Actor,
  discovered: Known,
): readonly AvailableAction<DiscoveredAccountAction>[] {
  return DISCOVERED_ACCOUNT_ACTIONS.map((action) => ({
    action,
    blockedBy: checkDiscoveredAccountAction(actor, action, discovered),
  }))
}
