import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { ComponentPolicyState } from './component-policy.ts'

/** What may be done to a version of a policy, named as the GraphQL mutations are. */
export const COMPONENT_POLICY_ACTIONS = ['reviewComponentPolicy', 'confirmPolicyImplementation'] as const
export type ComponentPolicyAction = (typeof COMPONENT_POLICY_ACTIONS)[number]

/** The permission each action needs. */
export const COMPONENT_POLICY_PERMISSIONS = {
  reviewComponentPolicy: 'componentPolicy.review',
  confirmPolicyImplementation: 'componentPolicy.confirmImplementation',
} as const satisfies Record<ComponentPolicyAction, Permission>

/** The life of a version: a review may also return it, and a newer approved one supersedes it. */
export const componentPolicyMachine = defineMachine<ComponentPolicyState, ComponentPolicyAction>('policy', {
  SUBMITTED: { reviewComponentPolicy: 'APPROVED' },
  APPROVED: { reviewComponentPolicy: 'APPROVED', confirmPolicyImplementation: 'IMPLEMENTED' },
  IMPLEMENTED: { reviewComponentPolicy: 'APPROVED' },
  RETURNED: {},
  SUPERSEDED: {},
})
