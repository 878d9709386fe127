import { isInForce } from '../exception/exception.ts'
import type { ComponentCheck } from './compliance.ts'

const NEVER = new Date(8.64e15)

/** What every component that has accounts is asked. */
export const COMPONENT_CHECKS: readonly ComponentCheck[] = [
  {
    kind: 'COMPONENT',
    code: 'NO_DIRECTOR',
    clause: 'IV.E.1',
    severity: 'MEDIUM',
    title: 'A component with accounts has a public affairs director who may act',
    asks: ({ liveAccounts }) => liveAccounts > 0,
    find: ({ directors }, now) =>
      directors.some((held) => isInForce({ ...held, validUntil: held.validUntil ?? NEVER }, now))
        ? null
        : {
            message: 'It has accounts, and nobody is on record as its public affairs director.',
            clauses: ['IV.E.1'],
          },
  },
  {
    kind: 'COMPONENT',
    code: 'CERTIFICATION_UNANSWERED',
    clause: 'IV.E.3',
    severity: 'MEDIUM',
    title: 'A component certifies in time when it is asked about its accounts',
    asks: ({ liveAccounts }) => liveAccounts > 0,
    find: ({ unanswered }) =>
      unanswered.length === 0
        ? null
        : { message: `It has not certified in time: ${unanswered.join('; ')}.`, clauses: ['IV.E.3'] },
  },
]
