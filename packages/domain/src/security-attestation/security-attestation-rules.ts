import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, holdsAsOwn } from '../access/authorize.ts'
import { accountPlace, type AccountFacts } from '../account/account.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { isInForce } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { addDays } from '../policy-setting/policy-setting.ts'
import type { SecurityPolicyTerms, SecurityStatement } from './security-attestation.ts'

const LEAST_ADMINISTRATORS = 2

/** Null when this actor may attest the security of this account now, as far as it shows without a statement. */
export function checkAttester(
  actor: Actor,
  account: AccountFacts,
  policy: SecurityPolicyTerms | null,
): Refusal | null {
  return firstRefusal(
    () => authorize(actor, 'securityAttestation.attest', accountPlace(account)),
    () => checkInUse(account),
    () => checkClaimed(account),
    () =>
      policy === null ? policyRefusal('No version of the security policy is in force.', 'IV.B.3') : null,
    () => checkAnswers(actor, account),
  )
}

function checkInUse({ state }: AccountFacts): Refusal | null {
  if (state === 'ACTIVE' || state === 'SUSPENDED') return null
  const message = `This account is ${state}; its security is attested while it is ACTIVE or SUSPENDED.`
  return { code: 'INVALID_STATE', message, state, allowed: [] }
}

// Nobody attests what no office has claimed as its own.
function checkClaimed({ imported, claimed }: AccountFacts): Refusal | null {
  return imported && !claimed
    ? policyRefusal('An imported account is claimed before its security is attested.', 'V.B.5')
    : null
}

// V.B.5: the primary contact is responsible for security; the component's manager stands beside.
function checkAnswers(actor: Actor, account: AccountFacts): Refusal | null {
  if (holdsAsOwn(actor, 'ACCOUNT_MANAGER', account.componentId)) return null
  const person = personIdOf(actor)
  return account.contacts.some(({ personId, role }) => role === 'PRIMARY' && personId === person)
    ? null
    : policyRefusal(
        'The primary contact or an account manager attests the security of an account.',
        'V.B.5',
        'IV.B.3',
      )
}

/** What the security policy says to a statement, with the exceptions in force counted (IV.B.3, V.B.12). */
export function judgeStatement(
  statement: SecurityStatement,
  account: AccountFacts,
  policy: SecurityPolicyTerms,
  now: Date,
): Ruling {
  const inForce = account.exceptions.filter((exception) => isInForce(exception, now))
  const liftable = (refusal: () => Refusal | null) => ({ refusal, liftable: true })
  return rule(inForce, [
    liftable(() => checkSignIn(statement)),
    liftable(() => checkRecovery(statement)),
    liftable(() => checkTools(statement, policy)),
    liftable(() => checkRotation(statement, policy, now)),
  ])
}

function checkSignIn({ multiFactor, custody, administrators }: SecurityStatement): Refusal | null {
  if (!multiFactor) return policyRefusal('Signing in takes more than one factor.', 'IV.B.3')
  if (custody === 'HELD_PERSONALLY') {
    return policyRefusal('A shared credential is kept by the department and not by one person.', 'IV.B.3')
  }
  return administrators < LEAST_ADMINISTRATORS
    ? policyRefusal('An account has at least two administrators.', 'IV.B.3')
    : null
}

const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/
const GOVERNMENT = /\.(gov|mil|fed\.us)$/

function checkRecovery({ recoveryDomain }: SecurityStatement): Refusal | null {
  if (!DOMAIN.test(recoveryDomain)) {
    return invalidInput('recoveryDomain', 'The domain alone, such as agency.gov, and not the address.')
  }
  return GOVERNMENT.test(`.${recoveryDomain}`)
    ? null
    : policyRefusal('The recovery address is on a government domain.', 'IV.B.3')
}

function checkTools({ publishingTools }: SecurityStatement, policy: SecurityPolicyTerms): Refusal | null {
  const authorized = new Set(policy.authorizedTools.map((tool) => tool.toLowerCase()))
  const other = publishingTools.find((tool) => !authorized.has(tool.toLowerCase()))
  return other === undefined
    ? null
    : policyRefusal(`Version ${policy.number} of the security policy does not authorize ${other}.`, 'IV.B.3')
}

function checkRotation(
  { custody, lastRotatedOn }: SecurityStatement,
  { rotationDays }: SecurityPolicyTerms,
  now: Date,
): Refusal | null {
  if (custody === 'NO_SHARED_CREDENTIAL') return null
  if (lastRotatedOn === null) {
    return invalidInput('lastRotatedOn', 'Say when the shared credential was last changed.')
  }
  if (lastRotatedOn > now) return invalidInput('lastRotatedOn', 'This day has not come yet.')
  // The day itself counts in full.
  return rotationDays !== null && addDays(lastRotatedOn, rotationDays + 1) <= now
    ? policyRefusal(`A shared credential is changed at least every ${rotationDays} days.`, 'IV.B.3')
    : null
}

/** Whether the security of an account may be attested, and what stands in the way. */
export function availableAttestation(
  actor: Actor,
  account: AccountFacts,
  policy: SecurityPolicyTerms | null,
): AvailableAction<'attestAccountSecurityPolicy'> {
  return {
    action: 'attestAccountSecurityPolicy',
    blockedBy: checkAttester(actor, account, policy),
  }
}
