import { personIdOf, type Actor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import type { AvailableAction } from '../available-action.ts'
import { forbidden, type Refusal } from '../errors.ts'
import type { ViewFacts } from './saved-view.ts'

const TEAM_ROLES: readonly Role[] = ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER']

/** What may be done to a view that exists, by the mutation's name. */
export const VIEW_ACTIONS = ['changeView', 'removeView'] as const
export type ViewAction = (typeof VIEW_ACTIONS)[number]

/**
 * Null when the actor may make, change or remove a view there: one's own; a component's as its director or account
 * manager; everybody's as the Office of Public Affairs, which keeps the list (V.B.6).
 */
export function checkViewPlace(actor: Actor, view: ViewFacts): Refusal | null {
  switch (view.scope) {
    case 'PERSON':
      return personIdOf(actor) === view.ownerId
        ? null
        : forbidden('A person’s view is changed by that person alone.', 'V.B.6')
    case 'COMPONENT':
      return holdsFor(actor, TEAM_ROLES, view.componentId)
        ? null
        : forbidden('A component’s views are kept by its director and its account managers.', 'V.B.6')
    case 'DEPARTMENT':
      return holdsFor(actor, ['OPA'], null)
        ? null
        : forbidden('Views for everybody are kept by the Office of Public Affairs.', 'V.B.6')
  }
}

/** What may be done to a view, and what stands in the way: what the buttons show and the commands ask alike. */
export function availableViewActions(actor: Actor, view: ViewFacts): readonly AvailableAction<ViewAction>[] {
  const blockedBy = checkViewPlace(actor, view)
  return VIEW_ACTIONS.map((action) => ({ action, blockedBy }))
}

function holdsFor(actor: Actor, roles: readonly Role[], componentId: string | null): boolean {
  if (!('roles' in actor)) return false
  return actor.roles.some(
    ({ role, componentIds }) =>
      roles.includes(role) && (componentId === null || componentIds.includes(componentId)),
  )
}
