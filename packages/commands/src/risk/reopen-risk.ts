import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { NOT_ACCEPTED, riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), reason: reasonField })

/** A risk is there again, or what was done about it does not hold: all of it counts until it is assessed (IV.C.3, IV.D.2). */
export const reopenRisk = riskTransition({
  action: 'reopenRisk',
  input,
  event: 'risk.reopened',
  fields: () => ({ ...NOT_ACCEPTED, residualLikelihood: null, residualImpact: null }),
})
