import { change } from '@official-accounts/client/change'
import { requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import type { RecordCommand } from '../../record/record-action-form.tsx'
import * as documents from './access-grant.documents.ts'

/** What may be done to a record of access, named as the mutations are. */
export const ACCESS_ACTION_NAMES = [
  'decideAccess',
  'provisionAccess',
  'renewAccess',
  'revokeAccess',
  'withdrawAccessRequest',
] as const
export type AccessActionName = (typeof ACCESS_ACTION_NAMES)[number]

function reason(hint: string): FormField {
  return { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true, hint }
}

/** The field that says when access ends. */
export const EXPIRES_ON: FormField = {
  name: 'expiresOn',
  label: 'Ends on',
  control: 'DATE',
  required: true,
  hint: 'The first day on which the access is over.',
}

/** The form of every action on a record of access. */
export const ACCESS_COMMANDS: Readonly<Record<AccessActionName, RecordCommand<documents.AccessDetail>>> = {
  decideAccess: {
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
          { value: 'APPROVE', label: 'Approve it: the mission needs it' },
          { value: 'DENY', label: 'Deny it' },
        ],
      },
      reason('Which mission need it serves, or why it serves none (V.B.4).'),
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.DecideAccessMutation, {
        accessGrantId: id,
        expectedVersion: version,
        decision: valueOf(values, 'decision') === 'APPROVE' ? 'APPROVE' : 'DENY',
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  provisionAccess: plain(
    'Record as provided',
    'It is provided',
    'The access is recorded as provided.',
    documents.ProvisionAccessMutation,
    'Through which system it was provided (IV.B.2). Never a password or a key.',
  ),
  renewAccess: {
    label: 'Ask to renew',
    send: 'Ask to renew it',
    done: 'The renewal was asked for; it is decided again.',
    fields: [
      EXPIRES_ON,
      reason('Which need goes on. What you have stays until its day while this is decided.'),
    ],
    request: ({ id, version }, values, idempotencyKey) =>
      change(documents.RenewAccessMutation, {
        accessGrantId: id,
        expectedVersion: version,
        expiresOn: requiredValue(values, 'expiresOn'),
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  },
  revokeAccess: plain(
    'Revoke',
    'Revoke the access',
    'The access was revoked.',
    documents.RevokeAccessMutation,
    'Kept with the record.',
  ),
  withdrawAccessRequest: plain(
    'Withdraw the request',
    'Withdraw it',
    'The request was withdrawn.',
    documents.WithdrawAccessRequestMutation,
    'Kept with the record.',
  ),
}

function plain(
  label: string,
  send: string,
  done: string,
  document:
    | typeof documents.ProvisionAccessMutation
    | typeof documents.RevokeAccessMutation
    | typeof documents.WithdrawAccessRequestMutation,
  hint: string,
): RecordCommand<documents.AccessDetail> {
  return {
    label,
    send,
    done,
    fields: [reason(hint)],
    request: ({ id, version }, values, idempotencyKey) =>
      change(document, {
        accessGrantId: id,
        expectedVersion: version,
        reason: requiredValue(values, 'reason'),
        idempotencyKey,
      }),
  }
}

/** What an action on a record of access is called. */
export function accessActionLabel(action: string): string {
  const known = ACCESS_ACTION_NAMES.find((name) => name === action)
  return known ? ACCESS_COMMANDS[known].label : action
}

/** Why an action needs another state. */
export function accessStateReason(action: string): string {
  if (action === 'decideAccess') return 'Possible only while a request waits for a decision.'
  if (action === 'provisionAccess') return 'Possible only once it is approved.'
  return action === 'renewAccess'
    ? 'Possible only once it was provided.'
    : 'Possible only before it has ended.'
}
