import { approvalInput, platformTransition, reasonedPlatformInput } from './platform-transition.ts'

/** Brings a suspended platform back; the reviews of its accounts stay open until each is decided (IV.A.2). */
export const reinstatePlatform = platformTransition({
  action: 'reinstatePlatform',
  kind: 'REINSTATED',
  clauses: ['IV.A.2'],
  input: approvalInput.extend(reasonedPlatformInput.shape),
  event: 'platform.reinstated',
  flagsAccounts: false,
  fields: () => ({}),
  overrides: ({ overriddenReviews }) => overriddenReviews ?? [],
})
