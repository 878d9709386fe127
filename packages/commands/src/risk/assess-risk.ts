import { checkDay } from '@official-accounts/domain/risk/risk-rules'
import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { dayField, levelFields } from './risk-input.ts'
import { riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), ...levelFields, reviewBy: dayField, reason: reasonField })

/** The office of its area says how great a risk is while nothing is done, and when to look at it again (IV.C.3, IV.D.2). */
export const assessRisk = riskTransition({
  action: 'assessRisk',
  input,
  event: 'risk.assessed',
  check: ({ reviewBy }, _risk, now) => checkDay('reviewBy', reviewBy, now),
  fields: ({ likelihood, impact, reviewBy }) => ({
    likelihood,
    impact,
    residualLikelihood: null,
    residualImpact: null,
    reviewBy,
    reviewBecause: 'PLANNED',
  }),
})
