import { z } from 'zod'
import { accessTransition, reasonField } from './access-transition.ts'

/** Takes a request for access back. */
export const withdrawAccessRequest = accessTransition(
  'withdrawAccessRequest',
  ['V.B.4'],
  z.object({ accessGrantId: z.uuid(), reason: reasonField }),
  () => ({ to: 'WITHDRAWN', kind: 'WITHDRAWN', event: 'access.withdrawn' }),
)
