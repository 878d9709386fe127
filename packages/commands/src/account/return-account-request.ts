import { accountTransition, reasonedInput } from './account-transition.ts'

/** Sends a request back for changes, saying which. What was said of it before no longer counts (V.B.2). */
export const returnAccountRequest = accountTransition({
  action: 'returnAccountRequest',
  kind: 'RETURNED',
  clauses: ['V.B.2'],
  input: reasonedInput,
  event: 'account.returned',
  fields: () => ({
    permittedAt: null,
    permittedById: null,
    securityAttestation: null,
    civilRightsAdvice: null,
  }),
})
