import { z } from 'zod'
import { accessTransition, reasonField } from './access-transition.ts'

/** Ends access at once (V.B.4). */
export const revokeAccess = accessTransition(
  'revokeAccess',
  ['V.B.4'],
  z.object({ accessGrantId: z.uuid(), reason: reasonField }),
  () => ({ to: 'REVOKED', kind: 'REVOKED', event: 'access.revoked' }),
)
