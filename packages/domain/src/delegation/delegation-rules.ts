import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize, holdsAsOwn } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import { ROLES, type Role } from '../access/roles.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { conflict, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { delegationStanding, type DelegationFacts, type DelegationScope } from './delegation.ts'

/** Somebody who might stand in, as a rule looks at them. */
export interface Candidate {
  readonly personId: string
  readonly active: boolean
  readonly affiliation: 'EMPLOYEE' | 'CONTRACTOR' | 'NON_DEPARTMENT_ENTITY' | 'PROGRAM'
  /** Roles of the person's own that count now, with the components they cover. */
  readonly roles: readonly { readonly role: Role; readonly componentIds: readonly string[] }[]
}

/** From when until when; without an end it lasts until it is revoked. */
export interface Period {
  readonly validFrom: Date
  readonly validUntil: Date | null
}

/** A delegation of approval as it is asked for. */
export interface ApprovalRequest extends Period {
  readonly scope: DelegationScope
  /** The component the scope lies in; null for the whole department. */
  readonly scopeComponentId: string | null
}

/** The Assistant Secretary lends the approval of accounts, in person, to an eligible official (IV.A.2, IV.A.4). */
export function checkApprovalLent(
  actor: Actor,
  now: Date,
  request: ApprovalRequest,
  delegate: Candidate,
): Refusal | null {
  return firstRefusal(
    () => checkOwnRole(actor, 'ASPA', null),
    () => checkPeriod(request, now),
    () => checkCandidate(actor, delegate),
    () => checkApprover(delegate, request.scopeComponentId),
  )
}

// IV.E.2: a component's director approves inside the own component only.
function checkApprover({ roles }: Candidate, scopeComponentId: string | null): Refusal | null {
  if (roles.some(({ role }) => role === 'OPA')) return null
  const directs = roles.filter(({ role }) => role === 'COMPONENT_DIRECTOR')
  if (directs.length === 0) {
    return policyRefusal(
      'Approval is lent to the Office of Public Affairs or to a component’s public affairs director.',
      'IV.A.4',
    )
  }
  const inside =
    scopeComponentId !== null && directs.some(({ componentIds }) => componentIds.includes(scopeComponentId))
  return inside
    ? null
    : policyRefusal('A component’s director is lent approval inside the own component only.', 'IV.E.2')
}

/** Somebody who fills a vacant office, or covers for its holder while away. */
export interface StandInRequest extends Period {
  readonly kind: 'ACTING' | 'COVER'
  readonly role: Role
  readonly componentId: string | null
  /** Whether anybody holds the office now. */
  readonly held: boolean
}

/** A vacant office is filled by whom the roles' administrator or the Assistant Secretary records; holders name their own cover. */
export function checkStandIn(
  actor: Actor,
  now: Date,
  request: StandInRequest,
  delegate: Candidate,
): Refusal | null {
  const { kind, role, componentId, held } = request
  return firstRefusal(
    () => checkPlaceOf(role, componentId),
    () => (kind === 'COVER' ? checkOwnRole(actor, role, componentId) : checkVacancy(actor, held)),
    () => checkPeriod(request, now),
    () => (kind === 'COVER' && request.validUntil === null ? absenceHasAnEnd() : null),
    () => checkCandidate(actor, delegate),
  )
}

function checkPlaceOf(role: Role, componentId: string | null): Refusal | null {
  if (!ROLES[role].writes)
    return invalidInput('role', `${ROLES[role].title} decides nothing to stand in for.`)
  if (role === 'ADMIN') return policyRefusal('The administration of roles is granted, not lent.', 'IV.A.4')
  return (ROLES[role].scope === 'COMPONENT') === (componentId !== null)
    ? null
    : invalidInput('componentId', 'A component’s role names its component, a department’s role names none.')
}

