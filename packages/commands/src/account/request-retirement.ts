import { accountTransition, reasonedInput } from './account-transition.ts'

/** Starts the end of an account that is no longer used (V.B.11). */
export const requestRetirement = accountTransition({
  action: 'requestRetirement',
  kind: 'RETIREMENT_REQUESTED',
  clauses: ['V.B.11', 'I.B.4'],
  input: reasonedInput,
  event: 'account.retiring',
  fields: (context) => ({ retiringAt: context.now }),
})
