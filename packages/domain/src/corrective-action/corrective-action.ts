import type { Role } from '../access/roles.ts'

export const CORRECTIVE_ACTION_STATES = ['ASSIGNED', 'COMPLETED', 'RETURNED', 'ACCEPTED'] as const
export type CorrectiveActionState = (typeof CORRECTIVE_ACTION_STATES)[number]

export const CORRECTIVE_ACTION_STEPS = ['COMPLETED', 'RETURNED', 'ACCEPTED'] as const
export type CorrectiveActionStepKind = (typeof CORRECTIVE_ACTION_STEPS)[number]

/** Whose a corrective action is: a role's, in the finding's component or in its office, or one person's. */
export interface CorrectiveActionOwner {
  readonly ownerRole: Role | null
  readonly ownerId: string | null
}

/** A corrective action as decisions on it look at it, read under its lock. */
export interface CorrectiveActionFacts extends CorrectiveActionOwner {
  readonly id: string
  readonly findingId: string
  readonly findingOpen: boolean
  readonly clause: string
  readonly componentId: string
  readonly state: CorrectiveActionState
  readonly assignedRole: Role
  /** Whoever gave evidence for it, now or before it was returned. */
  readonly completedByIds: readonly string[]
  readonly version: number
}

/** Whether somebody still has to do it. */
export function isToDo(state: CorrectiveActionState): boolean {
  return state === 'ASSIGNED' || state === 'RETURNED'
}

/** Whether it is to be done and its day is over, in UTC. */
export function isOverdue(
  { state, dueOn }: { readonly state: CorrectiveActionState; readonly dueOn: Date },
  now: Date,
): boolean {
  return isToDo(state) && dueOn < dayOf(now)
}

/** The day of an instant, in UTC. */
export function dayOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}
