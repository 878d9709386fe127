import { z } from 'zod'
import { reasonField } from '../exception/exception-transition.ts'
import { componentPolicyTransition } from './component-policy-transition.ts'

const input = z.object({ policyId: z.uuid(), outcome: z.enum(['APPROVED', 'RETURNED']), reason: reasonField })

/** The Privacy Office approves a component's policy or sends it back with the reason (OIG.4). */
export const reviewComponentPolicy = componentPolicyTransition(
  'reviewComponentPolicy',
  input,
  ({ outcome, reason }) => ({ state: outcome, kind: outcome, reason }),
)
