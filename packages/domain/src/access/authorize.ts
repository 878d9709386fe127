import { forbidden, type Refusal } from '../errors.ts'
import type { Actor, HeldRole } from './actor.ts'
import { permissionRule, type Permission } from './permissions.ts'
import { ROLES, type Role } from './roles.ts'

/** Where an act takes effect: one component's record, or the department's (null). */
export interface Place {
  readonly componentId: string | null
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
  if (rolesHeldFor(actor.roles, rule.roles, place).length > 0) return null
  return forbidden(refusalText(permission, rule.roles, place), rule.clause)
}

/** Whether the actor may ever do this anywhere: the coarse check at the door. */
export function mayEver(actor: Actor, permission: Permission): boolean {
  const rule = permissionRule(permission)
  if (actor.kind === 'SYSTEM') return rule.system
  if (actor.kind === 'ANONYMOUS') return false
  return actor.roles.some((held) => rule.roles.includes(held.role))
}

/** The role under which the actor acts here, recorded with a decision; null for the system. */
export function actingRole(actor: Actor, permission: Permission, place: Place): Role | null {
  if (!('roles' in actor)) return null
  return rolesHeldFor(actor.roles, permissionRule(permission).roles, place)[0]?.role ?? null
}

function rolesHeldFor(held: readonly HeldRole[], wanted: readonly Role[], place: Place): readonly HeldRole[] {
  return held.filter(
    ({ role, componentIds }) =>
      wanted.includes(role) &&
      (ROLES[role].scope === 'DEPARTMENT' ||
        place.componentId === null ||
        componentIds.includes(place.componentId)),
  )
}

function refusalText(permission: Permission, roles: readonly Role[], place: Place): string {
  if (roles.length === 0) return `${permission} is done by the system alone.`
  const titles = roles.map((role) => ROLES[role].title).join(', ')
  const where = place.componentId === null ? '' : ' for this component'
  return `${permission} needs one of these roles${where}: ${titles}.`
}
