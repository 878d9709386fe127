import { checkDay } from '@official-accounts/domain/risk/risk-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { reasonField } from '../finding/finding-input.ts'
import { dayField } from './risk-input.ts'
import { riskTransition } from './risk-transition.ts'

const input = z.object({ riskId: z.uuid(), acceptedUntil: dayField, reason: reasonField })

/** The office of its area bears what is left of a risk until a day, which is the last to look at it again (IV.C.3, IV.D.2). */
export const acceptRisk = riskTransition({
  action: 'acceptRisk',
  input,
  event: 'risk.accepted',
  check: ({ acceptedUntil }, _risk, now) => checkDay('acceptedUntil', acceptedUntil, now),
  fields: ({ acceptedUntil }, _risk, context) => ({
    acceptedById: decider(context),
    acceptedUntil,
    reviewBy: acceptedUntil,
    reviewBecause: 'PLANNED',
  }),
})
