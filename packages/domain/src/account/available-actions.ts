import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { firstRefusal } from '../decision.ts'
import type { AvailableAction } from '../available-action.ts'
import type { Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import { ACCOUNT_ACTIONS, accountMachine, type AccountAction } from './account-machine.ts'
import { ACCOUNT_PERMISSIONS } from './account-permissions.ts'
import { accountRules } from './account-rules.ts'
import { accountPlace, type AccountFacts } from './account.ts'

/** Null when this actor may do this to this account now, as far as it shows without input. */
export function checkAccountAction(
  actor: Actor,
  action: AccountAction,
  account: AccountFacts,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, ACCOUNT_PERMISSIONS[action], accountPlace(account)),
    () => checkState(accountMachine, account.state, action),
    () => accountRules[action](actor, account),
  )
}

/** Every action on an account with what blocks it: what the buttons show and the commands ask alike. */
export function availableAccountActions(
  actor: Actor,
  account: AccountFacts,
): readonly AvailableAction<AccountAction>[] {
  return ACCOUNT_ACTIONS.map((action) => ({ action, blockedBy: checkAccountAction(actor, action, account) }))
}
