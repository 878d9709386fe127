import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { NOT_ACCEPTED, riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), reason: reasonField })

/** The office of its area says that there is no such risk any more (IV.C.3, IV.D.2). */
export const closeRisk = riskTransition({
  action: 'closeRisk',
  input,
  event: 'risk.closed',
  fields: () => NOT_ACCEPTED,
})
