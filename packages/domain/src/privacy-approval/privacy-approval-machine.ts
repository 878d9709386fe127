import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { PrivacyApprovalState } from './privacy-approval.ts'

/** What may be done to a question to the Chief Privacy Officer, named as the GraphQL mutations are. */
export const PRIVACY_ACTIONS = [
  'withdrawPrivacyRequest',
  'decidePrivacyApproval',
  'revokePrivacyApproval',
] as const
export type PrivacyAction = (typeof PRIVACY_ACTIONS)[number]

/** The permission each action needs. */
export const PRIVACY_PERMISSIONS = {
  withdrawPrivacyRequest: 'privacyApproval.withdrawRequest',
  decidePrivacyApproval: 'privacyApproval.decide',
  revokePrivacyApproval: 'privacyApproval.revoke',
} as const satisfies Record<PrivacyAction, Permission>

/** The life of a question to the Chief Privacy Officer; that an approval has run out follows from its date. */
export const privacyApprovalMachine = defineMachine<PrivacyApprovalState, PrivacyAction>('privacy approval', {
  REQUESTED: {
    decidePrivacyApproval: ['APPROVED', 'NOT_PERSONAL', 'REFUSED'],
    withdrawPrivacyRequest: 'WITHDRAWN',
  },
  APPROVED: { revokePrivacyApproval: 'REVOKED' },
  NOT_PERSONAL: { revokePrivacyApproval: 'REVOKED' },
  REFUSED: {},
  WITHDRAWN: {},
  REVOKED: {},
})
