import {
  CORRECTIVE_ACTION_STATES,
  CORRECTIVE_ACTION_STEPS,
} from '@official-accounts/domain/corrective-action/corrective-action'
import { describedEnum } from '../../described-enum.ts'

export const CorrectiveActionStateEnum = describedEnum(
  'CorrectiveActionState',
  'Where a corrective action stands (IV.A.5).',
  CORRECTIVE_ACTION_STATES,
  {
    ASSIGNED: 'Its owner has to do it.',
    COMPLETED: 'Its owner says it is done; the evidence waits to be judged.',
    RETURNED: 'The evidence was not enough: its owner has to do more.',
    ACCEPTED: 'Done, and the evidence accepted.',
  },
)

export const CorrectiveActionStepKindEnum = describedEnum(
  'CorrectiveActionStepKind',
  'What happened to a corrective action.',
  CORRECTIVE_ACTION_STEPS,
  {
    COMPLETED: 'Evidence was given.',
    RETURNED: 'The evidence was returned, with the reason.',
    ACCEPTED: 'The evidence was accepted, with the reason.',
  },
)
