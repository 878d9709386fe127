import { z } from 'zod'
import { textField } from '../finding/finding-input.ts'
import { correctiveActionTransition } from './corrective-action-transition.ts'

const input = z.object({
  correctiveActionId: z.uuid(),
  evidence: textField('Say what was done, and what shows it.'),
  evidenceUrl: z
    .url({ protocol: /^https?$/, error: 'An address that begins with https.' })
    .max(2000, 'At most 2,000 characters.')
    .nullish()
    .transform((value) => value ?? null),
})

/** Its owner says that a corrective action is done, with the evidence (IV.A.5). */
export const completeCorrectiveAction = correctiveActionTransition(
  'completeCorrectiveAction',
  'COMPLETED',
  input,
  ({ evidence, evidenceUrl }) => ({ note: evidence, evidenceUrl }),
)
