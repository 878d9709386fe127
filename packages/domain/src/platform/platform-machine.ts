import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { PlatformState } from './platform.ts'

/** What may be done to a platform, named as the GraphQL mutations are. */
export const PLATFORM_ACTIONS = [
  'recordPlatformReview',
  'recordPlatformTermsChange',
  'approvePlatform',
  'denyPlatform',
  'suspendPlatform',
  'reinstatePlatform',
  'prohibitPlatform',
  'retirePlatform',
] as const
export type PlatformAction = (typeof PLATFORM_ACTIONS)[number]

/** The life of a platform. A prohibition by statute has no way back: no office lifts it (V.B.1). */
export const platformMachine = defineMachine<PlatformState, PlatformAction>('platform', {
  PROPOSED: { recordPlatformReview: 'UNDER_REVIEW', denyPlatform: 'DENIED', prohibitPlatform: 'PROHIBITED' },
  UNDER_REVIEW: {
    recordPlatformReview: 'UNDER_REVIEW',
    recordPlatformTermsChange: 'UNDER_REVIEW',
    approvePlatform: 'APPROVED',
    denyPlatform: 'DENIED',
    prohibitPlatform: 'PROHIBITED',
  },
  APPROVED: {
    recordPlatformReview: 'APPROVED',
    recordPlatformTermsChange: 'APPROVED',
    suspendPlatform: 'SUSPENDED',
    prohibitPlatform: 'PROHIBITED',
    retirePlatform: 'RETIRED',
  },
  SUSPENDED: {
    recordPlatformReview: 'SUSPENDED',
    recordPlatformTermsChange: 'SUSPENDED',
    reinstatePlatform: 'APPROVED',
    prohibitPlatform: 'PROHIBITED',
    retirePlatform: 'RETIRED',
  },
  DENIED: { prohibitPlatform: 'PROHIBITED' },
  RETIRED: { prohibitPlatform: 'PROHIBITED' },
  PROHIBITED: {},
})

/** The permission each action on a platform needs. */
export const PLATFORM_PERMISSIONS = {
  recordPlatformReview: 'platform.review',
  recordPlatformTermsChange: 'platform.recordTermsChange',
  approvePlatform: 'platform.approve',
  denyPlatform: 'platform.deny',
  suspendPlatform: 'platform.suspend',
  reinstatePlatform: 'platform.reinstate',
  prohibitPlatform: 'platform.prohibit',
  retirePlatform: 'platform.retire',
} as const satisfies Record<PlatformAction, Permission>
