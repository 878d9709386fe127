import { accountTransition, reasonedInput } from './account-transition.ts'

/** Public Affairs denies the request, with the reason (V.B.2). */
export const denyAccount = accountTransition({
  action: 'denyAccount',
  kind: 'DENIED',
  clauses: ['V.B.2'],
  input: reasonedInput,
  event: 'account.denied',
  fields: () => ({}),
})
