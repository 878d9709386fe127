import { policyRefusal, type Refusal } from '../errors.ts'
import type { AccountFacts } from './account.ts'

/** An account is approved once the Chief Information Officer attests its security (IV.B.3). */
export function checkAttested(account: Pick<AccountFacts, 'securityAttestation'>): Refusal | null {
  switch (account.securityAttestation) {
    case 'ATTESTED':
      return null
    case 'NOT_ATTESTED':
      return policyRefusal('The Chief Information Officer does not attest the security of it.', 'IV.B.3')
    case null:
      return policyRefusal('The Chief Information Officer has not attested the security of it yet.', 'IV.B.3')
  }
}

/** Whether the request's risk screen asks that civil rights and civil liberties be heard (IV.D.1). */
export function needsCivilRightsAdvice(account: Pick<AccountFacts, 'riskKeys'>): boolean {
  return account.riskKeys.length > 0
}

/** Where the risk screen asks for it, civil rights and civil liberties are heard before the approval (IV.D.1). */
export function checkHeard(account: Pick<AccountFacts, 'riskKeys' | 'civilRightsAdvice'>): Refusal | null {
  if (!needsCivilRightsAdvice(account) || account.civilRightsAdvice !== null) return null
  return policyRefusal(
    'Its risk screen asks for the advice of Civil Rights and Civil Liberties, which has not been given yet.',
    'IV.D.1',
  )
}

/** Advice against an account is passed over only with a written reason (IV.D.1). */
export function checkAdviceAnswered(
  account: Pick<AccountFacts, 'civilRightsAdvice'>,
  reason: string | null | undefined,
): Refusal | null {
  if (account.civilRightsAdvice !== 'NON_CONCUR' || (reason ?? '').trim() !== '') return null
  return policyRefusal(
    'Civil Rights and Civil Liberties advises against it: give the reason for approving in writing.',
    'IV.D.1',
  )
}
