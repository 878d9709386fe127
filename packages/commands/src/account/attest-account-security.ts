import { SECURITY_ANSWERS } from '@official-accounts/domain/account/account'
import { invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { accountTransition, decisionInput } from './account-transition.ts'

const input = decisionInput.extend({
  attestation: z
    .enum(SECURITY_ANSWERS)
    .nullish()
    .transform((value) => value ?? 'ATTESTED'),
})

/** The Chief Information Officer attests the security of a request, or says why not (IV.B.3). */
export const attestAccountSecurity = accountTransition({
  action: 'attestAccountSecurity',
  kind: ({ attestation }) => (attestation === 'ATTESTED' ? 'SECURITY_ATTESTED' : 'SECURITY_NOT_ATTESTED'),
  clauses: ['IV.B.3'],
  input,
  event: 'account.securityAttested',
  check: ({ attestation, reason }) =>
    attestation === 'NOT_ATTESTED' && !reason ? invalidInput('reason', 'Say what has to change.') : null,
  fields: (_context, { attestation }) => ({ securityAttestation: attestation }),
})
