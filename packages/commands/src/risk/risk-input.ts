import { RISK_IMPACTS, RISK_LIKELIHOODS } from '@official-accounts/domain/risk/risk'
import { z } from 'zod'

/** A day, as midnight in UTC. */
export const dayField = z.iso
  .date('A date such as 2027-11-30.')
  .transform((day) => new Date(`${day}T00:00:00Z`))

/** How likely something is, and how great the harm. */
export const levelFields = { likelihood: z.enum(RISK_LIKELIHOODS), impact: z.enum(RISK_IMPACTS) }

/** A short name in one line. */
export const titleField = z.string().trim().min(1, 'Give it a title.').max(200, 'At most 200 characters.')
