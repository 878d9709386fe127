import { accountTransition, decider, decisionInput } from './account-transition.ts'

/** The Office of Public Affairs gives its permission: the first of the two decisions (V.B.2). */
export const permitAccount = accountTransition({
  action: 'permitAccount',
  kind: 'PERMITTED',
  clauses: ['V.B.2'],
  input: decisionInput,
  event: 'account.permitted',
  fields: (context) => ({ permittedAt: context.now, permittedById: decider(context) }),
})
