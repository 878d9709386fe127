import { z } from 'zod'
import { accessTransition, reasonField } from './access-transition.ts'

const input = z.object({
  accessGrantId: z.uuid(),
  decision: z.enum(['APPROVE', 'DENY']),
  reason: reasonField,
})

/** The component's director or Public Affairs decides on access, by mission need (V.B.4). */
export const decideAccess = accessTransition('decideAccess', ['V.B.4'], input, ({ decision }) =>
  decision === 'APPROVE'
    ? { to: 'APPROVED', kind: 'APPROVED', event: 'access.approved' }
    : { to: 'DENIED', kind: 'DENIED', event: 'access.denied' },
)
