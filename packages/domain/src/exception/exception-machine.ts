import { defineMachine } from '../state-machine.ts'
import type { ExceptionState } from './exception.ts'

/** What may be done to an exception, named as the GraphQL mutations are. */
export const EXCEPTION_ACTIONS = ['withdrawExceptionRequest', 'decideException', 'revokeException'] as const
export type ExceptionAction = (typeof EXCEPTION_ACTIONS)[number]

/** The life of an exception; that it has run out follows from its dates. */
export const exceptionMachine = defineMachine<ExceptionState, ExceptionAction>('exception', {
  REQUESTED: {
    decideException: ['GRANTED', 'DENIED'],
    withdrawExceptionRequest: 'WITHDRAWN',
  },
  GRANTED: { revokeException: 'REVOKED' },
  DENIED: {},
  WITHDRAWN: {},
  REVOKED: {},
})
