import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, type Place } from '../access/authorize.ts'
import { checkUse } from '../account/request-rules.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { covers, isInForce, type GrantedException } from '../exception/exception.ts'
import { rule, type Ruling } from '../exception/lift.ts'
import { checkGuidanceFollowed, guidedRole } from '../guidance/guidance-rules.ts'
import { checkPlatformUsable } from '../platform/platform-rules.ts'
import { checkMonitoringCleared } from '../privacy-approval/privacy-gate.ts'
import { checkState } from '../state-machine.ts'
import {
  ACCESS_ACTIONS,
  ACCESS_PERMISSIONS,
  accessMachine,
  type AccessAction,
} from './access-grant-machine.ts'
import {
  givenUntil,
  type AccessFacts,
  type AccessGround,
  type AccessRequest,
  type AccessState,
  type MonitoredAccount,
} from './access-grant.ts'

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

/**
 * Whether this actor may do this to this record of access now, and by which exceptions. `to` is where it leads, where
 * the input says so: what gives access asks more than what denies it.
 */
export function judgeAccessAction(
  actor: Actor,
  action: AccessAction,
  access: AccessFacts,
  ground: AccessGround,
  now: Date,
  to: AccessState | null = action === 'provisionAccess' ? 'PROVISIONED' : null,
): Ruling {
  const refusal = firstRefusal(
    () => authorize(actor, ACCESS_PERMISSIONS[action], accessPlace(access)),
    () => checkState(accessMachine, access.state, action),
    () => checkWhose(actor, action, access),
    () => (action === 'provisionAccess' ? checkMonitoringCleared(access, now) : null),
  )
  if (refusal) return { refusal, exceptionIds: [] }
  return allOf(
    () => (action === 'decideAccess' ? ruleOnGuidance(actor, access, ground, now) : NOTHING_ASKED),
    () => (to === 'APPROVED' || to === 'PROVISIONED' ? judgeGround(access, ground, now) : NOTHING_ASKED),
  )
}

const NOTHING_ASKED: Ruling = { refusal: null, exceptionIds: [] }

function allOf(...rulings: readonly (() => Ruling)[]): Ruling {
  const used: string[] = []
  for (const ask of rulings) {
    const { refusal, exceptionIds } = ask()
    if (refusal) return { refusal, exceptionIds: [] }
    used.push(...exceptionIds)
  }
  return { refusal: null, exceptionIds: [...new Set(used)] }
}

// A component's director approves after acknowledging the guidance in force; an exception to IV.E.2 may lift it (V.B.12).
function ruleOnGuidance(actor: Actor, access: AccessFacts, ground: AccessGround, now: Date): Ruling {
  const role = guidedRole(actor, ACCESS_PERMISSIONS.decideAccess, accessPlace(access))
  const guided = () => checkGuidanceFollowed(role, ground.guidance, now)
  const platformId = access.accountId === null ? '' : (access.platforms[0]?.id ?? '')
  return rule(inForceFor(access, platformId, ground, now), [{ refusal: guided, liftable: true }])
}

function inForceFor(
  { accountId, componentId }: AccessFacts,
  platformId: string,
  { exceptions }: AccessGround,
  now: Date,
): readonly GrantedException[] {
  const subject = { accountId, componentId: componentId ?? '', platformId }
  return exceptions.filter((one) => isInForce(one, now) && covers(one, subject))
}

// Access is for somebody who is here, until its day, to what has not ended, on platforms approved for use (V.B.1,
// V.B.4, IV.B.2); an exception may let a platform pass that is not approved, never a prohibited one (V.B.12).
function judgeGround(access: AccessFacts, ground: AccessGround, now: Date): Ruling {
  const { expiresOn, holderActive, accountLive, platforms } = access
  const refusal = firstRefusal(
    () => (holderActive ? null : policyRefusal('The person it is for is deactivated.', 'V.B.4', 'V.B.5')),
    () =>
      accountLive ? null : policyRefusal('This account has ended; there is nothing to manage.', 'V.B.4'),
    () => (expiresOn > now ? null : policyRefusal('The time it was asked for is over.', 'V.B.4')),
  )
  if (refusal) return { refusal, exceptionIds: [] }
  return allOf(
    ...platforms.map(
      (platform) => () =>
        rule(inForceFor(access, platform.id, ground, now), [
          { refusal: () => checkPlatformUsable(platform), liftable: platform.state !== 'PROHIBITED' },
        ]),
    ),
  )
}

/** Whether access counts at an instant: denied unless provided, until its day also while it is renewed, and only while what it was given on holds (V.B.4). */
export function hasAccess(access: AccessFacts, ground: AccessGround, now: Date): boolean {
  const until = givenUntil(access)
  return until !== null && until > now && judgeGround(access, ground, now).refusal === null
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
      return own
        ? policyRefusal('Nobody decides on access of their own.', 'V.B.2', 'V.B.4')
        : checkNotLent(actor, access)
    case 'revokeAccess':
      return checkGiven(access)
  }
}

// Of a first request there is nothing to revoke: it is decided on.
function checkGiven({ state, heldUntil }: AccessFacts): Refusal | null {
  if (state !== 'REQUESTED' || heldUntil !== null) return null
  const message = 'This request for access is REQUESTED; there is nothing to revoke before it is decided.'
  return { code: 'INVALID_STATE', message, state, allowed: ['decideAccess'] }
}

// Nor in the place of somebody whose own access it is (IV.A.4).
function checkNotLent(actor: Actor, { personId, requestedById }: AccessFacts): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  return lent.some((delegator) => delegator === personId || delegator === requestedById)
    ? policyRefusal('You stand in for somebody whose own access this is.', 'V.B.2', 'V.B.4')
    : null
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
