import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { AccessState } from './access-grant.ts'

/** What may be done to a record of access, named as the GraphQL mutations are. */
export const ACCESS_ACTIONS = [
  'withdrawAccessRequest',
  'decideAccess',
  'provisionAccess',
  'renewAccess',
  'revokeAccess',
] as const
export type AccessAction = (typeof ACCESS_ACTIONS)[number]

/** The permission each action needs. */
export const ACCESS_PERMISSIONS = {
  withdrawAccessRequest: 'access.withdrawRequest',
  decideAccess: 'access.decide',
  provisionAccess: 'access.provision',
  renewAccess: 'access.renew',
  revokeAccess: 'access.revoke',
} as const satisfies Record<AccessAction, Permission>

/** The life of access: what is renewed is decided again, and goes on meanwhile until its day. */
export const accessMachine = defineMachine<AccessState, AccessAction>('request for access', {
  REQUESTED: {
    decideAccess: ['APPROVED', 'DENIED'],
    withdrawAccessRequest: 'WITHDRAWN',
    revokeAccess: 'REVOKED',
  },
  APPROVED: { provisionAccess: 'PROVISIONED', revokeAccess: 'REVOKED', withdrawAccessRequest: 'WITHDRAWN' },
  PROVISIONED: { renewAccess: 'REQUESTED', revokeAccess: 'REVOKED' },
  DENIED: {},
  WITHDRAWN: {},
  REVOKED: {},
})
