import { z } from 'zod'
import { exceptionTransition, reasonField } from './exception-transition.ts'

/** Takes a request for an exception back before it is decided. */
export const withdrawExceptionRequest = exceptionTransition(
  'withdrawExceptionRequest',
  z.object({ exceptionId: z.uuid(), reason: reasonField }),
  () => ({ to: 'WITHDRAWN', kind: 'WITHDRAWN', event: 'exception.withdrawn' }),
)
