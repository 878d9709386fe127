import { personIdOf, type Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { Permission } from '../access/permissions.ts'
import { ROLES } from '../access/roles.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { forbidden, invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { checkState } from '../state-machine.ts'
import {
  CORRECTIVE_ACTION_ACTIONS,
  correctiveActionMachine,
  type CorrectiveActionAction,
} from './corrective-action-machine.ts'
import { dayOf, type CorrectiveActionFacts, type CorrectiveActionOwner } from './corrective-action.ts'

/** The permission each action on a corrective action needs. */
export const CORRECTIVE_ACTION_PERMISSIONS = {
  completeCorrectiveAction: 'correctiveAction.complete',
  acceptCorrectiveAction: 'correctiveAction.accept',
  returnCorrectiveAction: 'correctiveAction.return',
} as const satisfies Record<CorrectiveActionAction, Permission>

/** What an assignment says, as far as a rule looks at it. */
export interface Assignment extends CorrectiveActionOwner {
  readonly dueOn: Date
  /** Whether the person named may act; null where none is named. */
  readonly ownerActive: boolean | null
}

/** A corrective action has one owner who may act, and a day that has not passed (IV.A.5). */
export function checkAssignment(
  { ownerRole, ownerId, ownerActive, dueOn }: Assignment,
  now: Date,
): Refusal | null {
  if ((ownerRole === null) === (ownerId === null)) {
    return invalidInput('ownerRole', 'Name one owner: a role or a person.')
  }
  if (ownerRole !== null && !ROLES[ownerRole].writes) {
    return invalidInput('ownerRole', `${ROLES[ownerRole].title} only reads: name a role that acts.`)
  }
  if (ownerActive === false) return invalidInput('ownerId', 'This person may no longer act.')
  return dueOn < dayOf(now) ? invalidInput('dueOn', 'A day that has not passed.') : null
}

/** Null when this actor may do this to this corrective action now. */
export function checkCorrectiveAction(
  actor: Actor,
  action: CorrectiveActionAction,
  facts: CorrectiveActionFacts,
): Refusal | null {
  const { componentId, state } = facts
  return firstRefusal(
    () => authorize(actor, CORRECTIVE_ACTION_PERMISSIONS[action], { componentId }),
    () => (action === 'completeCorrectiveAction' ? checkOwner(actor, facts) : checkJudge(actor, facts)),
    () => checkFindingOpen(facts),
    () => checkState(correctiveActionMachine, state, action),
    () => (action === 'completeCorrectiveAction' ? null : checkNotOwnEvidence(actor, facts)),
  )
}

/** Whether a corrective action is this actor's to do. */
export function isOwner(
  actor: Actor,
  { ownerId, ownerRole, componentId }: CorrectiveActionOwner & { readonly componentId: string },
): boolean {
  if (ownerId !== null) return personIdOf(actor) === ownerId
  if (!('roles' in actor)) return false
  return actor.roles.some(
    ({ role, componentIds }) =>
      role === ownerRole && (ROLES[role].scope === 'DEPARTMENT' || componentIds.includes(componentId)),
  )
}

function checkOwner(actor: Actor, facts: CorrectiveActionFacts): Refusal | null {
  if (isOwner(actor, facts)) return null
  const owner = facts.ownerRole === null ? 'another person' : `the ${ROLES[facts.ownerRole].title}`
  return forbidden(`This corrective action is assigned to ${owner}.`, 'IV.A.5')
}

// The office that asked for it judges the evidence, or the Assistant Secretary.
function checkJudge(actor: Actor, { assignedRole }: CorrectiveActionFacts): Refusal | null {
  if ('roles' in actor && actor.roles.some(({ role }) => role === assignedRole || role === 'ASPA'))
    return null
  return forbidden(
    `The evidence is judged by the ${ROLES[assignedRole].title}, who assigned it, or the ${ROLES.ASPA.title}.`,
    'IV.A.5',
  )
}

function checkFindingOpen({ findingOpen }: CorrectiveActionFacts): Refusal | null {
  return findingOpen
    ? null
    : {
        code: 'INVALID_STATE',
        message: 'The finding is closed: nothing is left to be done about it.',
        state: 'CLOSED',
        allowed: [],
      }
}

// Nobody judges evidence of their own, nor that of somebody they stand in for (IV.A.5, V.B.2).
function checkNotOwnEvidence(actor: Actor, { completedByIds }: CorrectiveActionFacts): Refusal | null {
  const lent = 'roles' in actor ? actor.roles.flatMap(({ lending }) => lending?.delegatorId ?? []) : []
  const people = [personIdOf(actor), ...lent]
  return completedByIds.some((id) => people.includes(id))
    ? policyRefusal('Nobody judges evidence they gave.', 'IV.A.5', 'V.B.2')
    : null
}

/** What may be done to a corrective action, and what stands in the way. */
export function availableCorrectiveActions(
  actor: Actor,
  facts: CorrectiveActionFacts,
): readonly AvailableAction<CorrectiveActionAction>[] {
  return CORRECTIVE_ACTION_ACTIONS.map((action) => ({
    action,
    blockedBy: checkCorrectiveAction(actor, action, facts),
  }))
}
