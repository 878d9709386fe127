import { platformTransition, reasonedPlatformInput } from './platform-transition.ts'

/** Ends a platform once its last account has ended (I.B.4). */
export const retirePlatform = platformTransition({
  action: 'retirePlatform',
  kind: 'RETIRED',
  clauses: ['I.B.4'],
  input: reasonedPlatformInput,
  event: 'platform.retired',
  flagsAccounts: false,
  fields: () => ({}),
})