function checkVacancy(actor: Actor, held: boolean): Refusal | null {
  if (held) return policyRefusal('Somebody holds this office: an acting official fills a vacancy.', 'IV.A.4')
  return holdsAsOwn(actor, 'ADMIN', null) || holdsAsOwn(actor, 'ASPA', null)
    ? null
    : policyRefusal(
        'An acting official is recorded by the Assistant Secretary or the administrator.',
        'IV.A.4',
      )
}

function absenceHasAnEnd(): Refusal {
  return invalidInput('validUntil', 'Cover for an absence has an end.')
}

/** Somebody stands aside for themselves; the Assistant Secretary may ask it of others. */
export function checkRecusal(actor: Actor, now: Date, personId: string, period: Period): Refusal | null {
  return firstRefusal(
    () =>
      personIdOf(actor) === personId || holdsAsOwn(actor, 'ASPA', null)
        ? null
        : policyRefusal('Only the Assistant Secretary records that somebody else stands aside.', 'IV.A.5'),
    () => checkPeriod(period, now),
  )
}

// Lent power is not lent on (IV.A.4).
function checkOwnRole(actor: Actor, role: Role, componentId: string | null): Refusal | null {
  return holdsAsOwn(actor, role, componentId)
    ? null
    : policyRefusal(`Only who holds the role of ${ROLES[role].title} in person may lend it.`, 'IV.A.4')
}

function checkPeriod({ validFrom, validUntil }: Period, now: Date): Refusal | null {
  if (validFrom < now) return invalidInput('validFrom', 'A delegation is not dated back.')
  return validUntil !== null && validUntil <= validFrom
    ? invalidInput('validUntil', 'It ends after it begins.')
    : null
}

function checkCandidate(actor: Actor, { personId, active, affiliation }: Candidate): Refusal | null {
  if (personId === personIdOf(actor)) return policyRefusal('Nobody lends power to themselves.', 'IV.A.4')
  if (!active) return policyRefusal('This person is deactivated.', 'V.B.5')
  return affiliation === 'EMPLOYEE'
    ? null
    : policyRefusal('Only an employee of the department may decide in another’s place.', 'II.C', 'IV.A.4')
}

/** Nothing is recorded twice: the same matter, for the same person, until revoked. */
export function checkNotRecorded(
  delegatorId: string | null,
  same: readonly Pick<DelegationFacts, 'id' | 'delegatorId'>[],
): Refusal | null {
  const found = same.find((record) => record.delegatorId === delegatorId)
  return found
    ? conflict('The same is on record for this person already.', { type: 'Delegation', id: found.id })
    : null
}

/** A delegation ends by whom it came from, by who recorded it, or by the Assistant Secretary. */
export function checkRevocation(actor: Actor, now: Date, delegation: DelegationFacts): Refusal | null {
  const permission: Permission = 'delegation.revoke'
  return firstRefusal(
    () => authorize(actor, permission, { componentId: null }),
    () => {
      const standing = delegationStanding(delegation, now)
      return standing === 'IN_FORCE' || standing === 'UPCOMING' ? null : ended(standing)
    },
    () => {
      const person = personIdOf(actor)
      const mine = person === delegation.delegatorId || person === delegation.recordedById
      return mine || holdsAsOwn(actor, 'ASPA', null) ? null : notTheirs()
    },
  )
}

function ended(standing: string): Refusal {
  return {
    code: 'INVALID_STATE',
    message: `This delegation is ${standing}; revokeDelegation needs IN_FORCE or UPCOMING.`,
    state: standing,
    allowed: [],
  }
}

function notTheirs(): Refusal {
  return policyRefusal(
    'A delegation is revoked by whom it came from, by who recorded it, or by the Assistant Secretary.',
    'IV.A.4',
  )
}

/** What may be done to a record of delegation, and what stands in the way. */
export function availableDelegationActions(
  actor: Actor,
  now: Date,
  delegation: DelegationFacts,
): readonly AvailableAction<'revokeDelegation'>[] {
  return [{ action: 'revokeDelegation', blockedBy: checkRevocation(actor, now, delegation) }]
}
