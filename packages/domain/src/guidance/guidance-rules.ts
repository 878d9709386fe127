import type { Actor } from '../access/actor.ts'
import { actingAuthority, holdsAsOwn, type Place } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import { ROLES, type Role } from '../access/roles.ts'
import { firstRefusal } from '../decision.ts'
import { isLent } from '../delegation/delegation.ts'
import { conflict, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import {
  versionsInForce,
  type GuidanceKind,
  type GuidanceStanding,
  type ProcedureVersion,
} from './guidance.ts'

/** Which offices publish which kind: guidance is the Assistant Secretary's, policy the Office of Policy's. */
const PUBLISHERS: Readonly<Record<GuidanceKind, readonly Role[]>> = {
  GUIDANCE: ['ASPA', 'OPA'],
  POLICY: ['POLICY_OFFICE'],
}

/** What is to be published. */
export interface Publication {
  readonly kind: GuidanceKind
  readonly effectiveFrom: Date
  readonly processesReviewedBy: Date | null
}

/** Guidance is published by its own office, and takes effect now or later, never before (IV.A.3, OIG.3). */
export function checkGuidancePublication(actor: Actor, publication: Publication, now: Date): Refusal | null {
  const { kind, effectiveFrom, processesReviewedBy } = publication
  return firstRefusal(
    () => checkPublisher(actor, kind),
    () =>
      effectiveFrom < now
        ? invalidInput('effectiveFrom', 'Guidance takes effect now or later, never before.')
        : null,
    () =>
      processesReviewedBy !== null && processesReviewedBy < effectiveFrom
        ? invalidInput('processesReviewedBy', 'Processes are reviewed against it after it takes effect.')
        : null,
  )
}

function checkPublisher(actor: Actor, kind: GuidanceKind): Refusal | null {
  const roles = 'roles' in actor ? actor.roles : []
  const held = roles.filter(({ lending }) => !lending || isLent(lending.kind, 'guidance.publish'))
  if (held.some(({ role }) => PUBLISHERS[kind].includes(role))) return null
  const titles = PUBLISHERS[kind].map((role) => ROLES[role].title).join(' or ')
  return kind === 'POLICY'
    ? policyRefusal(`Policy of the department is published by: ${titles}.`, 'OIG.3')
    : policyRefusal(`Procedural guidance is published by: ${titles}.`, 'IV.A.3')
}

/** A version somebody wants to acknowledge. */
export interface AcknowledgedVersion {
  readonly standing: GuidanceStanding
  /** Whether this person has done so already. */
  readonly acknowledged: boolean
}

/**
 * An acknowledgement is dated by the clock: a day that is not today's is refused. What has been replaced is not
 * acknowledged any more (IV.A.3, IV.E.2).
 */
export function checkAcknowledgement(
  { standing, acknowledged }: AcknowledgedVersion,
  acknowledgedOn: string | null,
  now: Date,
): Refusal | null {
  if (acknowledgedOn !== null && acknowledgedOn !== now.toISOString().slice(0, 10)) {
    return invalidInput('acknowledgedOn', 'An acknowledgement is dated by the clock: leave the day out.')
  }
  if (standing === 'REPLACED')
    return invalidInput('versionId', 'A newer version is in force: acknowledge that one.')
  return acknowledged ? conflict('You have acknowledged this version already.') : null
}

/**
 * The role whose guidance somebody follows here: the one acted in, and a component director's own where the director
 * decides under an approval that was lent (IV.E.2, IV.A.4).
 */
export function guidedRole(actor: Actor, permission: Permission, place: Place): Role | null {
  const { role, delegationId } = actingAuthority(actor, permission, place)
  const { componentId } = place
  const lent = delegationId !== null && role !== null && ROLES[role].scope !== 'COMPONENT'
  return lent && componentId !== null && holdsAsOwn(actor, 'COMPONENT_DIRECTOR', componentId)
    ? 'COMPONENT_DIRECTOR'
    : role
}

/** Whoever acts in a component's role follows the procedural guidance in force for it, and has said so (IV.E.2). */
export function checkGuidanceFollowed(
  role: Role | null,
  versions: readonly ProcedureVersion[],
  now: Date,
): Refusal | null {
  if (role === null || ROLES[role].scope !== 'COMPONENT') return null
  const open = versionsInForce(versions, now).filter(
    ({ roles, acknowledged }) => roles.includes(role) && !acknowledged,
  )
  if (open.length === 0) return null
  const titles = open.map(({ title, number }) => `${title}, version ${number}`).join('; ')
  return policyRefusal(
    `Acknowledge the guidance in force first: ${titles}.`,
    role === 'COMPONENT_DIRECTOR' ? 'IV.E.2' : 'IV.A.3',
  )
}
