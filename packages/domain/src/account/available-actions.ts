import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import type { Refusal } from '../errors.ts'
import type { Ruling } from '../exception/lift.ts'
import { checkState } from '../state-machine.ts'
import { ACCOUNT_ACTIONS, accountMachine, type AccountAction } from './account-machine.ts'
import { ACCOUNT_PERMISSIONS } from './account-permissions.ts'
import { ruleOnAccount } from './account-rules.ts'
import { accountPlace, type AccountFacts } from './account.ts'

/** Whether this actor may do this to this account now, as far as it shows without input, and by which exceptions. */
export function judgeAccountAction(
  actor: Actor,
  action: AccountAction,
  account: AccountFacts,
  now: Date,
): Ruling {
  const refusal = firstRefusal(
    () => authorize(actor, ACCOUNT_PERMISSIONS[action], accountPlace(account)),
    () => checkState(accountMachine, account.state, action),
  )
  return refusal ? { refusal, exceptionIds: [] } : ruleOnAccount(actor, action, account, now)
}

/** Null when this actor may do this to this account now, as far as it shows without input. */
export function checkAccountAction(
  actor: Actor,
  action: AccountAction,
  account: AccountFacts,
  now: Date,
): Refusal | null {
  return judgeAccountAction(actor, action, account, now).refusal
}

/** Every action on an account with what blocks it: what the buttons show and the commands ask alike. */
export function availableAccountActions(
  actor: Actor,
  account: AccountFacts,
  now: Date,
): readonly AvailableAction<AccountAction>[] {
  return ACCOUNT_ACTIONS.map((action) => ({
    action,
    blockedBy: checkAccountAction(actor, action, account, now),
  }))
}
