import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import { checkUse } from '../account/request-rules.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { covers, isInForce } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { checkGuidanceFollowed, guidedRole } from '../guidance/guidance-rules.ts'
import { checkMonitoringCleared } from '../privacy-approval/privacy-gate.ts'
import { checkState } from '../state-machine.ts'
import {
  ACCESS_ACTIONS,
  ACCESS_PERMISSIONS,
  accessMachine,
  type AccessAction,
} from './access-grant-machine.ts'
import type { AccessFacts, AccessGround, AccessRequest, MonitoredAccount } from './access-grant.ts'

/** Access follows mission need: to manage an official account, or to look at others without operating (V.B.4, II.B). */
export function checkAccessRequest(request: AccessRequest, now: Date): Refusal | null {
  return firstRefusal(
    () => checkUse(request.use),
    () => (request.kind === 'MANAGE' ? checkManaged(request) : checkMonitored(request)),
    () => checkExpiry(request.expiresOn, now),
  )
}

function checkManaged({ use, account, monitored }: AccessRequest): Refusal | null {
  if (account === null) return invalidInput('accountId', 'Name the official account to be managed.')
  if (!account.live) return policyRefusal('This account has ended; there is nothing to manage.', 'V.B.4')
  if (account.platformProhibited) return prohibited()
  if (monitored.length > 0) {
    return invalidInput('monitored', 'Managing an account is one request, looking at others another.')
  }
  return use === 'NON_OPERATIONAL_AWARENESS'
    ? invalidInput('use', 'Awareness is what monitoring is for; an account is managed to communicate.')
    : null
}

function checkMonitored({ use, account, monitored }: AccessRequest): Refusal | null {
  if (account !== null) return invalidInput('accountId', 'An official account is managed, not monitored.')
  if (monitored.length === 0) return invalidInput('monitored', 'Name the accounts to be looked at.')
  if (use !== 'NON_OPERATIONAL_AWARENESS') {
    return policyRefusal(
      'Other accounts are looked at for awareness that is not operational.',
      'V.B.4',
      'II.B',
    )
  }
  return firstRefusal(...monitored.map((account, index) => () => checkOne(account, index)))
}

function checkOne({ platformProhibited, official, holder }: MonitoredAccount, index: number): Refusal | null {
  if (platformProhibited) return prohibited()
  if (holder === 'UNSTATED') {
    return invalidInput(`monitored.${index}`, 'Say whether it is the account of an individual.')
  }
  return official
    ? invalidInput(`monitored.${index}`, 'This is an official account: ask to manage it.')
    : null
}

function prohibited(): Refusal {
  return policyRefusal('The platform is prohibited by statute: nobody gets access to it.', 'V.B.1', 'V.A.2')
}

function checkExpiry(expiresOn: Date, now: Date): Refusal | null {
  return expiresOn <= now ? invalidInput('expiresOn', 'Access ends on a day to come.') : null
}

/** Where an act on a record of access takes effect. */
export function accessPlace({
  componentId,
  accountId,
}: Pick<AccessFacts, 'componentId' | 'accountId'>): Place {
  return { componentId, ...(accountId === null ? {} : { accountId }) }
}

/** Whether this actor may do this to this record of access now, as far as it shows without input, and by which exceptions. */
export function judgeAccessAction(
  actor: Actor,
  action: AccessAction,
  access: AccessFacts,
  ground: AccessGround,
  now: Date,
): Ruling {
  const refusal = firstRefusal(
    () => authorize(actor, ACCESS_PERMISSIONS[action], accessPlace(access)),
    () => checkState(accessMachine, access.state, action),
    () => checkWhose(actor, action, access),
    () => (action === 'provisionAccess' ? checkMonitoringCleared(access, now) : null),
  )
  if (refusal || action !== 'decideAccess') return { refusal, exceptionIds: [] }
  return ruleOnGuidance(actor, access, ground, now)
}

// A component's director approves after acknowledging the guidance in force; an exception to IV.E.2 may lift it (V.B.12).
function ruleOnGuidance(
  actor: Actor,
  access: AccessFacts,
  { guidance, exceptions }: AccessGround,
  now: Date,
): Ruling {
  const { accountId, componentId, platformId } = access
  const subject = { accountId, componentId: componentId ?? '', platformId: platformId ?? '' }
  const inForce = exceptions.filter((one) => isInForce(one, now) && covers(one, subject))
  const role = guidedRole(actor, ACCESS_PERMISSIONS.decideAccess, accessPlace(access))
  return rule(inForce, [{ refusal: () => checkGuidanceFollowed(role, guidance, now), liftable: true }])
}

// The person's own: to withdraw or renew. Another's: to decide and to provision (V.B.2, V.B.4).
function checkWhose(actor: Actor, action: AccessAction, access: AccessFacts): Refusal | null {
  const person = personIdOf(actor)
  const own = person === access.personId || person === access.requestedById
  switch (action) {
    case 'withdrawAccessRequest':
    case 'renewAccess':
      return own ? null : policyRefusal('Only who the access is for may do this.', 'V.B.4')
    case 'decideAccess':
    case 'provisionAccess':
      return own ? policyRefusal('Nobody decides on access of their own.', 'V.B.2', 'V.B.4') : null
    case 'revokeAccess':
      return null
  }
}

/** What may be done to a record of access, and what stands in the way. */
export function availableAccessActions(
  actor: Actor,
  access: AccessFacts,
  ground: AccessGround,
  now: Date,
): readonly AvailableAction<AccessAction>[] {
  return ACCESS_ACTIONS.map((action) => ({
    action,
    blockedBy: judgeAccessAction(actor, action, access, ground, now).refusal,
  }))
}
