import { defineMachine } from '../state-machine.ts'
import type { FindingState } from './finding.ts'

/** What may be done to a finding, named as the GraphQL mutations are. */
export const FINDING_ACTIONS = ['assignCorrectiveAction', 'closeFinding'] as const
export type FindingAction = (typeof FINDING_ACTIONS)[number]

/** The life of a finding. One that is closed stays so: what breaks the clause again is another finding. */
export const findingMachine = defineMachine<FindingState, FindingAction>('finding', {
  OPEN: { assignCorrectiveAction: 'OPEN', closeFinding: 'CLOSED' },
  CLOSED: {},
})
