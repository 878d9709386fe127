import { platformTransition, reasonedPlatformInput } from './platform-transition.ts'

/** Suspends a platform; every account on it waits for a review from that moment (IV.A.2). */
export const suspendPlatform = platformTransition({
  action: 'suspendPlatform',
  kind: 'SUSPENDED',
  clauses: ['IV.A.5', 'IV.A.2'],
  input: reasonedPlatformInput,
  event: 'platform.suspended',
  flagsAccounts: true,
  fields: () => ({}),
})
