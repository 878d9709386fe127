import { change } from '@official-accounts/client/change'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import {
  DecideExceptionMutation,
  RevokeExceptionMutation,
  WithdrawExceptionRequestMutation,
  type ExceptionDetail,
} from './exception.documents.ts'

/** What may be done to an exception, named as the mutations are. */
export const EXCEPTION_ACTION_NAMES = [
  'decideException',
  'withdrawExceptionRequest',
  'revokeException',
] as const
export type ExceptionActionName = (typeof EXCEPTION_ACTION_NAMES)[number]

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'In writing; kept with the exception (V.B.12).',
}

/** The form of every action on an exception. */
export const EXCEPTION_COMMANDS: Readonly<Record<ExceptionActionName, RecordCommand<ExceptionDetail>>> = {
  decideException: {
    label: 'Decide',
    send: 'Record the decision',
    done: 'The decision was recorded.',
    fields: [
      {
        name: 'decision',
        label: 'Decision',
        control: 'CHOICE',
        required: true,
        choices: [
          { value: 'GRANT', label: 'Grant it, for its time and its subject alone' },
          { value: 'DENY', label: 'Deny it' },
        ],
      },
      {
        name: 'conditions',
        label: 'Conditions',
        control: 'LONG_TEXT',
        hint: 'What has to be kept to; as asked for when left empty.',
      },
      REASON,
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(DecideExceptionMutation, {
        exceptionId: id,
        expectedVersion: version,
        decision: valueOf(values, 'decision') === 'GRANT' ? 'GRANT' : 'DENY',
        conditions: valueOf(values, 'conditions'),
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  withdrawExceptionRequest: {
    label: 'Withdraw the request',
    send: 'Withdraw it',
    done: 'The request was withdrawn.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(WithdrawExceptionRequestMutation, {
        exceptionId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  revokeException: {
    label: 'Revoke',
    send: 'Revoke the exception',
    done: 'The exception was revoked; its clauses hold again.',
    fields: [REASON],
    request: ({ id, version }, values, idempotencyKey) =>
      change(RevokeExceptionMutation, {
        exceptionId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
}

/** What an action on an exception is called. */
export function exceptionActionLabel(action: string): string {
  const known = EXCEPTION_ACTION_NAMES.find((name) => name === action)
  return known ? EXCEPTION_COMMANDS[known].label : action
}

/** Why an action needs another state. */
export function exceptionStateReason(action: string): string {
  return action === 'revokeException'
    ? 'Possible only once it is granted.'
    : 'Possible only while it waits for a decision.'
}
