import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { correctiveActionTransition } from './corrective-action-transition.ts'

const input = z.object({ correctiveActionId: z.uuid(), reason: reasonField })

const stepOf = ({ reason }: z.infer<typeof input>) => ({ note: reason, evidenceUrl: null })

/** The office that asked for it accepts the evidence; nobody their own (IV.A.5). */
export const acceptCorrectiveAction = correctiveActionTransition(
  'acceptCorrectiveAction',
  'ACCEPTED',
  input,
  stepOf,
)

/** The office that asked for it says what is missing: it is to be done again (IV.A.5). */
export const returnCorrectiveAction = correctiveActionTransition(
  'returnCorrectiveAction',
  'RETURNED',
  input,
  stepOf,
)
