import { accountTransition, decisionInput } from './account-transition.ts'

/** The component's public affairs director stands behind the request (IV.E.2). */
export const endorseAccount = accountTransition({
  action: 'endorseAccount',
  kind: 'ENDORSED',
  clauses: ['IV.E.2'],
  input: decisionInput,
  event: 'account.endorsed',
  fields: () => ({}),
})
