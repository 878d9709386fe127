import { checkDay } from '@official-accounts/domain/risk/risk-rules'
import { invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { dayField } from './risk-input.ts'
import { riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), reviewBy: dayField, reason: reasonField })

/** The office of its area has looked at a risk again and leaves it as it is until another day (IV.C.5, IV.D.2). */
export const reviewRisk = riskTransition({
  action: 'reviewRisk',
  input,
  event: 'risk.reviewed',
  check: ({ reviewBy }, { acceptedUntil }, now) =>
    acceptedUntil !== null && reviewBy > acceptedUntil
      ? invalidInput(
          'reviewBy',
          'Not after the last day of the acceptance: to bear it longer, accept it again.',
        )
      : checkDay('reviewBy', reviewBy, now),
  fields: ({ reviewBy }) => ({ reviewBy, reviewBecause: 'PLANNED' }),
})
