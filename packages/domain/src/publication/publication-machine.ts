import { defineMachine } from '../state-machine.ts'
import type { PublicationState } from './publication.ts'

export type PublicationAction =
  | 'beginPublication'
  | 'completePublication'
  | 'failPublication'
  | 'abandonPublication'
  | 'replacePublication'
  | 'skipPublication'
  | 'withdrawPublication'
  | 'rollbackPublication'

/** The life of a publication (V.B.6): one is in use at a time, and those kept can be gone back to. */
export const publicationMachine = defineMachine<PublicationState, PublicationAction>('publication', {
  REQUESTED: { beginPublication: 'BUILDING', skipPublication: 'UNCHANGED', failPublication: 'FAILED' },
  BUILDING: {
    completePublication: 'PUBLISHED',
    failPublication: 'FAILED',
    abandonPublication: 'SUPERSEDED',
  },
  PUBLISHED: { replacePublication: 'SUPERSEDED', withdrawPublication: 'ROLLED_BACK' },
  SUPERSEDED: { rollbackPublication: 'PUBLISHED' },
  ROLLED_BACK: { rollbackPublication: 'PUBLISHED' },
  FAILED: {},
  UNCHANGED: {},
})
