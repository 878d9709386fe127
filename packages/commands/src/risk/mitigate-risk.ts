import { checkResidual } from '@official-accounts/domain/risk/risk-rules'
import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { levelFields } from './risk-input.ts'
import { NOT_ACCEPTED, riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), ...levelFields, reason: reasonField })

/** The office of its area says what is left of a risk now that something was done about it (IV.C.3, IV.D.2). */
export const mitigateRisk = riskTransition({
  action: 'mitigateRisk',
  input,
  event: 'risk.mitigated',
  check: (residual, { area }) => checkResidual(area, residual),
  fields: ({ likelihood, impact }) => ({
    residualLikelihood: likelihood,
    residualImpact: impact,
    ...NOT_ACCEPTED,
  }),
})
