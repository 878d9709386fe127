import { defineMachine } from '../state-machine.ts'
import type { CorrectiveActionState } from './corrective-action.ts'

/** What may be done to a corrective action, named as the GraphQL mutations are. */
export const CORRECTIVE_ACTION_ACTIONS = [
  'completeCorrectiveAction',
  'acceptCorrectiveAction',
  'returnCorrectiveAction',
] as const
export type CorrectiveActionAction = (typeof CORRECTIVE_ACTION_ACTIONS)[number]

/** The life of a corrective action: evidence is given, and accepted or returned. */
export const correctiveActionMachine = defineMachine<CorrectiveActionState, CorrectiveActionAction>(
  'corrective action',
  {
    ASSIGNED: { completeCorrectiveAction: 'COMPLETED' },
    RETURNED: { completeCorrectiveAction: 'COMPLETED' },
    COMPLETED: { acceptCorrectiveAction: 'ACCEPTED', returnCorrectiveAction: 'RETURNED' },
    ACCEPTED: {},
  },
)
