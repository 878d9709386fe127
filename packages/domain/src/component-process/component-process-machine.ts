import type { Permission } from '../access/permissions.ts'
import { defineMachine } from '../state-machine.ts'
import type { ComponentProcessState } from './component-process.ts'

/** What may be done to a version of a process, named as the GraphQL mutation is. */
export const COMPONENT_PROCESS_ACTIONS = ['reviewComponentProcess'] as const
export type ComponentProcessAction = (typeof COMPONENT_PROCESS_ACTIONS)[number]

/** The permission each action needs. */
export const COMPONENT_PROCESS_PERMISSIONS = {
  reviewComponentProcess: 'componentProcess.review',
} as const satisfies Record<ComponentProcessAction, Permission>

/** The life of a version: a review may also return it, and a newer one supersedes it. */
export const componentProcessMachine = defineMachine<ComponentProcessState, ComponentProcessAction>(
  'process',
  {
    SUBMITTED: { reviewComponentProcess: 'PUBLISHED' },
    PUBLISHED: { reviewComponentProcess: 'PUBLISHED' },
    RETURNED: {},
    SUPERSEDED: {},
  },
)
