import { accountTransition, decisionInput } from './account-transition.ts'

/** The component takes its request back (V.B.2). */
export const withdrawAccountRequest = accountTransition({
  action: 'withdrawAccountRequest',
  kind: 'WITHDRAWN',
  clauses: ['V.B.2'],
  input: decisionInput,
  event: 'account.withdrawn',
  fields: () => ({}),
})
