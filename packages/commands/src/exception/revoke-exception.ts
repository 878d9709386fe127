import { z } from 'zod'
import { exceptionTransition, reasonField } from './exception-transition.ts'

/** Takes a granted exception back: from now on the clause holds again (V.B.12). */
export const revokeException = exceptionTransition(
  'revokeException',
  z.object({ exceptionId: z.uuid(), reason: reasonField }),
  () => ({ to: 'REVOKED', kind: 'REVOKED', event: 'exception.revoked' }),
)
