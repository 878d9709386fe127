import { accountTransition, reasonedInput } from './account-transition.ts'

/** Suspends an account at once; the public sees it as suspended (IV.A.5). */
export const suspendAccount = accountTransition({
  action: 'suspendAccount',
  kind: 'SUSPENDED',
  clauses: ['IV.A.5'],
  input: reasonedInput,
  event: 'account.suspended',
  fields: (context) => ({ suspendedAt: context.now }),
})
