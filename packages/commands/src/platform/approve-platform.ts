import { platformTransition, platformDecisionInput } from './platform-transition.ts'

/** The Assistant Secretary approves a platform once every review is in (IV.A.2). */
export const approvePlatform = platformTransition({
  action: 'approvePlatform',
  kind: 'APPROVED',
  clauses: ['IV.A.2'],
  input: platformDecisionInput,
  event: 'platform.approved',
  flagsAccounts: false,
  fields: () => ({}),
})
