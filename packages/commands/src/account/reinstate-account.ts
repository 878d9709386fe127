import { accountTransition, reasonedInput } from './account-transition.ts'

/** Brings a suspended account back, and ends a review its platform had put it under (IV.A.5). */
export const reinstateAccount = accountTransition({
  action: 'reinstateAccount',
  kind: 'REINSTATED',
  clauses: ['IV.A.5'],
  input: reasonedInput,
  event: 'account.reinstated',
  fields: () => ({ suspendedAt: null, platformReviewSince: null }),
})
