import { platformTransition, reasonedPlatformInput } from './platform-transition.ts'

/** The Assistant Secretary denies a platform, with the reason (IV.A.2). */
export const denyPlatform = platformTransition({
  action: 'denyPlatform',
  kind: 'DENIED',
  clauses: ['IV.A.2'],
  input: reasonedPlatformInput,
  event: 'platform.denied',
  flagsAccounts: false,
  fields: () => ({}),
})
