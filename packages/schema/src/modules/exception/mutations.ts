import { decideException } from '@official-accounts/commands/exception/decide-exception'
import { requestException } from '@official-accounts/commands/exception/request-exception'
import { revokeException } from '@official-accounts/commands/exception/revoke-exception'
import { withdrawExceptionRequest } from '@official-accounts/commands/exception/withdraw-exception-request'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { ExceptionDecisionEnum } from './enums.ts'
import { ExceptionNode } from './types.ts'

const RequestExceptionInput = creationInput('RequestExceptionInput', 'An exception to ask for.', (t) => ({
  clauses: t.stringList({ required: true, description: 'The clauses to be lifted, by their ids.' }),
  componentId: t.id({ description: 'For accounts of this component alone.' }),
  platformId: t.id({ description: 'For accounts on this platform alone.' }),
  accountId: t.id({ description: 'For this account alone.' }),
  justification: t.string({ required: true, description: 'Why.' }),
  conditions: t.string({ description: 'What will be kept to while it lasts.' }),
  validFrom: t.field({ type: 'DateTime', description: 'From when; at once when not given.' }),
  validUntil: t.field({ type: 'DateTime', required: true, description: 'Until when.' }),
}))

const DecideExceptionInput = changeInput('DecideExceptionInput', 'A decision on an exception.', (t) => ({
  exceptionId: t.id({ required: true, description: 'Which one.' }),
  decision: t.field({ type: ExceptionDecisionEnum, required: true, description: 'Granted or denied.' }),
  conditions: t.string({ description: 'What has to be kept to; as asked for when not given.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const ExceptionInput = changeInput('ExceptionInput', 'An exception to withdraw or revoke.', (t) => ({
  exceptionId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const exceptionMutation = mutationsOf(ExceptionNode, (read, query) => read.exception.findFirstOrThrow(query))

exceptionMutation(requestException, RequestExceptionInput, 'Asks in writing for an exception (V.B.12).')
exceptionMutation(withdrawExceptionRequest, ExceptionInput, 'Takes a request for an exception back.')
exceptionMutation(
  decideException,
  DecideExceptionInput,
  'Public Affairs decides, case by case, with reasons.',
)
exceptionMutation(revokeException, ExceptionInput, 'Takes a granted exception back; the clause holds again.')
