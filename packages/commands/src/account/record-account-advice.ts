import { CIVIL_RIGHTS_ADVICE, type CivilRightsAdvice } from '@official-accounts/domain/account/account'
import { z } from 'zod'
import { accountTransition, reasonedInput } from './account-transition.ts'

const KINDS = {
  CONCUR: 'CONCURRED',
  CONCUR_WITH_CONDITIONS: 'CONCURRED_WITH_CONDITIONS',
  NON_CONCUR: 'NON_CONCURRED',
} as const satisfies Record<CivilRightsAdvice, string>

/** Civil Rights and Civil Liberties advises on a request, with reasons (IV.D.1). */
export const recordAccountAdvice = accountTransition({
  action: 'recordAccountAdvice',
  kind: ({ advice }) => KINDS[advice],
  clauses: ['IV.D.1'],
  input: reasonedInput.extend({ advice: z.enum(CIVIL_RIGHTS_ADVICE) }),
  event: 'account.advised',
  fields: (_context, { advice }) => ({ civilRightsAdvice: advice }),
})
