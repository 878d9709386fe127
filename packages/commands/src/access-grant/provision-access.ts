import { z } from 'zod'
import { accessTransition, reasonField } from './access-transition.ts'

/** The Chief Information Officer provides approved access through department systems (IV.B.2). */
export const provisionAccess = accessTransition(
  'provisionAccess',
  ['IV.B.2', 'V.B.4'],
  z.object({ accessGrantId: z.uuid(), reason: reasonField }),
  () => ({ to: 'PROVISIONED', kind: 'PROVISIONED', event: 'access.provisioned' }),
)
