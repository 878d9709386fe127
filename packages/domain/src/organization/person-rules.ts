import { personIdOf, type Actor } from '../access/actor.ts'
import { ROLES, type Role } from '../access/roles.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'

/** Nobody grants or takes their own roles, whatever role they hold (V.B.2). */
export function checkNotOwnRole(actor: Actor, personId: string): Refusal | null {
  return personIdOf(actor) === personId ? policyRefusal('Nobody grants a role to themselves.', 'V.B.2') : null
}

/** A component's role names a component; a department's names none. */
export function checkRolePlace(role: Role, componentId: string | null): Refusal | null {
  const { scope, title } = ROLES[role]
  if (scope === 'COMPONENT' && componentId === null) {
    return invalidInput('componentId', `${title} is a component's role: say which component.`)
  }
  return scope === 'DEPARTMENT' && componentId !== null
    ? invalidInput('componentId', `${title} is a role of the whole department: name no component.`)
    : null
}
