import { isLent, type DelegationScope, type Recusal } from '../delegation/delegation.ts'
import { forbidden, strongerSignIn, type Refusal } from '../errors.ts'
import { isBounded, type Actor, type HeldRole, type KnownActor } from './actor.ts'
import { permissionRule, type Permission } from './permissions.ts'
import { ROLES, type Role } from './roles.ts'

/** Where an act takes effect: one component's record, or the department's (null). */
export interface Place {
  readonly componentId: string | null
  readonly accountId?: string
  readonly platformId?: string
  /** False where the second wall lets the actor read the record and not write it. */
  readonly writable?: boolean
}

/** Null when the actor may do this here, else a refusal naming the roles that may. */
export function authorize(actor: Actor, permission: Permission, place: Place): Refusal | null {
  const rule = permissionRule(permission)
  if (actor.kind === 'SYSTEM') {
    return rule.system ? null : forbidden(`${permission} is for people, not for the system.`, rule.clause)
  }
  if (actor.kind === 'ANONYMOUS') return forbidden('Sign in first.', rule.clause)
  if (hasSuspendedRights(actor)) {
    return forbidden('Your right to act here is suspended; you may read.', 'IV.A.5')
  }
  if (rolesHeldFor(actor.roles, permission, place).length === 0) {
    return forbidden(refusalText(permission, rule.roles, place), rule.clause)
  }
  if (actor.recusals?.some((recusal) => isRecusedFrom(recusal, place))) {
    return forbidden('You have stood aside from this by a recusal on record.', 'IV.A.4')
  }
  return rule.decides && actor.neededAcr ? strongerSignIn(actor.neededAcr) : null
}

/** Whether the actor may ever do this anywhere: the coarse check at the door. */
export function mayEver(actor: Actor, permission: Permission): boolean {
  const rule = permissionRule(permission)
  if (actor.kind === 'SYSTEM') return rule.system
  if (actor.kind === 'ANONYMOUS' || hasSuspendedRights(actor)) return false
  return actor.roles.some((held) => carries(held, permission))
}

/** The role under which the actor acts here, and the delegation it is lent by: recorded with a decision. */
export interface Authority {
  readonly role: Role | null
  readonly delegationId: string | null
}

/** Under what the actor acts here: a role of one's own before one that is lent; none for the system. */
export function actingAuthority(actor: Actor, permission: Permission, place: Place): Authority {
  const held = 'roles' in actor ? rolesHeldFor(actor.roles, permission, place) : []
  const [first] = [...held].sort((a, b) => Number(a.lending !== undefined) - Number(b.lending !== undefined))
  return { role: first?.role ?? null, delegationId: first?.lending?.delegationId ?? null }
}

/** Whether somebody holds this role as their own, here. */
export function holdsAsOwn(actor: Actor, role: Role, componentId: string | null): boolean {
  if (!('roles' in actor)) return false
  return actor.roles.some(
    (held) => held.role === role && held.lending === undefined && reaches(held, { componentId }),
  )
}

/** Whether somebody holds this role here, as their own or lent, so that it carries this permission. */
export function holdsFor(actor: Actor, role: Role, permission: Permission, place: Place): boolean {
  return 'roles' in actor && rolesHeldFor(actor.roles, permission, place).some((held) => held.role === role)
}

function hasSuspendedRights({ rightsSuspendedAt }: KnownActor): boolean {
  return rightsSuspendedAt != null
}

function rolesHeldFor(held: readonly HeldRole[], permission: Permission, place: Place): readonly HeldRole[] {
  return held.filter((role) => carries(role, permission) && reaches(role, place))
}

function carries({ role, lending }: HeldRole, permission: Permission): boolean {
  return permissionRule(permission).roles.includes(role) && (!lending || isLent(lending.kind, permission))
}

function reaches(held: HeldRole, place: Place): boolean {
  const { componentId } = place
  const own = held.lending === undefined
  // A component's own role counts for the department's records; one that is lent counts where it was lent to.
  const here = componentId === null ? own : held.componentIds.includes(componentId)
  if (isBounded(held) && !here) return false
  return own || isWithin(held.lending.scope, place)
}

function isWithin({ accountId, platformId }: DelegationScope, place: Place): boolean {
  return (
    (accountId === null || accountId === place.accountId) &&
    (platformId === null || platformId === place.platformId)
  )
}

function isRecusedFrom({ scope, componentIds }: Recusal, place: Place): boolean {
  const here = scope.componentId === null || componentIds.includes(place.componentId ?? '')
  return here && isWithin(scope, place)
}

function refusalText(permission: Permission, roles: readonly Role[], place: Place): string {
  if (roles.length === 0) return `${permission} is done by the system alone.`
  const titles = roles.map((role) => ROLES[role].title).join(', ')
  const where = place.componentId === null ? '' : ' for this component'
  return `${permission} needs one of these roles${where}: ${titles}.`
}
