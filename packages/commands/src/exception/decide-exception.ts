import { z } from 'zod'
import { exceptionTransition, reasonField } from './exception-transition.ts'

const input = z.object({
  exceptionId: z.uuid(),
  decision: z.enum(['GRANT', 'DENY']),
  conditions: z.string().trim().max(4000, 'At most 4,000 characters.').nullish(),
  reason: reasonField,
})

/** Public Affairs grants or denies an exception, case by case, with its reasons (V.B.12). */
export const decideException = exceptionTransition('decideException', input, ({ decision, conditions }) =>
  decision === 'GRANT'
    ? {
        to: 'GRANTED',
        kind: 'GRANTED',
        event: 'exception.granted',
        ...(conditions == null ? {} : { conditions }),
      }
    : { to: 'DENIED', kind: 'DENIED', event: 'exception.denied' },
)
