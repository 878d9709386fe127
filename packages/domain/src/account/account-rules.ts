import { personIdOf, type Actor } from '../access/actor.ts'
import { firstRefusal } from '../decision.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { activePrimary, type AccountFacts } from './account.ts'
import type { AccountAction } from './account-machine.ts'

type Rule = (actor: Actor, account: AccountFacts) => Refusal | null

/**
 * What the Directive asks before each action, as far as it shows without the action's input.
 * The commands and the buttons both ask here.
 */
export const accountRules: Readonly<Record<AccountAction, Rule>> = {
  returnAccountRequest: checkNotOwnRequest,
  resubmitAccountRequest: checkAccountPlatform,
  withdrawAccountRequest: () => null,
  endorseAccount: (actor, account) =>
    firstRefusal(
      () => checkNotOwnRequest(actor, account),
      () => checkAccountPlatform(actor, account),
    ),
  permitAccount: checkPermit,
  approveAccount: checkApproval,
  denyAccount: checkNotOwnRequest,
  activateAccount: checkActivation,
  claimAccount: checkClaim,
  updateAccount: () => null,
  renameAccount: () => null,
  assignPrimaryContact: () => null,
  assignAlternateContact: () => null,
  endContact: checkSomebodyToEnd,
  suspendAccount: () => null,
  reinstateAccount: checkReinstatement,
  requestRetirement: () => null,
  confirmDeactivation: (actor, account) => checkConfirmation('DEACTIVATION', actor, account),
  confirmArchive: (actor, account) => checkConfirmation('ARCHIVE', actor, account),
}

/** Nobody decides on a request they made or changed, nor in the place of somebody who did (V.B.2, IV.A.4). */
export function checkNotOwnRequest(actor: Actor, account: AccountFacts): Refusal | null {
  const person = personIdOf(actor)
  if (person === null) return null
  const authors = [account.requestedById, ...account.contributorIds]
  if (authors.includes(person)) {
    return policyRefusal('Nobody decides on a request they made or changed.', 'V.B.2')
  }
  return delegatorsOf(actor).some((delegator) => authors.includes(delegator))
    ? policyRefusal('You stand in for somebody who made or changed this request.', 'V.B.2', 'IV.A.4')
    : null
}

function delegatorsOf(actor: Actor): readonly string[] {
  if (!('roles' in actor)) return []
  return actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? [])
}

/** An account stands only on a platform approved for use (V.B.1, IV.A.2). */
export function checkAccountPlatform(_actor: Actor, account: AccountFacts): Refusal | null {
  return checkPlatformUsable(account.platform)
}

function checkPermit(actor: Actor, account: AccountFacts): Refusal | null {
  if (account.permittedById !== null) {
    return policyRefusal('The Office of Public Affairs has already given its permission.', 'V.B.2')
  }
  return firstRefusal(
    () => checkNotOwnRequest(actor, account),
    () => checkAccountPlatform(actor, account),
    () => checkOutlet(account),
  )
}

// Two decisions by two people: permission by the Office of Public Affairs, then approval (V.B.2, IV.A.2).
function checkApproval(actor: Actor, account: AccountFacts): Refusal | null {
  if (account.permittedById === null) {
    return policyRefusal('The Office of Public Affairs has not given its permission yet.', 'V.B.2')
  }
  if (account.permittedById === personIdOf(actor)) {
    return policyRefusal('Permission and approval are given by two different people.', 'V.B.2', 'IV.A.2')
  }
  return firstRefusal(
    () => checkNotOwnRequest(actor, account),
    () => checkAccountPlatform(actor, account),
    () => checkOutlet(account),
  )
}

function checkActivation(actor: Actor, account: AccountFacts): Refusal | null {
  return firstRefusal(
    () => checkAccountPlatform(actor, account),
    () => checkHasPrimary(account, 'An account is activated once it has an active primary contact.'),
    () => checkLoginModel(account),
  )
}

function checkReinstatement(actor: Actor, account: AccountFacts): Refusal | null {
  return firstRefusal(
    () => checkAccountPlatform(actor, account),
    () => checkHasPrimary(account, 'A suspended account comes back once it has an active primary contact.'),
  )
}

function checkHasPrimary(account: AccountFacts, message: string): Refusal | null {
  return activePrimary(account) ? null : policyRefusal(message, 'V.B.5')
}

function checkOutlet(account: AccountFacts): Refusal | null {
  return account.officialOutletUrl === null
    ? policyRefusal('The request names no official outlet beside the platform.', 'V.B.10')
    : null
}

/** A personal login is used only where the platform demands one, and never by one person alone (V.B.8). */
export function checkLoginModel(
  account: Pick<AccountFacts, 'loginModel' | 'administrators' | 'platform'>,
): Refusal | null {
  if (account.loginModel === 'OFFICIAL') return null
  if (account.platform.personalLoginRequired !== 'YES') {
    return policyRefusal(
      `The record of ${account.platform.name} does not say that it demands a personal login.`,
      'V.B.8',
    )
  }
  if ((account.administrators ?? 0) >= 2) return null
  return policyRefusal('An account behind personal logins has at least two administrators.', 'V.B.8')
}

function checkClaim(_actor: Actor, account: AccountFacts): Refusal | null {
  if (!account.imported) return policyRefusal('Only an imported account is claimed.', 'V.B.5')
  return account.claimed ? policyRefusal('This account has been claimed already.', 'V.B.5') : null
}

function checkSomebodyToEnd(_actor: Actor, account: AccountFacts): Refusal | null {
  return account.contacts.length === 0 ? policyRefusal('This account has no contact to end.', 'V.B.5') : null
}

// Two confirmations by two people (V.B.11).
function checkConfirmation(
  kind: 'DEACTIVATION' | 'ARCHIVE',
  actor: Actor,
  account: AccountFacts,
): Refusal | null {
  if (account.confirmations.some((given) => given.kind === kind)) {
    return policyRefusal(
      `${kind === 'ARCHIVE' ? 'The archive' : 'The deactivation'} is confirmed already.`,
      'V.B.11',
    )
  }
  const person = personIdOf(actor)
  return account.confirmations.some((given) => given.confirmedById === person)
    ? policyRefusal('The two confirmations are given by two different people.', 'V.B.11')
    : null
}
