import { approvalInput, platformTransition } from './platform-transition.ts'

/** The Assistant Secretary approves a platform once every review is in, or goes over advice in writing (IV.A.2). */
export const approvePlatform = platformTransition({
  action: 'approvePlatform',
  kind: 'APPROVED',
  clauses: ['IV.A.2'],
  input: approvalInput,
  event: 'platform.approved',
  flagsAccounts: false,
  fields: () => ({}),
  overrides: ({ overriddenReviews }) => overriddenReviews ?? [],
})
