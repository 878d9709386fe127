import { z } from 'zod'
import { reasonField } from '../exception/exception-transition.ts'
import { componentPolicyTransition } from './component-policy-transition.ts'

const input = z.object({ policyId: z.uuid(), implementation: reasonField })

/** The Privacy Office confirms that a component's approved policy is in practice, and how it saw that (OIG.4). */
export const confirmPolicyImplementation = componentPolicyTransition(
  'confirmPolicyImplementation',
  input,
  ({ implementation }) => ({
    state: 'IMPLEMENTED',
    kind: 'IMPLEMENTED',
    reason: implementation,
    implementation,
  }),
)
