import { personIdOf, type Actor } from '../access/actor.ts'
import { policyRefusal, type Refusal } from '../errors.ts'
import { isInForce } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { checkLawChecklist } from '../law-checklist/law-standing.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { checkNamesCleared } from '../privacy-approval/privacy-gate.ts'
import { answersFor, type AccountFacts, type CurrentContact } from './account.ts'
import type { AccountAction } from './account-machine.ts'
import { checkAttested, checkHeard } from './approval-rules.ts'
import { conductChecks } from './conduct-rules.ts'

type Refuse = (actor: Actor, account: AccountFacts, now: Date) => Refusal | null

/** One thing asked before an action; `liftable` where an exception to the clauses it cites may let it pass (V.B.12). */
interface AccountRule {
  readonly refuse: Refuse
  readonly liftable: boolean
}

const always = (refuse: Refuse): AccountRule => ({ refuse, liftable: false })
const unlessExcepted = (refuse: Refuse): AccountRule => ({ refuse, liftable: true })

const OWN_REQUEST = always(checkNotOwnRequest)
const PLATFORM = unlessExcepted(checkAccountPlatform)
const LAW = always((_actor, account, now) => checkLawChecklist(account, now))
// IV.C.2: nobody decides for a name before the Chief Privacy Officer has; no exception lifts it.
const NAMES = always((_actor, { names }, now) => checkNamesCleared(names, now))
const OUTLET = unlessExcepted((_actor, account) => checkOutlet(account))

/**
 * What the Directive asks before each action, as far as it shows without the action's input.
 * The commands and the buttons both ask here.
 */
const accountRules: Readonly<Record<AccountAction, readonly AccountRule[]>> = {
  returnAccountRequest: [OWN_REQUEST],
  resubmitAccountRequest: [PLATFORM],
  withdrawAccountRequest: [],
  endorseAccount: [OWN_REQUEST, PLATFORM],
  permitAccount: [always(checkNotPermitted), OWN_REQUEST, PLATFORM, OUTLET, LAW, NAMES],
  attestAccountSecurity: [OWN_REQUEST],
  recordAccountAdvice: [OWN_REQUEST],
  approveAccount: [
    always(checkPermitted),
    unlessExcepted((_actor, account) => checkAttested(account)),
    unlessExcepted((_actor, account) => checkHeard(account)),
    OWN_REQUEST,
    PLATFORM,
    OUTLET,
    LAW,
    NAMES,
  ],
  denyAccount: [OWN_REQUEST],
  activateAccount: [
    PLATFORM,
    unlessExcepted((_actor, account) =>
      checkHasPrimary(account, 'An account is activated once it has an active primary contact.'),
    ),
    unlessExcepted((_actor, account, now) => checkPrimaryTrained(account, now)),
    unlessExcepted((_actor, account) => checkLoginModel(account)),
    NAMES,
  ],
  claimAccount: [always(checkClaim)],
  updateAccount: [],
  renameAccount: [],
  assignPrimaryContact: [],
  assignAlternateContact: [],
  endContact: [always(checkSomebodyToEnd)],
  handOverContact: [always(checkSomebodyHandsOver)],
  suspendAccount: [],
  reinstateAccount: [
    PLATFORM,
    unlessExcepted((_actor, account) =>
      checkHasPrimary(account, 'A suspended account comes back once it has an active primary contact.'),
    ),
    unlessExcepted((_actor, account, now) => checkPrimaryTrained(account, now)),
    NAMES,
  ],
  requestRetirement: [],
  confirmDeactivation: [always((actor, account) => checkConfirmation('DEACTIVATION', actor, account))],
  confirmArchive: [always((actor, account) => checkConfirmation('ARCHIVE', actor, account))],
}

/** What the clauses say to an action, with the exceptions in force counted. */
export function ruleOnAccount(actor: Actor, action: AccountAction, account: AccountFacts, now: Date): Ruling {
  const inForce = account.exceptions.filter((exception) => isInForce(exception, now))
  return rule(inForce, [
    ...accountRules[action].map(({ refuse, liftable }) => ({
      refusal: () => refuse(actor, account, now),
      liftable,
    })),
    ...conductChecks(actor, action, account, now),
  ])
}

// Nobody decides on a request they made or changed, nor in the place of somebody who did (V.B.2, IV.A.4).
function checkNotOwnRequest(actor: Actor, account: AccountFacts): Refusal | null {
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

// An account stands only on a platform approved for use (V.B.1, IV.A.2).
function checkAccountPlatform(_actor: Actor, account: AccountFacts): Refusal | null {
  return checkPlatformUsable(account.platform)
}

function checkNotPermitted(_actor: Actor, account: AccountFacts): Refusal | null {
  return account.permittedById === null
    ? null
    : policyRefusal('The Office of Public Affairs has already given its permission.', 'V.B.2')
}

// Two decisions by two people: permission by the Office of Public Affairs, then approval (V.B.2, IV.A.2).
function checkPermitted(actor: Actor, account: AccountFacts): Refusal | null {
  if (account.permittedById === null) {
    return policyRefusal('The Office of Public Affairs has not given its permission yet.', 'V.B.2')
  }
  return account.permittedById === personIdOf(actor)
    ? policyRefusal('Permission and approval are given by two different people.', 'V.B.2', 'IV.A.2')
    : null
}

function checkHasPrimary(account: AccountFacts, message: string): Refusal | null {
  return namedPrimary(account) ? null : policyRefusal(message, 'V.B.5')
}

// Somebody whose training has run out answers for nothing (V.B.5); it is training that has to be excepted (IV.A.3).
function checkPrimaryTrained(account: AccountFacts, now: Date): Refusal | null {
  const primary = namedPrimary(account)
  return primary === undefined || answersFor(primary, [], now)
    ? null
    : policyRefusal('The training of the primary contact has run out.', 'IV.A.3')
}

function namedPrimary({ contacts }: AccountFacts): CurrentContact | undefined {
  return contacts.find(({ role, personActive }) => role === 'PRIMARY' && personActive)
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

// V.B.8: control passes from one person to another, also from one who has left already.
function checkSomebodyHandsOver(_actor: Actor, account: AccountFacts): Refusal | null {
  return account.contacts.some(({ role }) => role === 'PRIMARY')
    ? null
    : policyRefusal('No primary contact is there to hand over: name one.', 'V.B.5')
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
