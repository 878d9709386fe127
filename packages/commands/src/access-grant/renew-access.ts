import { z } from 'zod'
import { accessTransition, reasonField } from './access-transition.ts'

const input = z.object({
  accessGrantId: z.uuid(),
  expiresOn: z.iso.date('A date such as 2027-01-31.'),
  reason: reasonField,
})

/** Asks for access to go on after its date; it is decided again (V.B.4). */
export const renewAccess = accessTransition('renewAccess', ['V.B.4'], input, () => ({
  to: 'REQUESTED',
  kind: 'RESUBMITTED',
  event: 'access.requested',
}))
